"""Makes the README's pictures from the example notebook: the page, and a terminal.

    pictures.py DEBRIEF FOLDER

A picture of the page says in itself which page it shows, and the picture of the terminal is text: so a test that has
neither a browser nor a terminal finds out whether they are still true.
"""

import html
import os
import pathlib
import pty
import re
import struct
import subprocess
import sys
import tempfile
import zlib

from playwright.sync_api import sync_playwright

DEBRIEF, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
EXAMPLE = pathlib.Path(__file__).parents[2] / "Examples" / "notebook"
TODAY = ["--today", "2026-11-23"]
SESSION = [("summarize", 24), ("prep", 22)]
COLUMNS = 80

# Colours that are told apart on light paper and on dark.
STYLES = {"1": "b", "2": "d", "32": "g", "36": "c"}


def picture_of_page(browser, target, scheme, size):
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, device_scale_factor=1)
    tab = context.new_page()
    tab.goto(target.as_uri())
    bytes_ = tab.screenshot()
    context.close()
    # The second line of the page is the comment that names it.
    mark = b"Source\0" + target.read_bytes().splitlines()[1]
    chunk = struct.pack(">I", len(mark)) + b"tEXt" + mark + struct.pack(">I", zlib.crc32(b"tEXt" + mark))
    # After the first chunk, which is 25 bytes long, behind the signature's 8.
    return bytes_[:33] + chunk + bytes_[33:]


def shown(verb):
    """What a terminal of 80 columns is sent."""
    parent, child = pty.openpty()
    environment = {
        "TERM": "xterm-256color", "COLUMNS": str(COLUMNS), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    process = subprocess.Popen(
        [DEBRIEF, verb, *TODAY], cwd=EXAMPLE, stdout=child, env=environment, stdin=subprocess.DEVNULL)
    os.close(child)
    text = b""
    while True:
        try:
            part = os.read(parent, 65536)
        except OSError:
            break
        if not part:
            break
        text += part
    process.wait()
    return text.decode().replace("\r\n", "\n").splitlines()


def spans(line):
    """A line's text in SVG, each style a span."""
    parts, style = [], None
    for piece in re.split("(\x1b\\[[0-9]*m)", line):
        code = re.fullmatch("\x1b\\[([0-9]*)m", piece)
        if code:
            style = STYLES.get(code.group(1))
        elif piece:
            text = html.escape(piece, quote=False)
            parts.append(f'<tspan class="{style}">{text}</tspan>' if style else text)
    return "".join(parts)


def picture_of_terminal():
    lines = []
    for verb, count in SESSION:
        if lines:
            lines.append("")
        lines.append(f"$ debrief {verb}")
        lines += shown(verb)[:count] + ["…"]
    step, left, top = 18, 16, 52
    width, height = left * 2 + round(COLUMNS * 8.43), top + step * len(lines) + 8
    rows = "\n".join(
        f'<text x="{left}" y="{top + step * number}">{spans(line)}</text>'
        for number, line in enumerate(lines) if line)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="t">
<title id="t">A terminal in which debrief says where one stands, what to do next, and what to carry in</title>
<style>
text{{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#e4e2dc;white-space:pre}}
.b{{font-weight:700;fill:#fff}}.d{{fill:#9c9a92}}.g{{fill:#74cdb6}}.c{{fill:#8fc5ec}}
</style>
<rect width="{width}" height="{height}" rx="8" fill="#1b1d1e"/>
<circle cx="20" cy="18" r="6" fill="#c9776d"/><circle cx="40" cy="18" r="6" fill="#c9923a"/><circle cx="60" cy="18" r="6" fill="#4fb79d"/>
{rows}
</svg>
"""


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        target = pathlib.Path(folder) / "summary.html"
        page = subprocess.run(
            [DEBRIEF, "summarize", "notebook", "--format", "html", *TODAY], cwd=EXAMPLE.parent, check=True,
            capture_output=True).stdout
        target.write_bytes(page)
        for scheme in ["light", "dark"]:
            (FOLDER / f"summary-{scheme}.png").write_bytes(picture_of_page(browser, target, scheme, (960, 1180)))
        browser.close()
    (FOLDER / "terminal.svg").write_text(picture_of_terminal(), encoding="utf-8")
    print(f"The pictures are in {FOLDER}.")


main()
