"""`debrief triage` on real terminals."""

import re
import signal
import subprocess
import termios
import time
import unicodedata

import pexpect
import pytest

from terminals import DEBRIEF, Screen, spawn

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


@pytest.fixture(name="folder")
def make_folder(tmp_path):
    (tmp_path / "acme.md").write_bytes(ACME)
    (tmp_path / "2026-11-01-hooli.md").write_bytes(HOOLI)
    return tmp_path


@pytest.fixture(name="screen")
def make_screen(folder, request):
    columns = getattr(request, "param", 80)
    screen = Screen(folder, columns)
    yield screen
    screen.close()


def acme(folder):
    return (folder / "acme.md").read_bytes()


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def others(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("screen", [60, 100], indirect=True)
def test_a_pile_of_feedback(screen, folder):
    """From the first key to the last, as a person sees it."""
    screen.command("echo words from earlier; " + COMMAND)
    text = screen.wait_for("1 of 4 · unsorted for 40 days")
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
    screen.wait_for("4 of 4 · in chew for 40 days")
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
        assert text.rstrip().splitlines()[-1] == (
            "[c]hew [s]wallow s[p]it s[k]ip [b]ack [e]dit [q]uit")
        screen.press("k")
    screen.wait_for("last one")


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
    screen.press("k")
    screen.wait_for("2 of 4")
    screen.press("C-z")
    screen.wait_for("Stopped")
    screen.command("clear; stty -a | grep -o ' icanon'")
    screen.wait_for("^ icanon")
    screen.command("fg")
    screen.wait_for("2 of 4")
    screen.press("k")
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
    screen.press("k")
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


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
@pytest.mark.parametrize("key", [b"", b"s"])
def test_signals(folder, number, key):
    child = spawn(folder, ARGUMENTS)
    child.expect(KEYS)
    assert not termios.tcgetattr(child.child_fd)[3] & termios.ICANON
    child.send(b"k")
    child.expect(KEYS)
    child.send(key)
    if key:
        child.expect("What will")
    child.kill(number)
    child.expect(pexpect.EOF)
    child.close()
    assert child.signalstatus == number
    # The last thing that the terminal was told is to go back to the screen that it had.
    left = child.output.bytes
    assert left.rindex(b"\x1b[?1049l") > left.rindex(b"\x1b[?1049h")
    assert left.rindex(b"\x1b[?25h") > left.rindex(b"\x1b[?25l")
    assert b"\x1b[?2004l" in left
    assert b"1 skipped; 3 left for another time." in left
    assert acme(folder) == ACME


@pytest.mark.parametrize("ending", [b"q", b"\x04", b"\x03"])
def test_the_terminal_is_left_as_it_was(folder, ending):
    # A shell holds the terminal open, so that its mode can be looked at when the program has ended.
    child = pexpect.spawn(
        "/bin/sh", ["-c", f"trap : INT; {DEBRIEF} {' '.join(ARGUMENTS)}; echo done; read end"],
        cwd=str(folder), env={"TERM": "xterm", "PATH": "/usr/bin:/bin"}, timeout=20)
    before = termios.tcgetattr(child.child_fd)
    child.expect(KEYS)
    assert termios.tcgetattr(child.child_fd) != before
    child.send(ending)
    child.expect("done")
    assert termios.tcgetattr(child.child_fd) == before
    child.close()


def test_the_terminal_goes_away(folder):
    child = spawn(folder, ARGUMENTS)
    child.expect(KEYS)
    child.send(b"c")
    child.expect("2 of 4")
    child.expect(KEYS)
    written = acme(folder)
    child.close(force=False)
    end = time.monotonic() + 20
    while child.isalive():
        assert time.monotonic() < end
        time.sleep(0.02)
    assert acme(folder) == written and b"- chew: \xc3\xa9" in written
    assert others(folder) == ["2026-11-01-hooli.md", "acme.md"]


def test_pasting_is_no_typing(folder):
    child = spawn(folder, ARGUMENTS)
    child.expect(KEYS)
    child.send(b"\x1b[200~cccc\rspb\x1b[201~")
    child.send(b"s")
    child.expect("What will")
    child.send(b"\x1b[200~Tell it\nin \x1b[31mshort\x1b[201~")
    child.expect("short")
    assert acme(folder) == ACME
    child.send(b"\r")
    child.expect("2 of 4")
    # An escape that came with what was pasted is shown, and never sent to the terminal as one.
    assert b"[31m" in child.output.bytes and b"\x1b[31m" not in child.output.bytes
    child.send(b"q")
    child.expect(pexpect.EOF)
    assert b"\r\n  - [ ] Tell it in " in acme(folder)


def test_hostile_text(folder):
    hostile = (
        "---\ncompany: \"A\\e]0;title\\ab\"\nround: \"x\\nY\"\ninterviewers: [\"\x9b2J\"]\n---\n# Feedback\n"
        "- \x1b[2J\x1b]52;c;aGk=\x07gone\rover \x9b31m\x00 \x7f #structure\n"
        "  - because: \x1b[31mred\n- hunch: \x1b]8;;http://x\x07 #structure\n").encode()
    (folder / "acme.md").unlink()
    (folder / "2026-11-01-hooli.md").unlink()
    (folder / "\x1b[31mred.md").write_bytes(hostile)
    for terminal in ["xterm", "dumb"]:
        child = spawn(folder, ARGUMENTS, TERM=terminal)
        child.expect(KEYS)
        child.send(b"p" if terminal == "xterm" else b"p\n")
        child.expect("Why")
        child.send(b"\x04" if terminal == "xterm" else b"\n")
        child.expect(KEYS)
        child.send(b"q" if terminal == "xterm" else b"q\n")
        child.expect(pexpect.EOF)
        output = child.output.bytes
        known = rb"\x1b\[(\?1049[hl]|\?2004[hl]|\?25[hl]|H|J|K|\d+G|[0-9]*m)"
        rest = re.sub(known, b"", output)
        assert b"\x1b" not in rest and b"\x07" not in rest and b"\x00" not in rest and b"\x7f" not in rest
        assert b"\x1b[2J" not in output and b"\x1b[31m" not in output and b"\xc2\x9b" not in output
        assert "␛".encode() in output
        if terminal == "dumb":
            assert b"\x1b" not in output


def test_no_color(folder):
    styles = rb"\x1b\[[0-9;]*m"
    for environment, is_styled in [({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False)]:
        child = spawn(folder, ARGUMENTS, **environment)
        child.expect(KEYS)
        child.send(b"q")
        child.expect(pexpect.EOF)
        assert bool(re.search(styles, child.output.bytes)) == is_styled


@pytest.mark.parametrize("terminal", ["dumb", ""])
def test_a_dumb_terminal(folder, terminal):
    child = spawn(folder, ARGUMENTS, columns=60, TERM=terminal)
    child.expect("1 of 4")
    child.expect("> ")
    child.sendline(b"swallow")
    child.expect("What will you do")
    child.expect("> ")
    child.sendline("if asked -> é😀".encode())
    child.expect("2 of 4")
    child.expect("> ")
    child.sendline(b"x")
    child.expect("A letter of these")
    child.expect("> ")
    child.sendline(b"b")
    child.expect("Taken back")
    child.expect("1 of 4")
    assert acme(folder) == ACME
    child.expect("> ")
    child.sendline(b"c")
    child.expect("2 of 4")
    child.expect("> ")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert child.signalstatus == signal.SIGINT
    output = child.output.bytes
    assert b"\x1b" not in output
    assert b"1 in chew; 3 left for another time." in output
    assert all(width(line) <= 60 for line in output.decode().replace("\r", "").split("\n"))
    assert "- chew: é😀 Lead".encode() in acme(folder)


def test_killed_at_any_moment(folder):
    """However it ends, each note is one of those that the answers make of it, and the next run works."""
    texts = set()
    for answers in range(4):
        (folder / "acme.md").write_bytes(ACME)
        lines = "".join(["c\n", "c\n", "k\n"][:answers])
        subprocess.run([DEBRIEF, *ARGUMENTS], cwd=folder, input=lines.encode(), check=True, capture_output=True)
        texts.add(acme(folder))
    assert len(texts) == 3
    for number in range(40):
        (folder / "acme.md").write_bytes(ACME)
        for file in folder.glob(".debrief-*"):
            file.unlink()
        with subprocess.Popen(
            [DEBRIEF, *ARGUMENTS], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
        ) as process:
            process.stdin.write(b"c\nc\nk\n")
            process.stdin.flush()
            time.sleep(number * 0.0015)
            process.send_signal([signal.SIGKILL, signal.SIGTERM, signal.SIGINT][number % 3])
            process.stdin.close()
        assert acme(folder) in texts
        left = [name for name in others(folder) if name.startswith(".debrief-")]
        assert not left or number % 3 == 0 and len(left) == 1, "only a kill leaves anything"
