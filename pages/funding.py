"""Where does the money go? The plan's money by area, payer, service and year, in cash or real terms."""

import streamlit as st

from dashboard import money_figures
from dashboard.figure import Figure
from dashboard.frame import AREA_LABELS, Control, Page, columns, filter_row, open_page
from dashboard.money import Choice, area_options

LEAD = ("What the local plan for children and young people's mental health sets out: who pays, for which service, in "
        "Coventry, in Warwickshire and for both together.")


def draw_figures(page: Page) -> None:
    """Who pays, for what, in cash and in real terms, every line of the plan, and its totals worked out again."""
    store, choice = page.store, Choice.of(page.filters, AREA_LABELS, page.store.query("funding_prices"), page.mode)
    area, asked = {"area": choice.area}, {"prices": choice.prices, "per": choice.per}
    split = {"per": choice.per, "joint": choice.joint}
    left, right = columns(1, 1)
    with left:
        page.draw("by-funder", lambda: Figure("by-funder", *money_figures.by_funder(
            choice, store.query("funding_by_funder", **area, **asked, joint=choice.joint))))
        page.draw("by-service", lambda: Figure("by-service", *money_figures.by_service(
            choice, store.query("funding_by_service", **area, **asked, joint=choice.joint))))
    with right:
        page.draw("cash-and-real", lambda: Figure("cash-and-real", *money_figures.over_time(
            choice, store.query("funding_over_time", **area, **split))))
        page.draw("nhs-spend", lambda: Figure("nhs-spend", *money_figures.nhs_spend(
            choice, store.query("funding_nhs_spend", **asked))))
    page.draw("lines", lambda: Figure("lines", *money_figures.lines(choice, store.query("funding_lines", **area))))
    page.draw("checks", lambda: Figure("checks", *money_figures.checks(
        choice, store.query("funding_checks", **area), store.query("funding_statement"))))


with open_page("pages/funding.py", "Where does the money go?", lead=LEAD) as page:
    chosen = page.filters
    with filter_row(page):
        page.ask(Control("district", "Area", area_options(AREA_LABELS, chosen.district), width=330))
        page.switch("prices", "Prices", {"cash": "Cash", "real": "Real terms"})
        page.switch("per", "Amount", {"total": "Total", "child": "Per resident aged 0–18"})
        page.switch("joint", "Money for both areas", {"apart": "Apart", "allocated": "Shared out (our allocation)"})
    if chosen.district not in area_options(AREA_LABELS, "all"):
        st.info(f"Money is not published below Coventry and Warwickshire. {AREA_LABELS[chosen.district]} lies in "
                "Warwickshire, whose figures are shown.")
    page.body("figures", lambda: draw_figures(page))
