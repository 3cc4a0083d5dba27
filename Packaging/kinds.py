#!/usr/bin/env python3
"""Makes Sources/Notes/Guessing/kinds.txt from notes that are not in the format.

Run it by `make kinds` after a change of those notes, or of what SentenceFeatures.swift sees of a sentence. It needs
scikit-learn, and the same input gives the same file. Beside the notes of each folder stands `truth.tsv`, which says what
is meant in them. What it does is multinomial logistic regression, twice: on what can be seen of a sentence, and
then on the probabilities that this gives for the sentence, for those beside it and for all of its note.
"""
import collections, pathlib, re, subprocess, sys
import numpy
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

HERE = pathlib.Path(__file__).resolve().parent.parent
PEOPLE = HERE / "Tests/NotebookTests/NewUsers/people"
# The notes of these people are not counted, so that they show how well it is told what others wrote.
HELD_OUT = {"devops-engineer", "electrician", "librarian", "paramedic"}
KINDS = ["action", "asked", "to-ask", "said", "impression", "other"]
MEANT = {
    "action": "action", "asked": "asked", "to-ask": "to-ask", "feedback": "said", "praise": "said",
    "hunch": "impression", "evidence": "impression",
}
# A name counts if at least so many sentences have it, and if it leans at least so far to a kind.
FEWEST, LEAST = 4, 0.3
FOLDS = 4
BESIDE = [-2, -1, 1, 2]
HEAD = """\
# How what can be seen of a sentence leans to what it tells, in hundredths: `A12B-3` is 12 to the first kind of the list
# and 3 away from the second. `w=` is a word's stem, `b=` two neighbours, `f=` the first words, `o=`, `l=`, `p=` and `h=` a
# word of the label in front, of the line above, of the item around and of the heading. The line without a name holds for
# each sentence. Names with `~` are of the second step: the kind of the sentence itself, of those beside it, and of all.
# Packaging/kinds.py makes this file from the notes below Tests/NotebookTests/NewUsers; do not change it by hand.
"""


def plain(text):
    return " ".join(re.sub(r"[^\w]+", " ", text.lower()).split())


class Sentences:
    """The sentences of all people, in order, with what can be seen of each and what it tells."""

    def __init__(self, tool):
        self.seen, self.kinds, self.people, self.notes = [], [], [], []
        for folder in sorted(PEOPLE.iterdir()):
            self.add(folder, subprocess.run(
                [tool, folder / "notes"], capture_output=True, text=True, check=True).stdout)
        self.kinds, self.people = numpy.array(self.kinds), numpy.array(self.people)
        self.notes = numpy.array(self.notes)

    def add(self, folder, rows):
        meant = collections.defaultdict(list)
        for row in (folder / "truth.tsv").read_text(encoding="utf-8").splitlines():
            kind, path, line, *words = row.split("\t")
            if kind in MEANT and words: meant[path].append((MEANT[kind], int(line), plain(words[0])))
        for row in rows.splitlines():
            _, path, line, _, text, *names = row.split("\t")
            text, kind = plain(text), "other"
            for own, first, words in meant[path]:
                is_near = first - 2 <= int(line) <= first + 3
                if is_near and text and (words in text or len(text) > 5 and text in words): kind = own
            self.seen.append(dict.fromkeys(names, 1))
            self.kinds.append(kind)
            self.people.append(folder.name)
            self.notes.append(f"{folder.name}/{path}")

    def of(self, people): return numpy.where(numpy.isin(self.people, list(people)))[0]


def softmax(scores):
    powers = numpy.exp(scores - scores.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def in_order(model):
    order = [list(model.classes_).index(kind) for kind in KINDS]
    return model.coef_[order], model.intercept_[order]


class FirstStep:
    """What can be seen of a sentence, and how far each name leans to each kind."""

    def __init__(self, sentences, rows):
        self.vectorizer = DictVectorizer(dtype=numpy.float32)
        seen = self.vectorizer.fit_transform([sentences.seen[row] for row in rows])
        self.kept = numpy.asarray((seen > 0).sum(0)).ravel() >= FEWEST
        model = LogisticRegression(max_iter=300).fit(seen[:, self.kept], sentences.kinds[rows])
        weights, self.always = in_order(model)
        leans = numpy.abs(weights).max(0) >= LEAST
        self.weights = numpy.where(numpy.abs(weights) >= LEAST / 3, numpy.round(weights * 20) / 20, 0) * leans
        self.names = numpy.array(self.vectorizer.get_feature_names_out())[self.kept]

    def probabilities(self, sentences, rows):
        seen = self.vectorizer.transform([sentences.seen[row] for row in rows])[:, self.kept]
        return softmax(seen @ self.weights.T + self.always)


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


def main(tool):
    sentences = Sentences(tool)
    people = sorted(set(sentences.people) - HELD_OUT)
    rows, others = sentences.of(people), sentences.of(HELD_OUT)
    first = FirstStep(sentences, rows)
    # The second step must see the first one's probabilities as they are for people whom it has not counted.
    probabilities = numpy.zeros((len(sentences.kinds), len(KINDS)))
    for fold in range(FOLDS):
        left_out = people[fold::FOLDS]
        step = FirstStep(sentences, sentences.of(set(people) - set(left_out)))
        probabilities[sentences.of(left_out)] = step.probabilities(sentences, sentences.of(left_out))
    probabilities[others] = first.probabilities(sentences, others)
    looked_at = beside(probabilities, sentences.notes)
    weights, always = in_order(LogisticRegression(max_iter=3000).fit(looked_at[rows], sentences.kinds[rows]))
    lines = ["kinds\t" + " ".join(KINDS), line("", first.always)]
    for number in numpy.argsort(first.names):
        if first.weights[:, number].any(): lines.append(line(first.names[number], first.weights[:, number]))
    lines.append(line("~", always))
    for block, name in enumerate(["own"] + [f"{offset:+d}" for offset in BESIDE] + ["all"]):
        for number, kind in enumerate(KINDS):
            lines.append(line(f"~{name} {kind}", weights[:, block * len(KINDS) + number]))
    target = HERE / "Sources/Notes/Guessing/kinds.txt"
    target.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    told = numpy.array(KINDS)[softmax(looked_at[others] @ weights.T + always).argmax(1)]
    for kind in KINDS[:-1]:
        is_told, is_meant = told == kind, sentences.kinds[others] == kind
        right = (is_told & is_meant).sum()
        print(f"{kind:11} of the held-out: {right} right of {is_told.sum()} told and {is_meant.sum()} meant")


if __name__ == "__main__":
    main(sys.argv[1])
