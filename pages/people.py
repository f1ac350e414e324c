"""Who lives here? Age, ethnic group, and where each group lives by deprivation."""

from functools import partial

import streamlit as st

from dashboard import charts_people, people
from dashboard.figure import Figure
from dashboard.frame import AREA_LABELS, Control, Page, columns, filter_row, open_page
from dashboard.registry import load_groups

AGE_TABLE = {"where": "Place", "sex_name": "Sex", "age": "Age", "persons": "Residents", "shown": "Share of residents"}
ETHNIC_TABLE = {"group_name": "Ethnic group", "year": "Census", "persons": "Residents", "shown": "Share of residents",
                "england_pct_shown": "England"}
DETAIL_TABLE = {"group_name": "Ethnic group", "persons": "Residents", "share_pct_shown": "Share",
                "england_pct_shown": "England"}
FIFTH_TABLE = {"area_name": "Area", "group_name": "Ethnic group", "fifth": "Fifth (1 most deprived)",
               "neighbourhoods": "Neighbourhoods", "persons": "Residents of the group in the fifth",
               "residents": "Residents of the group", "share_pct_shown": "Share of the group"}
CENSUS = "Counts carry small random changes that protect privacy, so sums differ a little from published totals."


def place_of(page: Page) -> str:
    """The chosen area in a sentence."""
    return AREA_LABELS[page.filters.district].split(" (")[0]


def chosen_group(page: Page) -> str:
    """The chosen ethnic group, or nothing for all and for those not known, whom the census does not have."""
    group = page.filters.ethnic_group
    return "" if group in ("all", "unknown") else group


def ages(page: Page) -> Figure:
    """Ages against England: the latest estimates, or the latest that have women and men apart."""
    split = "sex" if page.filters.ages == "sexes" else "all"
    place = place_of(page)
    rows = people.age_words(page.store.query("people_age", district=page.filters.district, split=split), place)
    year = rows["year"].iloc[0]
    title = people.age_finding(rows, place)
    note = f"Women and men apart are held up to mid-{year}; later estimates here have ages only." if split == "sex" \
        else f"The estimates of mid-{year} are not split into women and men here."
    return Figure(
        "ages", title, f"Share of residents by five-year age · {place} and England · 30 June {year}",
        charts_people.age_profile(rows, page.mode, place),
        f"{title}. Bars for {rows['age'].nunique()} age bands with a mark for England; the table below has them all.",
        rows, tuple(rows["source_id"].unique()), (note,), AGE_TABLE)


def ethnic_groups(page: Page) -> Figure:
    """Broad ethnic groups in both censuses."""
    rows = page.store.query("people_ethnic", district=page.filters.district)
    rows = people.in_words(rows, ("england_pct",)).assign(
        name=rows["group_name"].map(people.short), shown=rows["share_pct"].map("{:.1f}%".format))
    place, first, last = place_of(page), rows["year"].min(), rows["year"].max()
    title = people.ethnic_finding(rows, place, chosen_group(page))
    return Figure(
        "ethnic-groups", title, f"Share of residents by ethnic group · {place} · Census {first} and {last}",
        charts_people.ethnic_pairs(rows, page.mode, chosen_group(page)),
        f"{title}. Two bars for each of {rows['name'].nunique()} ethnic groups; the table below has them with England.",
        rows, tuple(rows["source_id"].unique()),
        (f"The census of {last} words some groups differently and added Roma to White, so groups are alike in both "
         "years but not the same.", CENSUS), ETHNIC_TABLE)


def detailed_groups(page: Page) -> Figure:
    """The detailed groups of the latest census as a table."""
    rows = people.in_words(page.store.query("people_ethnic_detail", district=page.filters.district),
                           ("share_pct", "england_pct"))
    title, year = people.detail_finding(rows), rows["year"].iloc[0]
    return Figure(
        "detailed-ethnic-groups", title, f"{len(rows)} ethnic groups · {place_of(page)} · Census {year}", None, title,
        rows, tuple(rows["source_id"].unique()), (CENSUS,), DETAIL_TABLE)


def fifths(page: Page) -> Figure:
    """Where each group of the chosen area lives, by deprivation fifth."""
    basis, rows, place = page.filters.basis, people.by_fifth(page.store, page.filters.basis), place_of(page)
    code = people.TOGETHER if page.filters.district == "all" else page.filters.district
    here = people.fifth_order(rows[rows["area_code"] == code])
    title = people.fifth_finding(here, place, chosen_group(page), basis)
    return Figure(
        "fifths", title, f"Residents by deprivation of their neighbourhood · {place} · {people.years(rows)}",
        charts_people.fifth_bars(here, page.mode, chosen_group(page)),
        f"{title}. A full bar for each ethnic group and for everyone; the table below has every part.", here,
        people.sources(here), (people.ECOLOGICAL, people.basis_note(rows, basis), CENSUS), FIFTH_TABLE)


def most_deprived_fifth(page: Page) -> Figure:
    """The share of each group in the most deprived fifth, district by district."""
    basis, rows = page.filters.basis, people.by_fifth(page.store, page.filters.basis)
    worst = people.by_district(rows)
    title = people.heat_finding(worst, chosen_group(page))
    return Figure(
        "most-deprived-fifth", title, f"Share of each group living in {people.FIFTHS[basis]} · Every district · "
        f"{people.years(rows)}", charts_people.heat(worst, page.mode, page.filters.district, chosen_group(page)),
        f"{title}. A cell for each district and ethnic group with its share; the table below has them all.", worst,
        people.sources(worst), (people.ECOLOGICAL, people.basis_note(rows, basis), people.small_note(worst)),
        FIFTH_TABLE)


def draw_figures(page: Page) -> None:
    """Ages and ethnic groups, where they live, and the detailed groups."""
    for pair in (((ages, "ages"), (ethnic_groups, "ethnic")), ((fifths, "fifths"), (most_deprived_fifth, "worst"))):
        for column, (build, name) in zip(columns(1, 1), pair, strict=True):
            with column:
                page.draw(name, partial(build, page))
    page.draw("detail", partial(detailed_groups, page))


with open_page("pages/people.py", "Who lives here, and where?") as page:
    with filter_row(page):
        page.ask(Control("district", "Area", AREA_LABELS))
        page.ask(Control("ethnic_group", "Ethnic group", {"all": "All"} | {
            code: group.label for code, group in load_groups()["ethnic_group"].items() if code != "unknown"},
            width=330))
    with st.container(horizontal=True):
        page.switch("ages", "Ages", {"persons": "Everyone", "sexes": "Women and men"})
        page.switch("basis", "Deprivation fifths", {"national": "Of England", "local": "Of Coventry and Warwickshire"})
    page.body("figures", partial(draw_figures, page))
