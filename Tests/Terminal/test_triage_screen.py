"""`debrief triage` as a person sees it, on a screen of 60 and of 100 columns."""

import re

import pytest

from notes import ACME, COMMAND, KEYS, acme, others, width


@pytest.mark.parametrize("screen", [60, 100], indirect=True)
def test_a_pile_of_feedback(screen, folder):
    """From the first key to the last, as a person sees it."""
    screen.command("echo words from earlier; " + COMMAND)
    text = screen.wait_for("1 of 4 · unsorted, 40 days since the interview")
    assert "from earlier" not in text
    assert "Acme, onsite · 2026-10-14, 40 days ago" in text and "./acme.md:8" not in text
    assert "Dana Ruiz said:" in text and "“é😀 Lead with the conclusion" in text
    assert "#structure: 2 people, 2026-11; 1 unsorted" in text and "“Draw before you talk.”" in text

    screen.press("s")
    screen.wait_for(r"What will you do\?")
    screen.type("if asked about a conflict -> open with é😀")
    screen.press("Enter")
    screen.wait_for("2 of 4")
    swallowed = ACME.replace(
        "- é😀 Lead with the conclusion, then tell the story. #structure ^lead".encode(),
        "- swallow: é😀 Lead with the conclusion, then tell the story. #structure since:2026-11-23 ^lead\r\n"
        "  - if: asked about a conflict → open with é😀".encode())
    assert acme(folder) == swallowed
    text = screen.wait_for("Swallowed, with a plan: “é😀 Lead")
    assert "三分で" in text and "Perhaps #brevity" in text

    screen.press("b")
    screen.wait_for("1 of 4")
    assert acme(folder) == ACME, "back after swallow leaves the bytes as they were"
    screen.press("s")
    screen.wait_for("What will you do")
    screen.press("Enter")
    screen.wait_for("2 of 4")
    screen.press("p")
    screen.wait_for("Why")
    screen.type("One person.")
    screen.press("Enter")
    screen.wait_for("3 of 4")
    assert "\r\n  - because: One person.\r\n- chew".encode() in acme(folder)
    screen.press("Space")
    screen.wait_for("4 of 4 · in chew, 40 days since the interview")
    screen.press("c")
    text = screen.wait_for("That was the last one")
    assert "Still in chew: “Seemed unsure about the range”" in text
    screen.press("q")
    text = screen.wait_for(r"^1 in chew, 1 swallowed and 1 spat out; 1 skipped\.\n\$")
    assert "from earlier" in text, "the screen is as it was"
    assert others(folder) == ["2026-11-01-hooli.md", "acme.md"]


@pytest.mark.parametrize("screen", [60, 100], indirect=True)
def test_lines_fit(screen, request):
    columns = request.node.callspec.params["screen"]
    screen.command(COMMAND)
    for number in range(1, 5):
        text = screen.wait_for(f"{number} of 4")
        # A line that is too long would go on at the start of the next, in the middle of a word.
        assert all(width(line) <= columns for line in text.splitlines())
        assert " ".join(text.split()).endswith(
            "[c]hew [s]wallow s[p]it [k]eep [t]opic sk[i]p [b]ack [e]dit [q]uit")
        screen.press("i")
    screen.wait_for("last one")


@pytest.mark.parametrize("screen", [60, 100], indirect=True)
def test_a_topic(screen, folder):
    """The one that is proposed, another, one that is none, and back over all of them."""
    screen.command(COMMAND)
    screen.wait_for("1 of 4")
    screen.press("i")
    screen.wait_for("Perhaps #brevity")
    screen.press("t")
    screen.wait_for("> brevity$")
    screen.press("Enter")
    text = screen.wait_for("^#brevity: nobody else so far")
    assert "2 of 4" in text and "About #brevity: “You went on" in text
    assert "Nothing else is about #brevity yet." in text
    named = acme(folder)
    assert "お願いします。 #brevity\r\n".encode() in named
    screen.press("t")
    screen.wait_for("Which topic")
    screen.type("chew")
    screen.press("Enter")
    screen.wait_for("“chew” cannot be a topic")
    screen.press("C-u")
    screen.type("structure")
    screen.press("Enter")
    screen.wait_for("^#structure: 2 people")
    screen.press("c")
    screen.wait_for("3 of 4")
    assert "- chew: You went on" in acme(folder).decode()
    screen.press("b")
    screen.wait_for("2 of 4")
    screen.press("b")
    screen.wait_for("” #brevity\n\n")
    assert acme(folder) == named
    screen.press("b")
    screen.wait_for("Perhaps #brevity")
    assert acme(folder) == ACME
    screen.press("b")
    screen.wait_for("1 of 4")
    screen.press("q")
    screen.wait_for("Nothing decided; 4 left")


