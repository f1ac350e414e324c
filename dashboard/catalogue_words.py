"""The catalogue in words: Markdown about an indicator, a table, a source and the version of the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dashboard.catalogue import Table, tables_read
from dashboard.glance import Unknown
from dashboard.registry import Indicator, Source
from dashboard.store import REBUILD
from dashboard.text import LICENCES, plain, spell_date

POLARITY_WORDS = {"high_is_bad": "A higher figure is worse.", "high_is_good": "A higher figure is better.",
                  "no_judgement": "Higher is neither better nor worse."}


def indicator_facts(indicator: Indicator) -> str:
    """What a reader should know of an indicator: a paragraph each for definition, unit, polarity, caveat and breaks."""
    unit = indicator.unit if indicator.unit.startswith("%") else f"{indicator.unit[:1].upper()}{indicator.unit[1:]}"
    target = f"{indicator.target_label}: {indicator.show(indicator.target)}" if indicator.target is not None else ""
    return "\n\n".join(f"**{heading}.** {plain(words.rstrip('.'))}." for heading, words in (
        ("What it is", indicator.definition), ("Unit", unit), ("Reading it", POLARITY_WORDS[indicator.polarity]),
        ("Standard", target), ("Take care", indicator.caveat), ("Breaks", indicator.break_note)) if words)


def method(indicator: Indicator, link: Callable[[str], str]) -> str:
    """The tables that an indicator's query reads, linked, and the values it is given."""
    tables = ", ".join(f"[{plain(name)}]({link(name)})" for name in tables_read(indicator))
    values = ", ".join(f"`{name}` = `{value}`" for name, value in indicator.params.items())
    return f"Tables read: {tables}." + (f" Values given to the query: {values}." if values else "")


def source_facts(source: Source) -> str:
    """A source: title with address, publisher, dates, licence, raw file with its checksum, and caveat."""
    published = f"Published {spell_date(source.published)}" if source.published else "Date of publication not recorded"
    what = f"raw file `{source.file}`" if source.file else "document's plain text"
    return (f"**[{plain(source.title)}]({source.url})**, {plain(source.publisher)}. {published}; "
            f"copied {spell_date(source.retrieved)}. {LICENCES.get(source.licence, source.licence)}.\n\n"
            f"{plain(source.caveat)}\n\nLine to show: {plain(source.attribution)}\n\n"
            f"Checksum (SHA-256) of the {what}: `{source.sha256}`")


def table_facts(table: Table, entry: Mapping[str, Any]) -> str:
    """What a row of a table is, its key, size and caveat; ``entry`` is the table's in the manifest."""
    words = (f"{plain(table.description)} **Grain:** {plain(table.grain)}. **Key:** {plain(', '.join(table.key))}. "
             f"**Size:** {entry['rows']:,} rows, {entry['bytes']:,} bytes as parquet.")
    return f"{words} **Take care:** {plain(table.caveat)}" if table.caveat else words


def unknowns(rows: Iterable[Unknown]) -> str:
    """A paragraph for each question: why it cannot be answered, and who would know."""
    return "\n\n".join(f"**{plain(row.question)}** {plain(row.why.capitalize())}. Who would know: {plain(row.holder)}."
                       for row in rows)


def version(manifest: Mapping[str, Any]) -> str:
    """The version of the data, and how to build it again."""
    tables = manifest["tables"].values()
    built = f"Data version **{manifest['data_version']}**, built {spell_date(manifest['built'])}"
    return (f"{built}: {len(tables)} tables, {sum(table['rows'] for table in tables):,} rows. "
            "The same raw files give the same version. They are named under *Sources*, each with its "
            "address and checksum; put them in one folder and run:\n\n"
            f"```sh\n{REBUILD}\n```")
