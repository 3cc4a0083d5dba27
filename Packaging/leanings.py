#!/usr/bin/env python3
"""Makes Sources/WordTables/leanings.txt from sentences whose topics people named.

Run it after a change of those sentences, or of the forms in the lexicon. It needs numpy, and the same input gives the
same file. What it does is multinomial logistic regression: each stem of a sentence, and each pair of neighbours, gets
an amount for each topic, so that the sums say as well as possible which topic a sentence is about.
"""
import collections, pathlib, re
import numpy

HERE = pathlib.Path(__file__).resolve().parent.parent
TABLES = HERE / "Sources/WordTables"
SENTENCES = HERE / "Tests/NotebookTests/Topics"
# How much a sentence of each file counts: one in ordinary words more than one that was made to be difficult.
FILES = {"ordinary": 1.5, "oblique": 1, "tuning": 1, "registers": 1}
VOWELS = "aeiou"


def ends(word, *endings):
    return any(word.endswith(ending) and len(word) > len(ending) for ending in endings)


def stem(word):
    """The stem of a word, as Stem.swift has it."""
    if len(word) <= 3 or not re.fullmatch("[a-z]+", word): return word
    if ends(word, "s"):
        if ends(word, "ies") and len(word) > 4: word = word[:-3] + "y"
        elif ends(word, "sses", "xes", "ches", "shes"): word = word[:-2]
        elif not ends(word, "ss", "us", "is"): word = word[:-1]
    if ends(word, "ly") and len(word) > 4: word = word[:-2]
    length = 3 if ends(word, "ing") else 2 if ends(word, "ed") and not ends(word, "eed") else 0
    if ends(word, "ied") and len(word) > 4: word = word[:-3] + "y"
    elif length and len(word) - length > 2 and any(letter in VOWELS + "y" for letter in word[:-length]):
        word = word[:-length]
        if word[-1] == word[-2] and word[-1] not in VOWELS + "lsz": word = word[:-1]
    if len(word) > 5:
        word = re.sub("is(e?)$", r"iz\1", word)
        word = word[0] + word[1:].replace("our", "or", 1)
    if len(word) > 3:
        if word[-1] == "e": word = word[:-1]
        elif word[-1] == "y" and word[-2] not in VOWELS: word = word[:-1] + "i"
    return word


def words(text):
    """The words of a text, as Words.swift has them; None where a sentence ends."""
    found, at = [], 0
    for match in re.finditer(r"[^\W_]+(?:['’][^\W_]*)*", text):
        if re.search("[.!?;…]", text[at:match.start()]): found.append(None)
        at = match.end()
        head, *tail = re.split("['’]", match[0].lower())
        if tail == ["t"] and head.endswith("n"): found += [word for word in (head[:-1], "not") if word]
        elif tail == ["d"] and head in ("i", "we"): found += [head, "would"]
        elif len(tail) == 1 and tail[0] in ("", "s", "d", "m", "re", "ve", "ll"): found.append(head)
        else: found.append(head + "".join(tail))
    return found


def read_lexicon():
    """The names of the topics, and a function from a word to the stem that it counts as."""
    topics, forms, whole, section, word = [], {}, {}, None, None
    for line in (TABLES / "lexicon.yml").read_text(encoding="utf-8").splitlines():
        if key := re.match(r"([\w-]+):", line): section = key[1]
        elif section == "topics" and (key := re.fullmatch(r"  ([\w-]+):", line)): topics.append(key[1])
        elif section == "forms" and not line.lstrip().startswith("#"):
            key = re.match(r"  ([\w-]+):", line)
            if key: word = stem(key[1])
            for look in (line[key.end():] if key else line).replace("- ", " ").split():
                (whole if look.endswith("ly") else forms)[look if look.endswith("ly") else stem(look)] = word
    return topics, lambda text: whole.get(text) or forms.get(stem(text), stem(text))


def read_sentences(name):
    for line in (SENTENCES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if "|" not in line or line[0] in "#@": continue
        topics, text = line.split("|", 1)
        yield [topic.strip() for topic in topics.split(",") if topic.strip() not in ("", "-")], text.strip()


def features(text, count_as):
    """The stems of a text and the pairs of neighbours, each once."""
    found, last = set(), None
    for word in words(text):
        this = word and count_as(word)
        if this: found.add(this)
        if this and last: found.add(f"{last} {this}")
        last = this
    return sorted(found)


def main():
    topics, count_as = read_lexicon()
    sentences = [(features(text, count_as), named or ["none"], weight)
                 for name, weight in FILES.items() for named, text in read_sentences(name)]
    topics = topics + ["none"]
    counts = collections.Counter(feature for found, _, _ in sentences for feature in found)
    # A pair says more than its words only where it is met several times.
    known = sorted(feature for feature, count in counts.items() if count > (2 if " " in feature else 1))
    numbers = {feature: number for number, feature in enumerate(known)}
    always = len(numbers)
    amounts = numpy.zeros((always + 1, len(topics)))
    rows = [numpy.array([numbers[f] for f in found if f in numbers] + [always]) for found, _, _ in sentences]
    goals = numpy.zeros((len(sentences), len(topics)))
    for number, (_, named, _) in enumerate(sentences):
        goals[number, [topics.index(topic) for topic in named]] = 1 / len(named)
    random = numpy.random.default_rng(0)
    for round in range(12):
        rate = 0.12 / (1 + 0.2 * round)
        for number in random.permutation(len(sentences)):
            row = rows[number]
            shares = numpy.exp((sums := amounts[row].sum(0)) - sums.max())
            shares /= shares.sum()
            amounts[row] -= rate * (sentences[number][2] * (shares - goals[number]) + 0.01 * amounts[row])
    amounts -= amounts.mean(1, keepdims=True)
    amounts[:-1][abs(amounts[:-1]) < 0.15] = 0
    tenths = numpy.round(amounts * 10).astype(int)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    lines = [(feature, "".join(f"{letters[t]}{value}" for t, value in enumerate(tenths[number]) if value))
             for feature, number in [("", always), *numbers.items()]]
    with open(TABLES / "leanings.txt", "w", encoding="utf-8") as file:
        file.write("# How the stems of words, and pairs of neighbours, lean to topics, in tenths: `A12B-3` is 12 to the first\n"
                   "# topic of the list and 3 away from the second. `none` stands for sentences that are about nothing. The line\n"
                   "# without a word holds for each sentence. Packaging/leanings.py makes this file from the sentences below\n"
                   "# Tests/NotebookTests/Topics; do not change it by hand.\n")
        file.write("topics\t" + " ".join(topics) + "\n")
        file.writelines(f"{feature}\t{amount}\n" for feature, amount in lines if amount)


if __name__ == "__main__":
    main()
