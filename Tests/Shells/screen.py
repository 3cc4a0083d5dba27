"""Runs the program on a terminal, and looks at the very bytes that it sends there.

    screen.py BINARY
"""
import os
import pty
import select
import subprocess
import sys
import tempfile
import time

BINARY = os.path.abspath(sys.argv[1])
FAILURES = []


def expect(condition, message):
    if not condition:
        FAILURES.append(message)


def run(arguments, terminals="out err", folder=".", keys=None, **environment):
    """Runs the program with some of its streams on a terminal: what it sent to each, and its status."""
    env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", **environment}
    main, side = pty.openpty()
    pipes = {name: os.pipe() for name in ("out", "err") if name not in terminals}
    streams = {name: pipes[name][1] if name in pipes else side for name in ("out", "err")}
    process = subprocess.Popen([BINARY, *arguments], cwd=folder, env=env, stdin=side, stdout=streams["out"],
                               stderr=streams["err"], start_new_session=True,
                               preexec_fn=lambda: __import__("fcntl").ioctl(0, __import__("termios").TIOCSCTTY, 0))
    os.close(side)
    for _, end in pipes.values():
        os.close(end)
    shown = {main: b"", **{start: b"" for start, _ in pipes.values()}}
    open_ends, deadline = set(shown), time.monotonic() + 30
    while open_ends and time.monotonic() < deadline:
        ready, _, _ = select.select(list(open_ends), [], [], 0.3)
        if not ready and keys:
            os.write(main, keys)
            keys = None
        for end in ready:
            try:
                part = os.read(end, 65536)
            except OSError:
                part = b""
            shown[end] += part
            if not part:
                open_ends.remove(end)
        if not ready and process.poll() is not None and open_ends == {main}:
            break
    status = process.wait(10)
    result = {"status": status, "terminal": shown[main].decode(errors="replace").replace("\r\n", "\n")}
    for name, (start, _) in pipes.items():
        result[name] = shown[start].decode(errors="replace")
        os.close(start)
    os.close(main)
    return result


def colour(notes):
    esc = "\x1b["
    plain = subprocess.run([BINARY, "check", notes], capture_output=True).stdout.decode()
    shown = run(["check", notes])["terminal"]
    expect(f"{esc}1;31m error:{esc}0m" in shown, f"check has no red error on a terminal: {shown!r}")
    for sequence in ("0m", "1m", "2m", "1;31m", "1;33m", "1;36m"):
        shown = shown.replace(esc + sequence, "")
    expect(shown == plain, f"check says other things in colour: {shown!r}")
    for words, streams, variables, has_colour in [
        (["check", notes], "err", {}, False),
        (["check", notes, "--color", "always"], "err", {}, True),
        (["check", notes, "--color", "never"], "out err", {}, False),
        (["check", notes], "out err", {"NO_COLOR": "1"}, False),
        (["check", notes], "out err", {"NO_COLOR": ""}, True),
        (["check", notes, "--color", "always"], "out err", {"NO_COLOR": "1"}, True),
        (["check", notes], "out err", {"TERM": "dumb"}, False),
        (["check", notes], "err", {"CLICOLOR_FORCE": "1"}, True),
        (["check", notes], "err", {"CLICOLOR_FORCE": "0"}, False),
        (["check", notes], "out err", {"CLICOLOR": "0"}, False),
        (["check", notes, "--format", "json"], "out err", {}, False),
        (["list", notes], "out err", {}, True),
        (["summarize", notes], "out err", {}, True),
        (["export", notes, "--color", "never"], "out err", {}, False),
    ]:
        result = run(words, terminals=streams, **variables)
        text = result.get("out", result["terminal"])
        expect((esc in text) == has_colour, f"{words} {streams} {variables}: {text!r}")
    # Of two streams each goes by itself.
    result = run(["list", notes], terminals="err")
    expect(esc not in result["out"] and esc in result["terminal"], f"list to a pipe: {result}")
    # Colour or not, nothing in a note reaches the terminal as a command for it.
    with open(f"{notes}/escape.md", "w") as note:
        note.write("- chew: \x1b]0;title\x07 \x1b[2J x\n")
    shown = run(["list", notes])["terminal"]
    expect("\x1b]0" not in shown and "\x1b[2J" not in shown and "␛[2J" in shown, f"a note's escape: {shown!r}")
    os.remove(f"{notes}/escape.md")


