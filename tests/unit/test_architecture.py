"""The rules of the house, held by reading the source."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import duckdb
import pytest

ROOT = Path(__file__).parents[2]
LONGEST = {"page": 120, "module": 250, "query": 60, "function": 40}
MAY_USE_STREAMLIT = {"frame.py", "page.py", "reader.py", "card.py", "share.py", "still.py"}
NOT_IN_PAGES = {"duckdb", "altair", "pydeck", "sqlite3", "sqlalchemy"}
READS_DATA = {"read_sql", "read_sql_query", "read_parquet", "read_csv", "read_text"}
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\b")
# A path that only exists on somebody's machine.
# Folders of a machine, drives, and where a machine's packages come from.
MACHINE = re.compile(r"(?<![\w./:])/(?:work|home|root|Users|mnt|tmp|opt|srv)/\w|(?<!\w)[A-Z]:\\\\"
                     r"|^--(?:find-links|(?:extra-)?index-url)", re.MULTILINE)
RUNS_SQL = {"execute", "executemany", "sql"}


def files(*folders: str, suffix: str = ".py") -> list[Path]:
    """The files of these folders (or the files themselves), without what Python caches."""
    found = [path for folder in folders for path in ([ROOT / folder] if (ROOT / folder).is_file()
                                                      else sorted((ROOT / folder).rglob(f"*{suffix}")))]
    return [path for path in found if "__pycache__" not in path.parts]


PAGES = files("app.py", "pages")
SHOWN = files("app.py", "pages", "dashboard")
ALL = files("app.py", "pages", "dashboard", "data", "tests")
QUERIES = files("queries", suffix=".sql")


def name(path: Path) -> str:
    """A file's name in a failure."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The parsed source of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported(path: Path) -> set[str]:
    """Every module a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {str(node.module)} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every text of a file with its line, docstrings included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def is_query(text: str) -> bool:
    """Whether a text is SQL that asks something of a table."""
    if not re.search(r"\bselect\b.*\bfrom\b", text, re.IGNORECASE | re.DOTALL):
        return False
    try:
        return bool(duckdb.extract_statements(text))
    except duckdb.Error:
        return False


@pytest.mark.parametrize("path", files("dashboard"), ids=name)
def test_only_what_draws_imports_streamlit(path: Path) -> None:
    uses = {module for module in imported(path) if module.split(".")[0] == "streamlit"}
    assert path.name in MAY_USE_STREAMLIT or not uses


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_pages_import_no_database_and_no_drawing_library(path: Path) -> None:
    assert not {module.split(".")[0] for module in imported(path)} & NOT_IN_PAGES
    assert not [node.attr for node in ast.walk(tree(path))
                if isinstance(node, ast.Attribute) and node.attr in READS_DATA]


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_pages_hold_no_query_and_no_colour(path: Path) -> None:
    assert not [line for line, text in texts(path) if is_query(text)]
    assert not [line for line, text in texts(path) if COLOUR.search(text)]


@pytest.mark.parametrize("path", files("app.py", "pages", "dashboard", "data"), ids=name)
def test_only_the_store_opens_a_database(path: Path) -> None:
    opens = [node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.Call)
             and isinstance(node.func, ast.Attribute) and node.func.attr == "connect"]
    assert name(path) == "dashboard/store.py" or not opens


@pytest.mark.parametrize("path", SHOWN, ids=name)
def test_nothing_that_is_shown_imports_the_pipeline(path: Path) -> None:
    assert not [module for module in imported(path) if module == "data" or module.startswith("data.")]


@pytest.mark.parametrize("path", ALL, ids=name)
def test_no_exception_is_swallowed(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"line {node.lineno}: a bare except"
            caught = {part.id for part in ast.walk(node.type) if isinstance(part, ast.Name)}
            assert not caught & {"Exception", "BaseException"}, f"line {node.lineno}: catches everything"


@pytest.mark.parametrize("path", SHOWN, ids=name)
def test_no_html_of_our_own_is_let_through(path: Path) -> None:
    assert not [node.value.lineno for node in ast.walk(tree(path))
                if isinstance(node, ast.keyword) and node.arg == "unsafe_allow_html"]


@pytest.mark.parametrize("path", SHOWN, ids=name)
def test_html_is_the_stylesheet_or_of_a_module_that_escapes_words(path: Path) -> None:
    given = [ast.unparse(node.args[0]) for node in ast.walk(tree(path))
             if isinstance(node, ast.Call) and ast.unparse(node.func) == "st.html"]
    assert all(part == "STYLE" or part.startswith(("html_table(", "html_legend(", "html_menu(")) for part in given)


@pytest.mark.parametrize("path", ALL, ids=name)
def test_no_query_is_built_from_text(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in RUNS_SQL \
                and node.args:
            built = [part for part in ast.walk(node.args[0]) if isinstance(part, ast.JoinedStr) or (
                isinstance(part, ast.BinOp) and isinstance(part.op, ast.Add | ast.Mod)) or (
                isinstance(part, ast.Attribute) and part.attr in ("format", "replace", "join"))]
            allowed = isinstance(node.args[0], ast.Call) and _names_a_file(node.args[0])
            assert allowed or not built, f"line {node.lineno}: use $named parameters"


def _names_a_file(call: ast.Call) -> bool:
    """``statement(f"indicators/{query}")`` formats the name of a file, not SQL."""
    return isinstance(call.func, ast.Name) and call.func.id == "statement"


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_page_fits_on_two_screens(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST["page"]


@pytest.mark.parametrize("path", ALL, ids=name)
def test_no_module_is_long_and_no_function_either(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST["module"]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < LONGEST["function"], f"{node.name} is too long"


@pytest.mark.parametrize("path", QUERIES, ids=name)
def test_no_query_is_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST["query"]


@pytest.mark.parametrize("path", files("dashboard", "pages", "app.py", "data/pipeline"), ids=name)
def test_every_function_is_typed(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            bare = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
                    if argument.annotation is None and argument.arg not in ("self", "cls")]
            assert not bare, f"{node.name}: {bare} have no type"
            assert node.returns is not None or "no-untyped-def" in path.read_text().splitlines()[node.lineno - 1]


def test_no_file_names_a_place_on_somebody_s_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True,
                            capture_output=True, text=True).stdout.splitlines()
    found = []
    for file in listed:
        path = ROOT / file
        if path.is_file() and path != Path(__file__) and b"\0" not in (content := path.read_bytes()):
            found += [f"{file}: {match[0]}" for match in MACHINE.finditer(content.decode("utf-8", "replace"))]
    assert not found
