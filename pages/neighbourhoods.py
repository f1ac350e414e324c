"""What do neighbourhoods share with deprivation? Exposure, concentration, need and money, children, school teams."""

from functools import partial

from dashboard import neighbourhoods, neighbourhoods_children, neighbourhoods_need
from dashboard.figure import Figure
from dashboard.frame import AREA_LABELS, Control, Page, columns, filter_row, open_page
from dashboard.neighbourhoods import Choice
from dashboard.registry import load_groups

LEAD = ("Facts about places, not about the people in them: where people live says nothing of whether they are poor or "
        "ill themselves.")


def exposure(page: Page, choice: Choice) -> Figure:
    """Each ethnic group's average neighbourhood."""
    return Figure("exposure", *neighbourhoods.exposure(choice, page.store.query("exposure_means", basis=choice.basis)))


def domains(page: Page, choice: Choice) -> Figure:
    """Who lives in the most deprived fifth, part by part of the index."""
    return Figure("domains", *neighbourhoods.domains(choice, page.store.query(
        "exposure_domains", basis=choice.basis, area_code=choice.area)))


def curve(page: Page, choice: Choice) -> Figure:
    """How the most deprived fifth is spread over the districts."""
    group = ("ethnic_group", choice.ethnic_group) if choice.ethnic_group else ("all", "all")
    rows, children = (page.store.query("concentration", basis=choice.basis, dimension=dimension, group_code=code)
                      for dimension, code in (group, ("age_band", "0-15")))
    return Figure("concentration", *neighbourhoods_need.curve(choice, rows, children))


def money(page: Page, choice: Choice) -> Figure:
    """Children, need and money side by side."""
    return Figure("need-and-money", *neighbourhoods_need.need_and_money(choice, page.store.query(
        "need_and_money", basis=choice.basis, joint=choice.joint)))


def low_income(page: Page, choice: Choice) -> Figure:
    """Where children in low-income families live."""
    return Figure("low-income", *neighbourhoods_children.low_income(choice, page.store.query(
        "low_income_fifths", district=choice.district)))


def wards(page: Page, choice: Choice) -> Figure:
    """Children in income-deprived families by ward."""
    return Figure("wards", *neighbourhoods_children.wards(choice, page.store.query(
        "ward_children", basis=choice.basis)))


def schools(page: Page, choice: Choice) -> Figure:
    """School teams beside the neighbourhoods schools stand in."""
    rows = page.store.query("place_schools", basis=choice.basis, ethnic_group=choice.ethnic_group or "all")
    return Figure("schools", *neighbourhoods_children.schools(choice, rows, page.store.query("school_places")))


def draw_figures(page: Page, choice: Choice) -> None:
    """The figures two by two, and the schools."""
    for pair in ((exposure, domains), (curve, money), (low_income, wards)):
        for column, build in zip(columns(1, 1), pair, strict=True):
            with column:
                page.draw(build.__name__, partial(build, page, choice))
    page.draw("schools", partial(schools, page, choice))


with open_page("pages/neighbourhoods.py", "What do neighbourhoods share with deprivation?", lead=LEAD) as page:
    with filter_row(page):
        page.ask(Control("district", "Area", AREA_LABELS))
        page.ask(Control("ethnic_group", "Ethnic group", {"all": "All"} | {
            code: group.label for code, group in load_groups()["ethnic_group"].items() if code != "unknown"},
            width=250))
        page.switch("basis", "Deprivation fifths", {"national": "Of England", "local": "Of Coventry and Warwickshire"})
        page.switch("joint", "Money for both areas", {"apart": "Apart", "allocated": "Shared out (our allocation)"})
    choice = page.keep("choice", lambda: Choice.of(page.filters, AREA_LABELS, page.mode))
    page.body("figures", partial(draw_figures, page, choice))
