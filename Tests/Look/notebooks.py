"""Notebooks to look at: a hostile one, one as long as it gets, and many that chance makes."""

import random

HOSTILE = [
    "</style><script>alert(1)</script>", "</title><img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
    "\" onmouseover=\"alert(1)", "javascript:alert(1)", "]]>", "<!-- x", "--> x", "&lt;b&gt; &amp; &#60;",
    "\u202eright to left\u202c", "\u2066isolate\u2069", "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd, Acme",
    "\u0627\u0644\u0633\u0644\u0627\u0645 and 14 words", "\x07bell\x1b[2J", "\ufffe\uffff nothing",
    "\u7d50\u8ad6\u3092\u5148\u306b\u8a71\u3059" * 6, "W" * 300, "e\u0301" * 40, "\U0001f468\u200d\U0001f469\u200d\U0001f467 " * 12,
    "https://example.com/" + "a" * 280, "a|b|c `code` **strong** [link](http://x.example)", "{{7*7}} ${7*7}",
]

TOPICS = ["structure", "brevity", "numbers", "energy", "design/scope", "questions", "pace", "listening", "ownership",
          "presence", "tradeoffs", "overqualified"]
WORDS = ("lead with the conclusion then tell the story answer in two minutes stop and ask whether to go on name both "
         "options what each costs before choosing say number pause draw less listen more show work").split()
COMPANIES = ["Lindholt", "Okapi Pay", "Harrow & Pike", "Ferrymead", "Pennant", "Quillon", "Saltmarsh Energy", "Veldkant"]
ROUNDS = ["phone screen", "onsite", "panel", "final", "take-home review"]


def hostile():
    """Every hostile text in every place of a note that a report shows."""
    notes = {".debrief.yml": "links: 'javascript:alert(1)//{path}'\n"}
    for number, text in enumerate(HOSTILE):
        value = "'" + text.replace("'", "''").replace("\x07", "").replace("\x1b", "").replace("\ufffe\uffff", "") + "'"
        day = f"2026-{number % 11 + 1:02}-{number % 27 + 1:02}"
        outcome = "scheduled" if number % 9 == 0 else "rejected"
        date = f"2026-12-{number + 1:02}" if outcome == "scheduled" else day
        notes[f"{number:02} <i>'\"&.md"] = (
            f"---\ncompany: {value}\nround: {value}\nrole: {value}\ninterviewers: [{value}]\ndate: {date}\n"
            f"outcome: {outcome}\nasked: {day}\nanswered: {day}\n---\n# {text}\n\n## Hunches\n- {text} #pace\n\n"
            f"## Feedback\n- {text} #alike\n- chew: {text} #pace\n- swallow: {text} #order\n  - if: {text} \u2192 {text}\n"
            f"  - [ ] {text} due:2026-11-2{number % 9}\n- spit: {text} #detail\n- keep: {text}\n\n"
            f"## Questions they asked\n- {text}\n\n## Questions to ask\n- {text}\n\n## Evidence\n- worked: {text} #order\n"
            f"- slipped: {text} #order\n")
    return notes


def generated(seed, interviews=None):
    """A notebook as chance has it: of one interview or of many, wordy or terse."""
    chance = random.Random(seed)
    longest = chance.choice([6, 14, 40, 120])

    def words(least=3):
        text = " ".join(chance.choice(WORDS) for _ in range(chance.randint(least, longest)))
        if chance.random() < 0.05:
            text += " " + chance.choice(HOSTILE[9:20])
        return text.capitalize()

    def bullets(tag, most, below=""):
        return "".join(
            f"- {tag}{words()} #{chance.choice(TOPICS)}\n{below and below.format(words(), words(), words())}"
            for _ in range(chance.randint(0, most)))

    notes = {}
    count = interviews or chance.choice([1, 2, 5, 15, 40])
    for number in range(count):
        company, kind = chance.choice(COMPANIES), chance.choice(ROUNDS)
        day = f"20{24 + number % 3}-{chance.randint(1, 10):02}-{chance.randint(1, 28):02}"
        notes[f"{day}-{number}.md"] = (
            f"---\ncompany: {company}\nround: {kind}\ndate: {day}\ninterviewers: [Dana Ruiz, Lee]\n"
            f"outcome: {chance.choice(['rejected', 'advanced', 'waiting'])}\nasked: {day}\nanswered: {day}\n---\n"
            f"## Hunches\n{bullets('', 2)}\n## Feedback\n{bullets('', 2)}{bullets('chew: ', 3)}{bullets('keep: ', 2)}"
            + bullets("swallow: ", 3, "  - if: {0} \u2192 {1}\n  - [ ] {2} due:2026-11-20\n")
            + f"{bullets('spit: ', 1)}\n## Evidence\n{bullets('worked: ', 2)}{bullets('slipped: ', 2)}\n"
            f"## Questions they asked\n{bullets('', 4)}\n")
    company, kind = chance.choice(COMPANIES), chance.choice(ROUNDS)
    notes["2026-12-01-next.md"] = (
        f"---\ncompany: {company}\nround: {kind}\nrole: {words()}\ndate: 2026-12-01\noutcome: scheduled\n"
        f"interviewers: [{', '.join(['Ana Kovac'] * chance.randint(1, 5))}]\n---\n## Questions to ask\n{bullets('', 8)}\n"
        + "".join(f"- [ ] {words()} due:2026-11-2{day}\n" for day in range(chance.randint(0, 9))))
    return notes
