"""The figures of the funding page: rows of the funding queries in, the parts of a figure out."""

from __future__ import annotations

import pandas as pd

from dashboard import charts_money
from dashboard.money import BOTH, NHS, Choice, change, exact, pounds, span
from dashboard.parts import Parts

JOINT = "Money for both areas together"
FULL = "The same amounts stand in the table under the figure."


def payer(funder: str, is_joint: bool, shared: bool = False) -> str:
    """Who pays, short enough to stand beside a bar; ``shared`` where an area has its share of the joint money."""
    if funder == NHS:
        return ("NHS, our share" if shared else "NHS, joint money") if is_joint else "NHS (ICB)"
    return funder.replace(" City Council", " council").replace(" County Council", " council")


def cash_beside(choice: Choice) -> dict[str, str]:
    """The column of whole amounts in cash beside those in real terms or a child; none beside the same amounts."""
    return {} if choice.prices == "cash" and choice.millions else {"cash": "Amount, cash"}


def by_funder(choice: Choice, rows: pd.DataFrame) -> Parts:
    """Who pays, year by year, as stacked bars."""
    shared = choice.joint == "allocated" and choice.area != "all"
    names = [payer(funder, joint, shared) for funder, joint in zip(rows["funder"], rows["is_joint"], strict=True)]
    order = sorted(set(names), key=lambda name: (not name.startswith("NHS"), name))
    rows = rows.assign(
        name=names, position=[order.index(name) for name in names],
        tint=[0 if name == "NHS (ICB)" else 1 if name.startswith("NHS") else 2 if name.startswith("Coventry") else 3
              for name in names],
        shown=rows["amount"].map(exact), total_exact=rows["total"].map(exact), cash=rows["cash_gbp"].map(exact),
        total_shown=[f"{total / 1_000_000 if choice.millions else total:.1f}" for total in rows["total"]])
    first, last = rows.iloc[0], rows.iloc[-1]
    a_child = "" if choice.millions else " a child"
    title = (f"{pounds(last['total'])}{a_child} in {last['financial_year']}; "
             f"the NHS pays {last['nhs_share_pct']:.0f}% of it")
    notes = choice.notes()
    if choice.area == "all" and choice.joint == "allocated":
        notes.append("Sharing it out moves money between the two areas; the sum of both stays as it is.")
    return Parts(
        title, f"Money for children's mental health by who pays · {choice.scope} · {choice.measured} · {choice.period}",
        charts_money.stacked_years(rows[["financial_year", "name", "tint", "position", "amount", "shown", "total",
                                         "total_shown", "total_exact"]],
                                   choice.mode, unit=choice.unit, millions=choice.millions),
        f"{title}, against {pounds(first['total'])}{a_child} in {first['financial_year']}. Stacked bars, one a year, "
        f"by who pays. {FULL}",
        rows, choice.sources(rows), tuple(notes),
        {"financial_year": "Year", "name": "Who pays", "shown": f"Amount, {choice.measured}",
         "total_exact": "All together"} | cash_beside(choice) | {"residents": "Residents aged 0 to 18"})


