"""`debrief triage` on a bare terminal: signals, modes, and every byte that it sends."""

import re
import signal
import subprocess
import termios
import time

import pexpect
import pytest

from notes import ACME, ARGUMENTS, KEYS, acme, others, width
from terminals import DEBRIEF, spawn


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
@pytest.mark.parametrize("key", [b"", b"s", b"\x1b", b"\x1b[200~c"])
def test_signals(folder, number, key):
    child = spawn(folder, ARGUMENTS)
    child.expect(KEYS)
    assert not termios.tcgetattr(child.child_fd)[3] & termios.ICANON
    child.send(b"i")
    child.expect(KEYS)
    child.send(key)
    if key == b"s":
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
    child.send(b"\x1b[200~cccc")
    time.sleep(0.3)
    child.send(b"cc\rspb\x1b[201~")
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
        known = rb"\x1b\[(\?1049[hl]|\?2004[hl]|\?25[hl]|H|J|K|\d+G|[0-9;]*m)"
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
    child.expect("Type one of these letters")
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
    # The keys stand on one line, which a terminal that can do nothing wraps itself.
    lines = [line for line in output.decode().replace("\r", "").split("\n") if not line.startswith("[c]hew")]
    assert all(width(line) <= 60 for line in lines)
    assert "- chew: é😀 Lead".encode() in acme(folder)


def test_killed_at_any_moment(folder):
    """However it ends, each note is one of those that the answers make of it, and the next run works."""
    texts = set()
    for answers in range(4):
        (folder / "acme.md").write_bytes(ACME)
        lines = "".join(["c\n", "c\n", "i\n"][:answers])
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
