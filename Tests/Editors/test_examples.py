"""Run by `run`: see there. The configuration of editors that do not run here is at least what it should be."""

import json
import os
import pathlib
import re
import subprocess

import pytest

tomllib = pytest.importorskip("tomllib", reason="Python 3.11 or later reads TOML")
EXAMPLES = pathlib.Path(os.environ["DEBRIEF_EXAMPLES"]) / "editors"


def commented_json(path):
    lines = path.read_text().splitlines()
    return json.loads("\n".join(line for line in lines if not line.startswith("//")))


def test_the_problem_matchers_take_every_line_of_check(tmp_path):
    (tmp_path / "a b: c.md").write_text("---\nasked: x\n---\n# Feedback\n\n- é😀 x due:y\n")
    (tmp_path / "b.md").write_text("---\n")
    result = subprocess.run(["debrief", "check", "."], cwd=tmp_path, capture_output=True, text=True)
    tasks = commented_json(EXAMPLES / "vscode/tasks.json")["tasks"]
    patterns = [matcher["pattern"] for matcher in tasks[0]["problemMatcher"]]
    severities = set()
    for line in result.stdout.splitlines():
        matches = [(p, re.match(p["regexp"], line)) for p in patterns if re.match(p["regexp"], line)]
        ((pattern, match),) = matches
        assert (tmp_path / match[pattern["file"]]).exists()
        assert match[pattern["line"]].isdigit() and match[pattern["column"]].isdigit()
        severities.add(match[pattern["severity"]] if "severity" in pattern else "note")
    assert severities == {"error", "warning", "note"}


def test_the_snippets_are_understood(tmp_path):
    snippets = commented_json(EXAMPLES / "vscode/debrief.code-snippets")
    assert len({snippet["prefix"] for snippet in snippets.values()}) == len(snippets)
    for name, snippet in snippets.items():
        body = snippet["body"]
        text = body if isinstance(body, str) else "\n".join(body)
        text = re.sub(r"\$\{CURRENT_YEAR\}-\$\{CURRENT_MONTH\}-(\$\{CURRENT_DATE\}|\$\{\d:day\})", "2026-11-23", text)
        text = re.sub(r"\$\{\d\|([^,|]*)[^}]*\}", r"\1", text)
        text = re.sub(r"\$\{\d:([^}]*)\}", r"\1", text)
        text = re.sub(r"\$\d", "x", text)
        (tmp_path / f"{snippet['prefix']}.md").write_text(text)
    result = subprocess.run(["debrief", "check", "."], cwd=tmp_path, capture_output=True, text=True)
    assert {line.rsplit("[", 1)[1] for line in result.stdout.splitlines()} <= {"unsorted]", "no-date]", "no-company]"}
    assert result.returncode == 0


def test_the_language_of_helix_names_the_server():
    config = tomllib.loads((EXAMPLES / "helix/languages.toml").read_text())
    assert config["language-server"]["debrief"]["command"] == "debrief"
    assert config["language"][0]["language-servers"] == ["debrief"]


def test_the_server_of_kakoune_is_toml():
    text = (EXAMPLES / "kakoune/debrief.kak").read_text()
    config = tomllib.loads(re.search(r"lsp_servers %\{(.*?)\n    \}", text, re.S)[1])
    assert config["debrief"]["args"][0] == "lsp"