def over_time(choice: Choice, rows: pd.DataFrame) -> Parts:
    """Each area's money in cash and in real terms; the title is what only real terms reveal."""
    head = "" if choice.millions else " per child"
    rows = rows.assign(
        heading=[JOINT if code == BOTH else name for code, name
                 in zip(rows["area_code"], rows["area_name"], strict=True)],
        cash_shown=rows["cash"].map(exact), real_shown=rows["real"].map(exact),
        cash_name=[f"{pounds(cash)} in cash" for cash in rows["cash"]],
        real_name=[f"{pounds(real)} in prices of {choice.base}" for real in rows["real"]])
    ends = rows[rows["financial_year"] == rows["financial_year"].max()]
    findings = {row.area_code: f"{change(row.cash_change_pct)} in cash, {change(row.real_change_pct)} in real terms"
                for row in ends.itertuples()}
    rows = rows.assign(finding=rows["area_code"].map(findings))
    hidden = ends[(ends["cash_change_pct"] > 0) & (ends["real_change_pct"] < 0)]
    told = (hidden if len(hidden) else ends.sort_values("real_change_pct")).iloc[0]
    title = (f"{told['heading']}{head}: {change(told['cash_change_pct'])} in cash, "
             f"{'but ' if len(hidden) else ''}{change(told['real_change_pct'])} in real terms")
    return Parts(
        title, f"Money for children's mental health in cash and in real terms · {choice.scope} · "
               f"{'all money' if choice.millions else 'per resident aged 0 to 18'} · {choice.period}",
        charts_money.cash_and_real(
            rows[["area_name", "heading", "finding", "financial_year", "cash", "real", "cash_name", "real_name",
                  "cash_shown", "real_shown"]],
            choice.mode, prices=choice.prices, unit="£ million" if choice.millions else "£ a child",
            millions=choice.millions),
        f"{title}, from {rows['financial_year'].iloc[0]} to {rows['financial_year'].iloc[-1]}. A panel for each area "
        f"with a line in cash and a line in real terms. {FULL}",
        rows, choice.sources(rows, "real"), tuple(choice.notes("real")),
        {"area_name": "Area", "financial_year": "Year", "cash_shown": "Cash",
         "real_shown": f"Real terms (prices of {choice.base})", "residents": "Residents aged 0 to 18"})


def service_name(service: str, area: str, is_joint: bool, joint: str) -> str:
    """A service with its area: "Core CAMHS · Coventry", "Transformation Funds, both areas"."""
    if is_joint and joint == "apart":
        return f"{service}, both areas"
    return " · ".join(part for part in (f"{service}, our share" if is_joint else service, area) if part)


def by_service(choice: Choice, rows: pd.DataFrame) -> Parts:
    """What the money is for in the last year, with a mark for the first."""
    last, first = rows["last_year"].iloc[0], rows["first_year"].iloc[0]
    several = rows["area_name"].nunique() > 1
    rows = rows.assign(
        name=[service_name(service, area if several else "", joint, choice.joint) for service, area, joint
              in zip(rows["service"], rows["area_name"], rows["is_joint"], strict=True)],
        first_shown=rows["first_amount"].map(exact), last_shown=rows["last_amount"].map(exact),
        label=rows["last_amount"].map(pounds))
    top = rows.sort_values("service_share_pct", ascending=False).iloc[0]
    title = f"{top['service']} takes {top['service_share_pct']:.0f}% of the money in {last}"
    return Parts(
        title, f"Money for children's mental health by service (bar) and where it stood in {first} (mark) · "
               f"{choice.scope} · {choice.measured} · {span(last, last)}",
        charts_money.services(rows[["name", "first_year", "first_amount", "last_amount", "first_shown", "last_shown",
                                    "label"]], choice.mode, unit=choice.unit, millions=choice.millions),
        f"{title}. Bars from {rows['label'].iloc[0]} ({rows['name'].iloc[0]}) to {rows['label'].iloc[-1]} "
        f"({rows['name'].iloc[-1]}). {FULL}",
        rows, choice.sources(rows),
        ("CAMHS: child and adolescent mental health services. Services are named as the plan names them; the two areas "
         "list different ones.", *choice.notes()),
        {"name": "Service", "first_shown": f"{first}, {choice.measured}", "last_shown": f"{last}, {choice.measured}"})


def lines(choice: Choice, rows: pd.DataFrame) -> Parts:
    """Every line of the plan's tables as printed, a column a year."""
    keys = ["table_name", "area_name", "funder", "service"]
    order = rows[keys].drop_duplicates()
    wide = order.merge(rows.assign(amount=rows["amount_gbp"].map(exact)).pivot(
        index=keys, columns="financial_year", values="amount").reset_index(), on=keys)
    years = [column for column in wide.columns if column not in keys]
    title = f"All {len(wide)} lines of the plan's money tables, as printed"
    return Parts(
        title, f"Money for children's mental health, £ in cash · {choice.place} · {choice.period}", None, title, wide,
        tuple(rows["source_id"].unique()),
        ("As the plan prints them, in cash and whole amounts, so that they can be checked against it: the switches do "
         "not act here. £0 was printed as £0. ICB: the NHS Integrated Care Board, which took over from the clinical "
         "commissioning groups.",),
        {"area_name": "Area", "funder": "Paid by", "service": "Service"} | {year: year for year in years}
        | {"table_name": "Where in the plan"})


