"""Shapes of input: what a notebook is that has much of one thing. Each takes a number, and returns files by name."""

FRONT = "---\ncompany: Acme\ndate: 2026-10-01\ninterviewers: [Dana Ruiz, Sam Okafor]\n---\n"
NEXT = {"next.md": "---\ncompany: Acme\ndate: 2026-12-01\noutcome: scheduled\n---\n"}
WORDS = "lead pace story number range depth tone slide plan scope risk team trade cost queue cache".split()

SHAPES = {}


def shape(make, name=None):
    SHAPES[name or make.__name__.strip("_").replace("_", "-")] = make
    return make


def one(name, piece, front=FRONT, end=""):
    """A shape of one note: a piece as often as asked for. `{}` in it is the number of the time."""
    shape(lambda n: {"a.md": front + "".join(piece.replace("{}", str(i)) for i in range(n)) + end, **NEXT}, name)


def many(name, text, share=10):
    """A shape of many notes, each a piece's number in a file of its own; the fewer, the more a file costs."""
    def make(n):
        return {f"{i // 1000}/{i}.md": text(i) if callable(text) else text.replace("{}", str(i))
                for i in range(n // share)} | NEXT
    shape(make, name)


def words(i):
    return " ".join(WORDS[(i >> (4 * k)) % 16] for k in range(4))


FEEDBACK = FRONT + "## Feedback\n\n"
# Feedback.
one("one-topic", "- chew: Lead with it {} #structure\n", FEEDBACK)
one("topics-of-their-own", "- chew: Lead with it #topic{}\n", FEEDBACK)
one("nested-topics", "- chew: Lead with it #topic/part{}\n", FEEDBACK)
one("unsorted", "- Lead with it {}\n", FEEDBACK)
one("said-alike", "- Lead with the conclusion, then the story\n", FEEDBACK)
shape(lambda n: {"a.md": FEEDBACK + "".join(f"- {words(i)}\n" for i in range(n))}, "said-with-the-same-words")
one("swallowed-without-action", "- swallow: Lead with it {} #structure\n")
one("stages-that-differ", "- chew: Lead {} #a\n- spit: Lead {} #a from:p{}\n- keep: Lead {} #a from:q{}\n")
one("one-name-on-many", "- swallow: lesson {} ^id\n- worked: y ^id\n")
one("names-of-their-own", "- swallow: lesson {} ^id{}\n- slipped: y ^id{}\n")
one("evidence-of-one-topic", "- swallow: lesson {} #a\n- worked: y {} #a\n")
one("evidence-of-nothing", "- worked: y {}\n- slipped: z {}\n")
one("from-of-their-own", "- chew: Lead with it #a from:person{}\n")
one("from-on-one-bullet", "from:person{} ", FRONT + "- chew: x ")
one("from-near", "- chew: Lead with it from:\"Dana Ruiz{}\"\n")
one("topics-on-one-line", "#topic{} ", FRONT + "- chew: x ")
one("wide-letters-on-one-line", "é😀 #a ", FRONT + "- chew: x ")
one("dates-on-one-bullet", "due:2026-13-0{} ", FRONT + "- chew: x ")
one("unknown-tags", "- swalow: x {}\n")
one("two-stages", "- chew: x [spit] {}\n")
one("bad-dates", "- [ ] x due:2026-02-30\n")
one("ids-given-twice", "- chew: x ^a{}\n- chew: y ^a{}\n")
one("reasons", "  - because: so {}\n", FRONT + "- spit: x #a\n")
one("plans", "  - if: asked {} → say so\n", FRONT + "- swallow: x #a\n")
one("deep", "".join("  " * k + "- chew: x {} #a\n" for k in range(20)))
one("self-talk", "- I am bad at numbers {}\n", FEEDBACK)
# Actions.
one("actions", "- [ ] Rewrite story {} due:2026-11-01\n")
one("actions-alike", "- [ ] Rewrite it\n")
one("actions-below-one", "  - [ ] Rewrite {}\n", FRONT + "- swallow: x #a\n")
one("actions-that-repeat", "- [ ] Rewrite {} 🔁 every week 📅 2026-11-01\n")
one("actions-with-names", "- [ ] Rewrite {} ^name{}\n")
one("actions-done", "- [x] Rewrite {} ✅ 2026-11-01\n")
# Hunches and questions.
one("hunches", "- hunch: slow {} #a\n- chew: x {} #a\n")
one("hunches-without-topics", "- chew: x #a\n- hunch: slow {}\n")
one("hunches-on-topics-of-their-own", "- hunch: slow #a{}\n- spit: x #a{}\n")
one("questions", "- Why us {}?\n", FRONT + "## Questions they asked\n\n")
one("questions-alike", "- Why us?\n", FRONT + "## Questions they asked\n\n")
one("questions-to-ask", "- Why you {}? #a\n", FRONT + "## Questions to ask\n\n")
# Structure.
one("headings", "## Feedback\n\n- x {}\n\n")
one("headings-that-are-nothing", "## Feeback {}\n\nx\n\n")
one("bold-lines", "**Feedback**\n\n- x {}\n\n")
one("lines-with-a-colon", "Feedback:\n\n- x {}\n\n")
one("labels", "Feedback: x {}\n\n")
one("labels-in-one-paragraph", "Feedback: x {}\n")
one("callouts", "> [!feedback] Said\n> - x {}\n\n")
one("paragraphs-below-feedback", "It was good {}.\n\n", FEEDBACK)
one("quotes-below-feedback", "> It was good {}.\n\n", FEEDBACK)
one("quote-of-many-lines", "> It was good {}.\n", FEEDBACK)
one("imitated-list", "• It was good {}\n", FEEDBACK)
one("table", "| x | {} |\n", FEEDBACK + "| a | b |\n| --- | --- |\n")
one("boxes-without-a-bullet", "[ ] x {}\n\n")
one("names-as-headings", "### Dana Ruiz {}\n\n- x {}\n\n", FEEDBACK)
one("heading-bullets", "- ## Feedback\n\t- x {}\n", "title:: x\n\n")
one("comments", "%% a %% x\n\n<!-- b -->\n- chew: x %% {} %% y\n\n")
one("comments-that-are-open", "%% {}\n- chew: x %%%\n\n")
one("codes-and-links", "- chew: `#a` [[b|c]] [d](e#f) {} ``\n")
one("property-lines", "key{}:: value\n", "")
one("property-paragraph", "**Key {}:** value\n", "# Acme\n\n**Company:** Acme\n")
one("blocks-with-properties", "- chew: x {}\n  id:: 6{}\n  collapsed:: true\n", "")
# Front matter.
one("keys", "key{}: value\n", "---\ncompany: Acme\n", "---\n- chew: x\n")
one("keys-given-twice", "company: Acme {}\n", "---\n", "---\n- chew: x\n")
one("tags", "  - tag{}\n", "---\ncompany: Acme\ntags:\n", "---\n- chew: x\n")
one("interviewers", "  - Person Number{}\n", "---\ncompany: Acme\ninterviewers:\n", "---\n- chew: x from:Person #a\n")
one("interviewers-with-first-names", "  - P{} Ruiz\n", "---\ncompany: Acme\ninterviewers:\n",
    "---\n" + "- chew: x from:Ruiz #a\n" * 100)
# Notes.
BODY = "## Feedback\n\n- chew: Lead with it #structure\n- swallow: Tell #t{}\n  - [ ] Practise {}\n- hunch: slow #pace\n"
many("notes-of-one-company", FRONT + BODY)
many("notes-of-their-own", "---\ncompany: Company {}\ndate: 2026-10-01\ninterviewers: Dana Number{}\n---\n" + BODY)
many("notes-without-a-company", "---\ndate: 2026-10-01\n---\n" + BODY)
many("notes-without-a-date", "---\ncompany: Acme\n---\n" + BODY)
many("notes-of-first-names", "---\ncompany: Acme\ninterviewers: [Dana N{}]\n---\n- chew: x #a from:Dana\n- spit: y #a from:N{}\n")
many("notes-of-near-names", "---\ncompany: Acme\ninterviewers: [Dana N{}]\n---\n- chew: x #a from:Dana\n")
many("notes-asked", "---\ncompany: C{}\ndate: 2026-10-01\nasked: 2026-10-02\n---\n# x\n")
many("notes-scheduled", "---\ncompany: C{}\ndate: 2026-12-01\noutcome: scheduled\n---\n## Questions to ask\n\n- Why?\n")
many("notes-rejected", "---\ncompany: C{}\ndate: 2026-10-01\nround: onsite\noutcome: rejected\n---\n- spit: Too senior #a\n")
many("notes-with-errors", "---\ncompany: [\n---\n- chew: x\n")
many("templates", "---\ncompany: \"{{company}}\"\n---\n- chew: x\n")
many("prose", "# Note {}\n\nWords and words.\n\n- a bullet\n")


@shape
def topic_aliases(n):
    aliases = "aliases:\n" + "".join(f"  t{i}: [u{i}]\n" for i in range(n // 4))
    return {".debrief.yml": aliases, "a.md": FRONT + "".join(f"- chew: x #u{i}\n" for i in range(n // 4))}


@shape
def alias_of_a_long_name(n):
    return {".debrief.yml": "aliases:\n  a: [b]\n", "a.md": FRONT + "- chew: x #" + "c/" * n + "d\n"}


@shape
def people_of_many_names(n):
    people = "people:\n" + "".join(f"  Dana N{i}: [Dee R{i}]\n" for i in range(n // 4))
    return {".debrief.yml": people, "a.md": FRONT + "".join(f"- chew: x from:\"Dee R{i}\" #a\n" for i in range(n // 4))}


@shape
def line_ends_mixed(n):
    return {"a.md": FRONT + "- chew: x #a\r- spit: y #b\r\n- keep: z\n" * (n // 2)}


@shape
def bytes_that_are_not_text(n):
    return {"a.md": FRONT.encode() + b"- chew: x \xff #a\n" * n}
