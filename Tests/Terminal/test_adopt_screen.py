"""`debrief adopt` as a person sees it: a note of one's own and a mail, in a few keys."""

NOTE = """# Interview with Initech, 14 Oct 2026

## Feeback

> Hi Sam,
>
> The é😀 pace was good. The numbers were weak.
>
> Best,
> Dana

- hunch: The numbers. #numbers
"""
FRONT = "---\ncompany: Initech\ndate: 2026-10-14\n---\n"


def test_a_note_in_a_few_keys(screen, folder):
    """A key for what is missing, one for the heading, one for the mail; and one takes the last back."""
    note = folder / "mine" / "a.md"
    note.parent.mkdir()
    note.write_text(NOTE, encoding="utf-8")
    screen.command("echo words from earlier; debrief adopt mine --today 2026-11-23")
    text = screen.wait_for("1 of 2 · mine/a.md:1")
    assert "from earlier" not in text and "+company: Initech" in text
    assert note.read_text(encoding="utf-8") == NOTE
    screen.press("w")
    screen.wait_for("2 of 2 · mine/a.md:7")
    assert note.read_text(encoding="utf-8") == FRONT + NOTE
    screen.press("Enter")
    text = screen.wait_for("3 of 3 · mine/a.md:9")
    headed = FRONT + NOTE.replace("Feeback", "Feedback")
    assert note.read_text(encoding="utf-8") == headed and "> - The é😀 pace was good." in text
    screen.press("w")
    screen.wait_for("That was the last one")
    listed = headed.replace("> The é😀 pace was good. The", "> - The é😀 pace was good.\n> - The").replace(
        "> Best,\n> Dana", ">   Best,\n>   Dana")
    assert note.read_text(encoding="utf-8") == listed
    screen.press("b")
    screen.wait_for("3 of 3")
    assert note.read_text(encoding="utf-8") == headed, "back leaves the bytes as they were"
    screen.press("s")
    screen.wait_for("→ × Hi Sam,")
    screen.press("l")
    screen.wait_for("→ - The é😀 pace was good.")
    screen.press("k")
    screen.wait_for("→ - The numbers were weak.")
    screen.press("j")
    screen.press("d")
    screen.wait_for(r"\+> - The é😀 pace was good. The numbers were weak.")
    screen.press("Space")
    screen.wait_for("That was the last one")
    screen.press("q")
    text = screen.wait_for(r"^2 written; 1 skipped\.\n\$")
    assert "from earlier" in text, "the screen is as it was"
    assert note.read_text(encoding="utf-8") == headed
