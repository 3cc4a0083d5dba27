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
    if columns == 120:
        assert text == piped
    else:
        assert "- 2026-10-14, company Acme, round onsite" in text and "\n|" not in text
        # Only a link may be wider.
        assert all(width(line) <= columns or "](" in line for line in text.splitlines())
