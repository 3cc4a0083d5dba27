"""A note as an editor saves it, and what the editor sees of what others did to it.

A real editor does not know what it saves over. This one looks: whatever it takes away or writes over is read, so that
each version of the note that ever stood there for longer than a moment is known.
"""

import ctypes
import os
import re
import time

LIBC = ctypes.CDLL(None, use_errno=True)
EXCHANGE = 2


def exchange(one, other):
    """Exchanges two names, where the file system can."""
    if LIBC.renameat2(-100, os.fsencode(one), -100, os.fsencode(other), EXCHANGE) == 0:
        return True
    if ctypes.get_errno() == 2:
        raise FileNotFoundError(one)
    return False


def text(actions, save):
    lines = ["---", "company: Acme", "date: 2026-10-14", "---", "## Feedback", ""]
    for number, box in enumerate(actions):
        lines += [f"- swallow: Feedback {number}. #t{number}", f"  - [{box}] Action {number}"]
    return "\n".join(lines + ["", "## Log", "", f"Save {save}.", "End.", ""]).encode()


def line_of(action):
    return 8 + 2 * action


def boxes(data):
    """What each action's box has in it, by the action's number."""
    return {int(number): box.decode() for box, number in re.findall(rb"\[(.)\] Action (\d+)", data)}


def save_of(data):
    """The number of the save that the bytes came from; None where they are not whole."""
    match = re.search(rb"Save (\d+)\.\nEnd\.\n$", data)
    return int(match.group(1)) if match else None


def without_ticks(data):
    """What no tick changes: all but the boxes and the days that go with them."""
    data = re.sub(rb"\[.\] (Action \d+)", rb"[] \1", data)
    return re.sub(rb"(Action \d+).*", rb"\1", data)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def read_when_there(path, patience=5):
    """The bytes, of a file that may be missing for a moment where names cannot be exchanged."""
    end = time.monotonic() + patience
    while True:
        try:
            return read(path)
        except FileNotFoundError:
            if time.monotonic() > end:
                raise
            time.sleep(0.0005)


WAYS = ["in place", "by rename", "by delete and create"]


def save(path, edit, way):
    """Reads a note, and saves what the edit makes of it. If that is None, it reads the note again.

    Returns the bytes that were read, those that were saved over, those that were saved, and whether it is certain
    what was saved over."""
    if way == "in place":
        # Who has it open to write keeps others from it from here on.
        while True:
            try:
                file = os.open(path, os.O_RDWR)
            except FileNotFoundError:
                time.sleep(0.0005)
                continue
            try:
                old = os.read(file, 1 << 20)
                new = edit(old)
                if new is not None:
                    os.ftruncate(file, 0)
                    os.pwrite(file, new, 0)
                    return old, old, new, True
            finally:
                os.close(file)
            time.sleep(0.001)
    while True:
        old = read_when_there(path)
        new = edit(old)
        if new is not None:
            break
        time.sleep(0.001)
    aside = os.path.join(os.path.dirname(path), f".editor-{os.getpid()}")
    if way == "by delete and create":
        # Renamed in place of deleted, to see what it was; to all others it is the same.
        while True:
            try:
                os.rename(path, aside)
                break
            except FileNotFoundError:
                time.sleep(0.0005)
        with open(path, "wb") as file:
            file.write(new)
    else:
        with open(aside, "wb") as file:
            file.write(new)
        try:
            if not exchange(aside, path):
                # Where it cannot be seen what a rename takes away, it counts as what was read.
                os.rename(aside, path)
                return old, old, new, False
        except FileNotFoundError:
            os.rename(aside, path)
            return old, old, new, False
    displaced = read(aside)
    os.unlink(aside)
    return old, displaced, new, True
