"""Reports on terminals of 60 and of 120 columns, and beside them in a pipe."""

import subprocess

import pexpect
import pytest

from notes import width
from terminals import DEBRIEF, spawn

ARGUMENTS = ["summarize", "--today", "2026-11-23", "--color", "never"]


@pytest.mark.parametrize("columns", [60, 120])
def test_a_report_takes_the_columns_that_there_are(folder, columns):
    piped = subprocess.run([DEBRIEF, *ARGUMENTS], cwd=folder, check=True, capture_output=True).stdout.decode()
    assert "| 2026-10-14 | Acme" in piped and max(map(width, piped.splitlines())) > 60
    child = spawn(folder, ARGUMENTS, columns=columns)
    child.expect(pexpect.EOF)
    text = child.output.bytes.decode().replace("\r\n", "\n")
    # Places are named, nothing is wider than the terminal, and what is next is on its first screen.
    assert "](" not in text and "|" not in text and "2026-10-14" in text
    assert all(width(line) <= columns for line in text.splitlines())
    assert "## Do next" in text.splitlines()[:24]
