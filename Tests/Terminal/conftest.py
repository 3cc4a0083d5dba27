"""A folder of notes, and a screen in it."""

import pytest

from notes import ACME, HOOLI
from terminals import Screen


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
