"""Two kinds of terminal to drive the program on: a screen as a person sees it, and the bytes that come."""

import os
import re
import subprocess
import time
import uuid

import pexpect

DEBRIEF = os.environ["DEBRIEF"]


class Screen:
    """A shell in tmux, and its screen as text."""

    def __init__(self, folder, columns, rows=24, environment=None):
        self.socket = f"debrief-{uuid.uuid4().hex[:12]}"
        variables = {"PS1": "$ ", "PATH": os.path.dirname(DEBRIEF) + ":" + os.environ["PATH"]}
        variables.update(environment or {})
        settings = [f"{name}={value}" for name, value in variables.items()]
        self.tmux(
            "-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows), "-c", str(folder),
            "env", *settings, "bash", "--norc", "--noprofile")
        self.wait_for(r"^\$ $")

    def tmux(self, *arguments):
        command = ["tmux", "-L", self.socket, *arguments]
        return subprocess.run(command, check=True, capture_output=True).stdout.decode()

    def close(self):
        subprocess.run(["tmux", "-L", self.socket, "kill-server"], capture_output=True, check=False)

    @property
    def text(self):
        return self.tmux("capture-pane", "-p")

    def wait_for(self, pattern, seconds=20):
        """Waits until the screen shows a pattern, and gives the screen."""
        end = time.monotonic() + seconds
        while True:
            text = self.text
            # tmux leaves out the spaces at the end of a line.
            if re.search(pattern.replace(r"\$ $", r"\$ ?$"), text, re.MULTILINE):
                return text
            assert time.monotonic() < end, f"waited for {pattern!r}, and the screen was:\n{text}"
            time.sleep(0.02)

    def press(self, *keys):
        """Presses keys by tmux's names for them."""
        self.tmux("send-keys", *keys)

    def type(self, text):
        self.tmux("send-keys", "-l", text)

    def command(self, text):
        self.type(text)
        self.press("Enter")

    def resize(self, columns, rows):
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))


def spawn(folder, arguments, columns=80, rows=24, **environment):
    """Starts the program alone on a pseudo-terminal, and keeps every byte that it writes in `output`."""
    variables = {**os.environ, "TERM": "xterm-256color", **environment}
    child = pexpect.spawn(
        DEBRIEF, arguments, cwd=str(folder), env=variables, dimensions=(rows, columns), timeout=20)
    child.delaybeforesend = None
    child.output = Recorder()
    child.logfile_read = child.output
    return child


class Recorder:
    def __init__(self):
        self.bytes = b""

    def write(self, part):
        self.bytes += part

    def flush(self):
        pass
