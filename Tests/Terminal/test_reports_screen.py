"""Reports as a person sees them, on a screen of 60 and of 120 columns, and what goes into a pipe there."""

import pytest

from notes import width


@pytest.mark.parametrize("screen", [60, 120], indirect=True)
def test_a_report_takes_the_columns_that_there_are(screen, folder, request):
    columns = request.node.callspec.params["screen"]
    screen.command("clear; debrief summarize --today 2026-11-23 > piped; debrief summarize --today 2026-11-23 | tail -n 3")
    screen.wait_for(r"^\| 2026-10-14")
    screen.command("clear; debrief summarize --today 2026-11-23")
    screen.wait_for("^## Interviews")
    text = screen.wait_for(r"2026-10-14(.|\n)*^\$ $")
    piped = (folder / "piped").read_text()
    assert "| 2026-10-14 | Acme" in piped and max(map(width, piped.splitlines())) > 60
    if columns == 120:
        assert "| 2026-10-14 | Acme" in text
    else:
        assert "- 2026-10-14, company Acme, round onsite" in text and "|" not in text
        # A line that is too long would go on at the start of the next, in the middle of a word.
        assert all(width(line) < columns for line in text.splitlines() if "](" not in line)
