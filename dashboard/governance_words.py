"""Governance in words and as parts of a card: the list of bodies, the opened body, the diagram with its table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard import charts_governance, governance, governance_drawing
from dashboard.governance import Tie
from dashboard.registry import load_sources
from dashboard.scales import Mode
from dashboard.store import Store
from dashboard.text import join, plain, source_line
from dashboard.vocabulary import load_words

Link = Callable[[str], str]  # the address of an opened body
KEY = ("An unbroken line: the lower body answers to the upper one. A dashed line: another tie that the document "
       "states. The words after ▲ say which.")
PAPER = 640  # pixels that the words of a picture for paper have, where letters are wider than on the screen
COLUMNS = {"name": "Body", "kind_label": "Kind", "ties": "Stated tie", "role": "What it does",
           "members_said": "Members", "areas_said": "Area", "as_at": "As at", "section": "Section of the document"}


@dataclass(frozen=True)
class Choice:
    """The document shown, those that can be, and the bodies and ties of the one shown."""

    document: str
    documents: dict[str, str]
    counts: pd.DataFrame
    bodies: pd.DataFrame
    ties: tuple[Tie, ...]
    names: dict[str, str]


def choose(store: Store, document: str, labels: Mapping[str, str]) -> Choice:
    """The document asked for; without one, the one that names most bodies."""
    counts = store.query("governance_documents")
    documents = {code: label for code, label in labels.items() if code in set(counts["document"])}
    chosen = document if document in documents else str(counts.sort_values("bodies")["document"].iloc[-1])
    bodies = store.query("governance_bodies", document=chosen)
    return Choice(chosen, documents, counts, bodies, governance.ties(bodies),
                  dict(zip(bodies["id"], bodies["name"], strict=True)))


def diagram_parts(choice: Choice, link: Link, mode: Mode, *, phone: bool) -> dict[str, Any]:
    """The bodies that a document ties to one another as a diagram, with the table of all that it names."""
    bodies, found, names = choice.bodies, choice.ties, choice.names
    place = governance_drawing.ladder if phone else governance_drawing.layered
    title, row = governance.summary(bodies, found), bodies.iloc[0]
    return {
        "id": "governance", "title": title,
        "subtitle": f"Who reports to whom, or is otherwise tied · {row['short_name']} · as at {row['as_at']}",
        "graphic": charts_governance.diagram(place(names, found, link), mode, pixels=phone) if found else None,
        "alt_text": f"{title}. {' '.join(said(tie, names) for tie in found)} The list of bodies says the same.",
        "data": _rows(bodies, found, names), "sources": tuple(bodies["source_id"].unique()),
        "notes": tuple(filter(None, (KEY if found else "", governance.left_out().get(choice.document, "")))),
        "columns": COLUMNS, "folded": True,
        "drawing": (lambda: charts_governance.diagram(governance_drawing.layered(names, found, link, PAPER), mode,
                                                      pixels=False)) if found else None}


def said(tie: Tie, names: dict[str, str]) -> str:
    """A tie as a sentence: "The steering group supports the Wellbeing Board."."""
    return f"{names[tie.below]} {tie.words} {names[tie.above]}."


def _rows(bodies: pd.DataFrame, found: Sequence[Tie], names: dict[str, str]) -> pd.DataFrame:
    kinds = load_words()["body_kind"]
    order = {kind: place for place, kind in enumerate(kinds)}
    return bodies.assign(
        kind_label=bodies["kind"].map(kinds), ties=[tied(body, found, names) for body in bodies["id"]],
        members_said=bodies["members"].fillna("Not stated"),
        areas_said=[join(governance.areas(codes)) or "Not stated" for codes in bodies["areas"]],
        place=bodies["kind"].map(order)).sort_values(["place", "name"], kind="stable")


def tied(body: str, found: Sequence[Tie], names: dict[str, str]) -> str:
    """What a body is to those above it, in words: "supports Gold command"; "" where nothing is stated."""
    together: dict[str, list[str]] = {}
    for tie in governance.upward(body, found):
        together.setdefault(tie.words, []).append(names[tie.above])
    return "; ".join(f"{words} {join(uppers)}" for words, uppers in together.items())


def listed(choice: Choice, link: Link, label: str, rows: pd.DataFrame) -> str:
    """Markdown: the bodies of one kind, each a link to open it, with its stated tie."""
    lines = []
    for body, name in zip(rows["id"], rows["name"], strict=True):
        tie = tied(body, choice.ties, choice.names)
        lines.append(f"- [{plain(name)}]({link(body)})" + (f": {plain(tie)}" if tie else ""))
    return f"**{governance.plural(label, len(rows))} ({len(rows)})**\n\n" + "\n".join(lines)


def halves(lists: Sequence[tuple[int, str]]) -> tuple[list[str], list[str]]:
    """Lists with their lengths over two columns, so that both are about as long."""
    columns: tuple[list[str], list[str]] = ([], [])
    filled = [0, 0]
    for length, text in sorted(lists, key=lambda each: -each[0]):
        shorter = filled.index(min(filled))
        columns[shorter].append(text)
        filled[shorter] += length + 2
    return columns


def overview(choice: Choice, link: Link) -> str:
    """Markdown: a line a document with its year and what it says of ties; each leads to its own diagram."""
    lines = []
    for row in choice.counts.to_dict("records"):
        tie = f"{row['tied']} of them tied to one above" if row["tied"] else "no tie stated"
        name = f"**{plain(row['short_name'])}** (shown here)" if row["document"] == choice.document else \
            f"[{plain(row['short_name'])}]({link(row['document'])})"
        count = f"{row['bodies']} {'body' if row['bodies'] == 1 else 'bodies'}"
        lines.append(f"- {name}, as at {row['as_at']}: {count}, {tie}")
    return ("The documents are of different years and are kept apart. Who runs what, as each tells it:\n\n"
            + "\n".join(lines))


def opened(body: pd.Series, bodies: pd.DataFrame, link: Link) -> str:
    """Markdown: one body in full; ``bodies`` are those of all documents."""
    found, names = governance.ties(bodies), dict(zip(bodies["id"], bodies["name"], strict=True))

    def linked(other: str) -> str:
        return f"[{plain(names[other])}]({link(other)})"

    up = [f"{tie.words} {linked(tie.above)}" for tie in governance.upward(body["id"], found)]
    down = [f"{linked(tie.below)} {tie.words} it" for tie in governance.downward(body["id"], found)]
    same = bodies[(bodies["same_as"] == body["id"]) | (bodies["id"] == body["same_as"])]
    lines = [
        plain(body["role"]),
        f"**To those above it:** {'; '.join(up) if up else 'no tie stated in this document'}.",
        f"**To those below it:** {'; '.join(down) if down else 'none stated'}.",
        f"**Members:** {plain(body['members']) if isinstance(body['members'], str) else 'not stated'}.",
        f"**Area:** {join(governance.areas(body['areas'])) or 'not stated'}.",
        f"**Kind:** {load_words()['body_kind'][body['kind']].lower()}. **As at:** {body['as_at']}, "
        f"in “{plain(body['section'])}”."]
    lines += [f"**Also in {plain(row['short_name'])}** (as at {row['as_at']}): {linked(row['id'])}."
              for row in same.to_dict("records")]
    return "\n\n".join([*lines, "Source: " + source_line(load_sources()[body["source_id"]])])
