#!/usr/bin/env python3
"""Makes kinds.txt, names.txt and dates.txt in Sources/WordTables from notes that are not in the format.

Run it by `make kinds` after a change of those notes, or of what SentenceFeatures.swift sees of a sentence or
NameFinder.swift and DateFinder.swift of a name or a date. It needs scikit-learn. Beside the notes of each folder
stands `truth.tsv`, which says what is meant in them. What it does for sentences is multinomial logistic regression, twice:
on what can be seen of a sentence, and then on the probabilities that this gives for the sentence, for those beside it and
for all of its note. For names and dates it is done once. What can be seen of a note depends a little on the tables that
are built in, so a second run may change the last digits.
"""
import collections, pathlib, re, subprocess, sys
import numpy
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

HERE = pathlib.Path(__file__).resolve().parent.parent
PEOPLE = HERE / "Tests/NotebookTests/NewUsers/people"
# The notes of these people are not counted, so that they show how well it is told what others wrote.
HELD_OUT = {
    "devops-engineer", "electrician", "librarian", "paramedic",
    "chemistry-teacher", "insurance-sales", "platform-engineer", "theatre-nurse",
}
OUTCOMES = ["rejected", "offer", "advanced", "waiting", "withdrawn"]
KINDS = ["action", "asked", "to-ask", "said", "impression", *OUTCOMES, "other"]
ROLES = ["company", "interviewer", "other"]
DAYS = ["interview", "other"]
MEANT = {
    "action": "action", "asked": "asked", "to-ask": "to-ask", "feedback": "said", "praise": "said",
    "hunch": "impression", "evidence": "impression",
}
# A name counts if at least so many sentences have it, and if it leans at least so far to a kind.
FEWEST, LEAST = 4, 0.15
FOLDS = 4
# Words of names that do not say who is meant.
COMMON = set("the of and a an mr mrs ms dr prof from hr manager head team group ltd".split())
BESIDE = [-2, -1, 1, 2]
HEAD = """\
# How what can be seen of a sentence leans to what it tells, in hundredths: `A12B-3` is 12 to the first kind of the list
# and 3 away from the second. `w=` is a word's stem, `b=` two neighbours, `f=` the first words, `o=`, `l=`, `p=` and `h=` a
# word of the label in front, of the line above, of the item around and of the heading. The line without a name holds for
# each sentence. Names with `~` are of the second step: the kind of the sentence itself, of those beside it, and of all.
# Packaging/kinds.py makes this file from the notes below Tests/NotebookTests/NewUsers; do not change it by hand.
"""
HEAD_OF_DATES = """\
# How what can be seen of a date leans to its being the day of the interview, in hundredths: `A12B-3` is 12 to that and 3
# away from another day. `p=` and `a=` are the word in front and after, `pp=` and `aa=` two words there, `c=` a word of its
# line, `o=`, `l=` and `h=` a word of the label in front, of the line above and of the heading. Packaging/kinds.py makes
# this file from the notes below Tests/NotebookTests/NewUsers; do not change it by hand.
"""
HEAD_OF_NAMES = """\
# How what can be seen of a name leans to whose it is, in hundredths: `A12B-3` is 12 to the first of the list and 3 away
# from the second. `n=` is a word of the name, `p=` and `a=` the word in front and after, `pp=` and `aa=` two words there,
# `c=` a word of its line, `o=`, `l=` and `h=` a word of the label in front, of the line above and of the heading.
# Packaging/kinds.py makes this file from the notes below Tests/NotebookTests/NewUsers; do not change it by hand.
"""


def plain(text):
    return " ".join(re.sub(r"[^\w]+", " ", text.lower()).split())


class Things:
    """The sentences, names or dates of all people, in order, with what can be seen of each and of which kind it is."""

    def __init__(self): self.seen, self.kinds, self.people, self.notes = [], [], [], []

    def add(self, kind, person, path, features):
        self.seen.append(dict.fromkeys(features, 1))
        self.kinds.append(kind)
        self.people.append(person)
        self.notes.append(f"{person}/{path}")

    def finish(self):
        self.kinds, self.people = numpy.array(self.kinds), numpy.array(self.people)
        self.notes = numpy.array(self.notes)

    def of(self, people): return numpy.where(numpy.isin(self.people, list(people)))[0]


def kind_of_sentence(text, line, truths):
    text, kind = plain(text), "other"
    for own, first, words, outcome in truths:
        is_near = first - 2 <= line <= first + 3
        if is_near and text and (words in text or len(text) > 5 and text in words):
            kind = MEANT.get(own) or outcome or kind
    return kind


def kind_of_name(text, truths):
    words = set(plain(text).split()) - COMMON
    for role in ROLES[:-1]:
        if any(own == role and words & set(meant.split()) for own, _, meant, _ in truths): return role
    return "other"


def kind_of_date(text, truths):
    # The year may depend on the day on which the note is read.
    is_meant = any(own == "date" and text[4:] == meant.replace(" ", "-")[4:] for own, _, meant, _ in truths)
    return "interview" if is_meant else "other"


def read(tool):
    """The sentences, names and dates of all people."""
    sentences, names, dates = Things(), Things(), Things()
    for folder in sorted(PEOPLE.iterdir()):
        truths = collections.defaultdict(list)
        for row in (folder / "truth.tsv").read_text(encoding="utf-8").splitlines():
            kind, path, line, words, *outcome = row.split("\t") + [""] * 2
            truths[path].append((kind, int(line), plain(words), outcome[0] if outcome[0] in OUTCOMES else None))
        rows = subprocess.run([tool, folder / "notes"], capture_output=True, text=True, check=True).stdout
        for row in rows.splitlines():
            what, path, line, text, *features = row.split("\t")
            if what == "sentence":
                kind = kind_of_sentence(text, int(line), truths[path])
                sentences.add(kind, folder.name, path, features)
            elif what == "name":
                names.add(kind_of_name(text, truths[path]), folder.name, path, features)
            else:
                dates.add(kind_of_date(text, truths[path]), folder.name, path, features)
    for things in (sentences, names, dates): things.finish()
    return sentences, names, dates