def pager(notes, work):
    seen = f"{work}/seen"
    result = run(["list", notes, "--pager"], DEBRIEF_PAGER=f"cat > '{seen}'; echo paged")
    expect(result["terminal"].endswith("paged\n") and "chew" not in result["terminal"], f"the pager: {result}")
    with open(seen) as file:
        expect("a.md:1:1:" in file.read(), "the pager did not get the list")
    result = run(["list", notes, "--pager"], DEBRIEF_PAGER="", PAGER="false")
    expect("a.md:1:1:" in result["terminal"], f"an empty pager: {result}")
    result = run(["list", notes, "--pager"], terminals="err", PAGER="echo paged")
    expect("paged" not in result["out"] and "a.md" in result["out"], f"paged into a pipe: {result}")
    result = run(["list", notes], PAGER="echo paged")
    expect("paged" not in result["terminal"], f"paged without being asked: {result}")
    result = run(["list", notes, "--pager"], PAGER="no-such-pager")
    expect("a.md" in result["terminal"] and "could not be run" in result["terminal"], f"no pager: {result}")
    # A pager that leaves before it has read a text longer than a pipe holds.
    with open(f"{notes}/long.md", "w") as note:
        note.writelines(f"- chew: {'x' * 90} {number}\n" for number in range(20_000))
    for leaving in ("head -n 1", "true", "sleep 0.2"):
        result = run(["list", notes, "--pager"], PAGER=leaving)
        words = result["terminal"].split("\n")
        expect(result["status"] == 1 and "written" not in result["terminal"] and len(words) < 10,
               f"a pager that leaves, {leaving}: {result}")
    result = run(["list", notes, "--pager"], keys=b"q", PAGER="less")
    expect(result["status"] == 1 and "written" not in result["terminal"], f"less: {result}")
    os.remove(f"{notes}/long.md")


def progress(work):
    notes = f"{work}/many"
    os.makedirs(notes)
    with open(f"{notes}/0.md", "w") as note:
        note.writelines("- chew: Some words about how it went. #topic\n" for _ in range(4_000))
    count = 640
    for number in range(1, count):
        os.link(f"{notes}/0.md", f"{notes}/{number}.md")
    result = run(["list", notes, "--open"])
    expect(f"of {count} notes" in result["terminal"], f"no progress: {result}")
    rest = result["terminal"].split("\x1b[?7h")[-1]
    expect(rest.startswith("\r\x1b[K") and "Reading" not in rest, f"the progress is not erased: {rest!r}")
    result = run(["list", notes, "--open"], terminals="out")
    expect("Reading" not in result["err"] and "Reading" not in result["terminal"], f"progress in a file: {result}")
    result = run(["list", notes, "--open"], TERM="dumb")
    expect("Reading" not in result["terminal"], f"progress on a dumb terminal: {result}")


with tempfile.TemporaryDirectory() as folder:
    os.makedirs(f"{folder}/notes")
    with open(f"{folder}/notes/a.md", "w") as file:
        file.write("- chew: fine #pace due:soon\n- swallow: good\n")
    with open(f"{folder}/notes/b.md", "w") as file:
        file.write("---\ntitle: never closed\n")
    colour(f"{folder}/notes")
    pager(f"{folder}/notes", folder)
    progress(folder)
for failure in FAILURES:
    print(f"terminal: {failure[:600]}")
print(f"terminal: {'failed' if FAILURES else 'ok'}")
sys.exit(bool(FAILURES))