def test_another_size(screen):
    screen.command(COMMAND)
    screen.wait_for("1 of 4")
    screen.resize(60, 12)
    text = screen.wait_for("^↓$")
    assert "1 of 4" in text and re.search(KEYS, text)
    for _ in range(9):
        screen.press("Down")
    text = screen.wait_for("^↑$")
    assert "Draw before you talk" in text or "Hooli" in text or "hooli" in text
    assert re.search(KEYS, text)
    for _ in range(9):
        screen.press("Up")
    screen.wait_for("1 of 4")
    screen.resize(20, 4)
    screen.wait_for(KEYS)
    screen.resize(100, 30)
    text = screen.wait_for("1 of 4")
    assert "↓" not in text
    screen.press("q")
    screen.wait_for(r"^\$ $")


def test_typing(screen, folder):
    """The line that one types in has what a shell's has."""
    screen.command(COMMAND)
    screen.wait_for("1 of 4")
    screen.press("s")
    screen.wait_for("What will")
    screen.type("wrong words")
    screen.press("C-u")
    screen.type("Tel the story")
    screen.press("Home", "Right", "Right", "Right")
    screen.type("l")
    screen.press("End", "Left", "BSpace")
    screen.type("r")
    screen.press("C-e")
    screen.type(" a gain")
    screen.press("C-w")
    screen.type("x" * 150)
    screen.wait_for("> ….*x$")
    for _ in range(150):
        screen.press("BSpace")
    screen.type("é😀")
    screen.wait_for("> Tell the story a é😀")
    screen.press("Escape")
    screen.wait_for(KEYS)
    assert acme(folder) == ACME
    screen.press("s")
    screen.wait_for("What will")
    screen.type("chew: it")
    screen.press("Enter")
    screen.wait_for("Nothing was written: the text would not be read as it is given")
    screen.press("Home")
    screen.type("To ")
    screen.press("Enter")
    screen.wait_for("2 of 4")
    assert b"\r\n  - [ ] To chew: it\r\n" in acme(folder)
    screen.press("C-c")
    screen.wait_for("left for another time")


def test_stopping_and_going_on(screen):
    screen.command(COMMAND)
    screen.wait_for("1 of 4")
    screen.press("i")
    screen.wait_for("2 of 4")
    screen.press("C-z")
    screen.wait_for("Stopped")
    screen.command("clear; stty -a | grep -o ' icanon'")
    screen.wait_for("^ icanon")
    screen.command("fg")
    screen.wait_for("2 of 4")
    screen.press("i")
    screen.wait_for("3 of 4")
    screen.press("q")
    screen.wait_for("2 skipped; 2 left")


def test_ctrl_c_in_the_middle(screen, folder):
    screen.command(COMMAND)
    screen.wait_for("1 of 4")
    screen.press("c")
    screen.wait_for("2 of 4")
    chewed = acme(folder)
    assert chewed.startswith(ACME[:100]) and "- chew: é😀 Lead".encode() in chewed
    screen.press("s")
    screen.wait_for("What will")
    screen.type("half a sen")
    screen.wait_for("half a sen")
    screen.press("C-c")
    screen.wait_for("^1 in chew; 3 left for another time")
    screen.command("echo status $?; stty -a | grep -o ' icanon'")
    screen.wait_for("^status 130\n icanon")
    assert acme(folder) == chewed