def softmax(scores):
    powers = numpy.exp(scores - scores.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def in_order(model, kinds):
    if len(kinds) == 2:
        # Of two kinds there is one row, for the second by name.
        sign = 1 if model.classes_[1] == kinds[0] else -1
        weights, always = sign * model.coef_[0] / 2, sign * model.intercept_[0] / 2
        return numpy.array([weights, -weights]), numpy.array([always, -always])
    order = [list(model.classes_).index(kind) for kind in kinds]
    return model.coef_[order], model.intercept_[order]


class FirstStep:
    """What can be seen of a thing, and how far each name of that leans to each kind."""

    def __init__(self, things, rows, kinds, strength=0.5):
        self.vectorizer = DictVectorizer(dtype=numpy.float32)
        seen = self.vectorizer.fit_transform([things.seen[row] for row in rows])
        self.kept = numpy.asarray((seen > 0).sum(0)).ravel() >= FEWEST
        model = LogisticRegression(max_iter=1000, C=strength).fit(seen[:, self.kept], things.kinds[rows])
        weights, self.always = in_order(model, kinds)
        leans = numpy.abs(weights).max(0) >= LEAST
        self.weights = numpy.where(numpy.abs(weights) >= LEAST / 3, numpy.round(weights * 20) / 20, 0) * leans
        self.names = numpy.array(self.vectorizer.get_feature_names_out())[self.kept]

    def probabilities(self, things, rows):
        seen = self.vectorizer.transform([things.seen[row] for row in rows])[:, self.kept]
        return softmax(seen @ self.weights.T + self.always)

    def lines(self):
        found = [line("", self.always)]
        for number in numpy.argsort(self.names):
            if self.weights[:, number].any(): found.append(line(self.names[number], self.weights[:, number]))
        return found


def beside(probabilities, notes):
    """What the second step looks at: the sentence itself, those beside it, and the mean of its note."""
    columns = [numpy.log(probabilities + 1e-4)]
    for offset in BESIDE:
        moved = numpy.zeros_like(probabilities)
        for row in range(len(notes)):
            if 0 <= row + offset < len(notes) and notes[row] == notes[row + offset]:
                moved[row] = probabilities[row + offset]
        columns.append(moved)
    mean = numpy.zeros_like(probabilities)
    for note in numpy.unique(notes): mean[notes == note] = probabilities[notes == note].mean(0)
    return numpy.hstack(columns + [mean])


def line(name, amounts):
    return name + "\t" + "".join(
        f"{chr(65 + number)}{round(amount * 100)}" for number, amount in enumerate(amounts) if round(amount * 100))


def write(file, head, lines):
    (HERE / "Sources/WordTables" / file).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def show(kinds, told, meant):
    for kind in kinds[:-1]:
        right = ((told == kind) & (meant == kind)).sum()
        counts = f"{right} right of {(told == kind).sum()} told and {(meant == kind).sum()} meant"
        print(f"{kind:11} of the held-out: {counts}")


def count_sentences(sentences):
    people = sorted(set(sentences.people) - HELD_OUT)
    rows, others = sentences.of(people), sentences.of(HELD_OUT)
    first = FirstStep(sentences, rows, KINDS)
    # The second step must see the first one's probabilities as they are for people whom it has not counted.
    probabilities = numpy.zeros((len(sentences.kinds), len(KINDS)))
    for fold in range(FOLDS):
        left_out = people[fold::FOLDS]
        step = FirstStep(sentences, sentences.of(set(people) - set(left_out)), KINDS)
        probabilities[sentences.of(left_out)] = step.probabilities(sentences, sentences.of(left_out))
    probabilities[others] = first.probabilities(sentences, others)
    looked_at = beside(probabilities, sentences.notes)
    model = LogisticRegression(max_iter=3000).fit(looked_at[rows], sentences.kinds[rows])
    weights, always = in_order(model, KINDS)
    lines = ["kinds\t" + " ".join(KINDS), *first.lines(), line("~", always)]
    for block, name in enumerate(["own"] + [f"{offset:+d}" for offset in BESIDE] + ["all"]):
        for number, kind in enumerate(KINDS):
            lines.append(line(f"~{name} {kind}", weights[:, block * len(KINDS) + number]))
    write("kinds.txt", HEAD, lines)
    show(KINDS, numpy.array(KINDS)[softmax(looked_at[others] @ weights.T + always).argmax(1)], sentences.kinds[others])


def count(things, kinds, file, head):
    others = things.of(HELD_OUT)
    step = FirstStep(things, things.of(set(things.people) - HELD_OUT), kinds)
    write(file, head, ["kinds\t" + " ".join(kinds), *step.lines()])
    show(kinds, numpy.array(kinds)[step.probabilities(things, others).argmax(1)], things.kinds[others])


def main(tool):
    sentences, names, dates = read(tool)
    count_sentences(sentences)
    count(names, ROLES, "names.txt", HEAD_OF_NAMES)
    count(dates, DAYS, "dates.txt", HEAD_OF_DATES)


if __name__ == "__main__":
    main(sys.argv[1])
