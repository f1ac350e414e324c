"""How is it run, and do the documents agree? Governance, money by tier, checks of every stated figure, and words."""

from dashboard.frame import open_page
from pages.sections import agreement, governance

LEAD = ("Who runs what, money by tier, and every stated figure worked out again: what the five strategy documents say "
        "of themselves.")
CHAPTERS = {
    "bodies": ("Who runs what", governance.draw_bodies), "alliance": ("The alliance", governance.draw_alliance),
    "tiers": ("Tiers and money", governance.draw_tiers), "region": ("The region", governance.draw_region),
    "checks": ("Do the figures agree?", agreement.draw_checks),
    "overtaken": ("What is overtaken", agreement.draw_overtaken),
    "glossary": ("Words", agreement.draw_glossary)}

with open_page("pages/how_it_is_run.py", "How is it run, and do the documents agree?", lead=LEAD) as page:
    page.switch("chapter", "Show", {name: label for name, (label, _) in CHAPTERS.items()})
    CHAPTERS[page.filters.chapter][1](page)
