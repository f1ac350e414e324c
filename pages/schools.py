"""Which schools have a mental health support team? Places, settings, shares of schools, and what is not published."""

import pandas as pd
import streamlit as st

from dashboard import charts, teams, teams_context
from dashboard.figure import Figure
from dashboard.filters import resolve
from dashboard.frame import AREA_LABELS, Control, Page, columns, filter_row, open_page
from dashboard.registry import load_registry, load_sources
from dashboard.text import plain, source_line
from dashboard.views import map_drawing, map_graphic, map_notes, map_view

LEAD = ("Mental Health Support Teams in schools and colleges, as the local plan counts them: by place, because we "
        "found no published list of the schools that have one.")
SHARE = "mhst_settings"
ROOM = (340, 520)  # pixels: what a phone has, so that no place is cut there


def draw_cards(rows: pd.DataFrame) -> None:
    """A card a place, with the source under them."""
    cards = teams.cards(rows)
    for place, card in zip(columns(*[1] * len(cards)), cards, strict=True):
        with place, st.container(border=True, height="stretch", key=f"card-{card.name}"):
            st.markdown(f"{plain(card.name)} **{card.number}** {card.stage}\n\n{plain(card.said)}")
    st.markdown(f"Source: {source_line(load_sources()[rows['source_id'].iloc[0]])}")


def map_figure(page: Page, chosen: teams.Chosen, rows: pd.DataFrame) -> Figure:
    """The places shaded by share with the schools on top, as a map or as a drawing."""
    indicator = load_registry()[SHARE]
    cut = resolve(page.store.query("coverage", indicator=SHARE).to_dict("records"), page.filters.set(period="latest"),
                  ("place",))
    view = teams.narrowed(map_view(page.store, indicator, cut, "all", page.mode), chosen.places)
    points = page.store.query("school_points_of_places", places=chosen.places)
    graphic = map_graphic(view, "", page.filters.view == "drawing", points, size=ROOM)
    parts = teams.map_parts(chosen, view, rows, points, graphic)
    parts = parts._replace(notes=(*parts.notes, map_notes(view)[-1]))
    return Figure("places", *parts, height=ROOM[1],
                  legend=charts.legend(view.scale, indicator, page.mode, states=view.states),
                  drawing=lambda: map_drawing(view, "", points, ROOM))


def draw_lead(chosen: teams.Chosen, rows: pd.DataFrame) -> None:
    """What could not be met, the finding in words, and a card a place."""
    for note in chosen.notes:
        st.info(note)
    st.markdown(f"**{teams.lead(rows)}**")
    draw_cards(rows)


def referral_figure(page: Page, chosen: teams.Chosen, members: pd.DataFrame) -> Figure:
    """Referrals, for the upper-tier areas that the chosen places make up."""
    referrals = page.store.query("school_referrals", areas=chosen.areas)
    whole = set(chosen.places) >= set(members.loc[members["upper_tier_code"].isin(chosen.areas), "place_code"])
    return Figure("referrals", *teams_context.referrals(chosen, referrals, whole, page.mode))


def draw_figures(page: Page, chosen: teams.Chosen, members: pd.DataFrame) -> None:
    """Places and shares side by side, then referrals, kinds of school, and England."""
    rows = page.store.query("school_teams", places=chosen.places)
    draw_lead(chosen, rows)
    left, right = columns(1, 1)
    with left:
        page.draw("places", lambda: map_figure(page, chosen, rows), key=f"places-{page.filters.view}")
    with right:
        page.draw("shares", lambda: Figure("shares", *teams.shares(chosen, rows, page.mode)))
    page.draw("referrals", lambda: referral_figure(page, chosen, members))
    page.draw("kinds", lambda: Figure("kinds", *teams_context.kinds(
        chosen, page.store.query("school_kinds", places=chosen.places))))
    page.draw("england", lambda: Figure("england", *teams_context.national(page.store.query("school_national"))))


with open_page("pages/schools.py", "Which schools have a mental health support team?", lead=LEAD) as page:
    members, chosen_area = page.store.query("school_places"), page.filters.district
    with filter_row(page):
        page.ask(Control("district", "Area", AREA_LABELS))
        page.ask(Control("place", "Place of the plan", page.keep(
            "places of the plan", lambda: teams.place_options(members, chosen_area))))
        page.switch("view", "Show the map as", {"map": "Map", "drawing": "Drawing (prints; no WebGL needed)"})
    chosen = page.keep("chosen", lambda: teams.choose(members, chosen_area, page.filters.place))
    page.body("figures", lambda: draw_figures(page, chosen, members))
