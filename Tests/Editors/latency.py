"""How long a keystroke waits for its diagnostics, in a notebook of 10,000 notes: 500 keystrokes in one note.

    Tests/Editors/latency.py BINARY [NOTES]
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

binary, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
topics = [f"topic-{number}" for number in range(60)]


def note(number: int) -> str:
    lines = ["---", f"company: Company {number % 700}", "round: onsite", f"interviewers: [Person {number % 900}]", "---"]
    lines += ["", f"# Interview {number}", "", "Prose that nobody reads, but that is there. " * 12, "", "## Hunches", ""]
    lines += [f"- Too long an answer. #{topics[number % 60]}", "", "## Feedback", ""]
    for piece in range(6):
        topic = topics[(number * 7 + piece * 11) % 60]
        stage = ["", "chew: ", "swallow: ", "spit: "][(number + piece) % 4]
        lines += [f"- {stage}Said number {piece} of é😀 {number}. #{topic}", f"  - [ ] Do something about it due:2026-1{piece % 3}-02"]
    lines += ["", "## What showed", "", f"- worked: Kept to it. #{topics[number % 60]}", ""]
    return "\n".join(lines)


with tempfile.TemporaryDirectory() as folder:
    root = pathlib.Path(folder)
    for number in range(count):
        (root / f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}-note-{number}.md").write_text(note(number))
    start = time.perf_counter()
    subprocess.run([binary, "summarize", root, "--today", "2026-11-23"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    summary = time.perf_counter() - start
    server = subprocess.Popen([binary, "lsp", "--today", "2026-11-23"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def send(method, parameters, **more):
        content = json.dumps({"jsonrpc": "2.0", "method": method, "params": parameters, **more}).encode()
        server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        server.stdin.flush()

    def receive():
        length = 0
        while line := server.stdout.readline().strip():
            length = int(line.split(b":")[1])
        return json.loads(server.stdout.read(length))

    def request(method, parameters):
        start = time.perf_counter()
        send(method, parameters, id=1)
        while "id" not in receive():
            pass
        return (time.perf_counter() - start) * 1000

    ready = request("initialize", {"rootUri": root.as_uri(), "capabilities": {}})
    text = note(0)
    uri = (root / "2026-01-01-note-0.md").as_uri()
    document = {"uri": uri, "languageId": "markdown", "version": 0, "text": text}
    send("textDocument/didOpen", {"textDocument": document})
    receive()
    times = []
    for version in range(1, 501):
        text = text.replace("Said number 3", "Said  number 3" if version % 2 else "Said number 3 #x", 1)
        change = {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"text": text}]}
        start = time.perf_counter()
        send("textDocument/didChange", change)
        while receive()["params"].get("version") != version:
            pass
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    print(f"{count} notes: summarize {summary * 1000:.0f} ms, ready {ready:.0f} ms")
    print(f"keystroke to diagnostics: median {times[250]:.2f} ms, 99th {times[495]:.2f} ms, worst {times[-1]:.2f} ms")
    line = text[: text.index("Said number 1")].count("\n")
    column = text.splitlines()[line].index("#") + 2
    place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
    for method in ["completion", "hover", "codeLens", "documentSymbol", "definition", "references"]:
        print(f"{method}: {request(f'textDocument/{method}', place):.1f} ms")
    span = {"start": place["position"], "end": place["position"]}
    print(f"codeAction: {request('textDocument/codeAction', {**place, 'range': span}):.1f} ms")
    print(f"rename: {request('textDocument/rename', {**place, 'newName': 'new'}):.1f} ms")
    print(f"symbols: {request('workspace/symbol', {'query': 'number 3'}):.1f} ms")
    start = time.perf_counter()
    send("textDocument/didSave", {"textDocument": {"uri": uri}})
    request("textDocument/documentSymbol", place)
    print(f"save: {(time.perf_counter() - start) * 1000:.1f} ms")
    request("shutdown", None)
    send("exit", None)
    sys.exit(server.wait() or times[495] > 50)