def checks(choice: Choice, rows: pd.DataFrame, statement: pd.DataFrame) -> Parts:
    """The plan's own totals beside the sums of its lines."""
    rows = rows.assign(
        added=rows["added_gbp"].map(exact), stated=rows["stated_gbp"].map(exact),
        verdict=["adds up" if same else f"differs by {exact(abs(stated - added))}" for same, stated, added
                 in zip(rows["adds_up"], rows["stated_gbp"], rows["added_gbp"], strict=True)])
    tables, text = rows[rows["table_name"] != "text"], rows[rows["table_name"] == "text"]
    title = f"{int(tables['adds_up'].sum())} of {len(tables)} totals in the plan's tables add up"
    notes: list[str] = []
    if len(text):
        stated = statement.iloc[0]
        title += f"; the {pounds(stated['stated_gbp'])} of its text does not"
        notes.append(statement_note(stated))
    return Parts(
        title, f"The plan's printed totals beside the sums of its lines, £ in cash · {choice.place} · {choice.period}",
        None, title, rows, tuple(rows["source_id"].unique()),
        (*notes, "Added up by us from the lines above; the switches do not act here."),
        {"area_name": "Area", "financial_year": "Year", "added": "Its lines come to",
         "stated": "The plan prints", "verdict": "Check",
         "table_name": "Where in the plan"})


def statement_note(stated: pd.Series) -> str:
    """How the total in the plan's text stands to its tables."""
    rounded = round(stated["nearest_gbp"], -5) == stated["stated_gbp"]
    return (f"The text puts NHS funding in {stated['stated_year']} at about {pounds(stated['stated_gbp'])}. In the "
            f"tables that year comes to {exact(stated['nhs_gbp'])} from the NHS and {exact(stated['all_gbp'])} from "
            f"everyone. The figure {'is, rounded,' if rounded else 'comes nearest to'} what everyone pays in "
            f"{stated['nearest_year']}: {exact(stated['nearest_gbp'])}.")


def nhs_spend(choice: Choice, rows: pd.DataFrame) -> Parts:
    """Two accounts of NHS money side by side, never added."""
    names = {"dashboard": "Spent, by the NHS dashboard", "plan": "NHS lines of the plan"}
    rows = rows.assign(name=rows["account"].map(names), shown=rows["amount"].map(exact),
                       cash=rows["cash_gbp"].map(exact))
    spent = rows[rows["account"] == "dashboard"].iloc[-1]
    planned = rows[(rows["account"] == "plan") & (rows["financial_year"] == spent["financial_year"])].iloc[0]
    title = (f"NHS money in {spent['financial_year']}: {pounds(spent['amount'])} spent, "
             f"{pounds(planned['amount'])} in the plan")
    first, last = rows["financial_year"].min(), rows["financial_year"].max()
    notes = ["A comparison, never to be added: the first is what local NHS commissioners spent on children's mental "
             "health without eating disorders and learning disabilities, the second the plan's lines for the NHS board "
             "without the line for eating disorders. The first ends sooner.", choice.price_note()]
    if choice.area != "all":
        notes.insert(0, "The NHS publishes this for Coventry and Warwickshire as a whole, not by area.")
    if choice.joint == "allocated":
        notes.append("Both hold the money for both areas already, so sharing it out changes nothing here.")
    if not choice.millions:
        notes.append("Per resident aged 0 to 18 of both areas.")
    return Parts(
        title, "NHS money for children's mental health by two accounts · Coventry and Warwickshire · "
               f"{choice.measured} · {span(first, last)}",
        charts_money.two_accounts(rows[["name", "financial_year", "amount", "shown"]], choice.mode, unit=choice.unit,
                                  millions=choice.millions),
        f"{title}. Two lines by year. {FULL}", rows,
        tuple(source for source in choice.sources(rows) if source != "mye_children_rebased" or not choice.millions),
        tuple(notes),
        {"name": "Account", "financial_year": "Year", "shown": f"Amount, {choice.measured}"} | cash_beside(choice)
        | {"residents": "Residents aged 0 to 18"})