def test_the_note_changes_underneath(screen, folder):
    screen.command(COMMAND)
    screen.wait_for("1 of 4")
    changed = ACME.replace(b"Lead with the conclusion", b"Begin with the end")
    (folder / "acme.md").write_bytes(changed)
    screen.press("s")
    screen.wait_for("What will")
    screen.type("Do it")
    screen.press("Enter")
    text = screen.wait_for("changed in the meantime")
    assert "Begin with the end" in text and acme(folder) == changed
    # What was typed need not be typed again.
    screen.press("s")
    screen.wait_for("> Do it$")
    screen.press("Escape")
    screen.wait_for(KEYS)
    # Gone altogether: by a new file in its place, as many editors save.
    rest = changed.replace(
        "- é😀 Begin with the end, then tell the story. #structure ^lead\r\n".encode(), b"")
    (folder / "new").write_bytes(rest)
    (folder / "new").rename(folder / "acme.md")
    screen.press("c")
    text = screen.wait_for("It is no longer in the note: “é😀 Begin with the end")
    assert "1 of 3" in text and acme(folder) == rest
    # At another line now, and the same to the reader.
    moved = rest.replace(b"# Feedback\r\n", b"# Feedback\r\n\r\nThey called.\r\n\r\n")
    (folder / "acme.md").write_bytes(moved)
    screen.press("c")
    screen.wait_for("2 of 3")
    assert "They called.\r\n\r\n- chew: You went on too long".encode() in acme(folder)
    (folder / "2026-11-01-hooli.md").unlink()
    screen.press("c")
    screen.wait_for("hooli.md: there is no such file")
    screen.press("q")
    screen.wait_for(r"^1 in chew; 1 left")


def editor(folder, script):
    path = folder.parent / "editor.sh"
    path.write_text("#!/bin/sh\n" + script)
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("variable", ["VISUAL", "EDITOR"])
def test_an_editor(screen, folder, variable):
    script = editor(
        folder,
        # With an argument of its own, with the terminal for itself, and with a line in the middle cut in two.
        "echo \"$@\" > ../arguments; stty -a < /dev/tty | grep -o ' icanon' >> ../arguments\n"
        "grep SigBlk /proc/self/status >> ../arguments\n"
        "sed -i 's/, the answer about/\\r\\n- The answer about/' \"$3\"\n")
    screen.command(f"{variable}='{script} --wait' {COMMAND}")
    screen.wait_for("1 of 4")
    screen.press("i")
    screen.wait_for("2 of 4")
    screen.press("e")
    text = screen.wait_for("2 of 5")
    assert "“You went on too long”" in text and "changed" not in text
    arguments = (folder.parent / "arguments").read_text().splitlines()
    assert arguments[:2] == ["--wait +9 ./acme.md", " icanon"]
    assert re.fullmatch(r"SigBlk:\s*0+", arguments[2])
    screen.press("p")
    screen.wait_for("Why")
    screen.press("Enter")
    text = screen.wait_for("3 of 5")
    assert "“The answer about the outage" in text
    assert b"- spit: You went on too long since:2026-11-23\r\n- The answer about" in acme(folder)
    # What was written before the editor's change is still taken back, and only that.
    screen.press("b")
    screen.wait_for("2 of 5")
    assert acme(folder) == ACME.replace(b", the answer about", b"\r\n- The answer about")
    screen.press("q")
    screen.wait_for("left for")


def test_an_editor_that_is_none(screen, folder):
    screen.command(f"EDITOR=/no/such/editor {COMMAND}")
    screen.wait_for("1 of 4")
    screen.press("e")
    text = screen.wait_for("could not be started")
    assert "1 of 4" in text and acme(folder) == ACME
    screen.press("q")
    screen.wait_for("left for")


def test_an_editor_decides(screen, folder):
    script = editor(folder, "sed -i 's/- é😀 Lead/- spit: é😀 Lead/' \"$2\"; exit 3\n")
    screen.command(f"EDITOR={script} {COMMAND}")
    screen.wait_for("1 of 4")
    screen.press("e")
    text = screen.wait_for("ended with status 3")
    assert "In the note it is spat out by now" in text and "1 of 3" in text
    screen.press("q")
    screen.wait_for("left for")
