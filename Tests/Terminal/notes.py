"""The notes that the tests begin with, and how they ask about them."""

import unicodedata

ACME = (
    "\ufeff---\r\ncompany: Acme\r\nround: onsite\r\ndate: 2026-10-14\r\ninterviewers: [Dana Ruiz]\r\n---\r\n"
    "# Feedback\r\n- é😀 Lead with the conclusion, then tell the story. #structure ^lead\r\n"
    "- You went on too long, the answer about the outage most of all; 三分で話してください、お願いします。\r\n"
    "- chew: Seemed unsure about the range #salary"
).encode()
HOOLI = "# Feedback\n\n- Draw before you talk. #structure\n".encode()
ARGUMENTS = ["triage", "--today", "2026-11-23"]
COMMAND = "debrief " + " ".join(ARGUMENTS)
KEYS = r"\[q\]uit"


def acme(folder):
    return (folder / "acme.md").read_bytes()


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def others(folder):
    return sorted(path.name for path in folder.iterdir())
