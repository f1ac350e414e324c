"""The directory of services in words: what was found as a sentence, and a service as a card."""

from __future__ import annotations

import re
from collections.abc import Collection

from dashboard.choices import AREA_LABELS
from dashboard.filters import Filters
from dashboard.service_audience import TITLES, audience
from dashboard.service_finder import reaches, takes
from dashboard.services import ALIKE, Directory, Service
from dashboard.text import join, plain, spell_date
from dashboard.vocabulary import load_words

AN = {8, 11, 18, *range(80, 90)}  # ages that take "an"
OLDEST = 100
WITHOUT_ARTICLE = "Thrive"
REFERENCE, DOCUMENT = re.compile(r"d00\d_[a-z0-9_]+"), re.compile(r"([Dd])ocument (00\d)")
REPEATED = r"(?:Part of|Same service as) {}(?: and d00\d_[a-z0-9_]+)*(?:, its older name)?\.\s*"
OUR_TIER = re.compile(r"Tier from [^.]*\.\s*")
HERE = {"all": "Coventry and Warwickshire", "E10000031": "Warwickshire"}
BREAK = "  \n"


def person(age: str) -> str:
    """Someone of an age: "a 17-year-old", "an 8-year-old", "a child under 1", "someone of any age"."""
    if not age:
        return "someone of any age"
    years = int(age)
    if years >= OLDEST:
        return "someone of 100 or over"
    return "a child under 1" if years == 0 else f"{'an' if years in AN else 'a'} {years}-year-old"


def place(district: str) -> str:
    """The area as the end of a sentence: "Rugby", "Coventry and Warwickshire"."""
    return HERE.get(district, AREA_LABELS[district])


def years(services: Collection[Service]) -> str:
    """The years that accounts are of: "2016 to 2024"."""
    found = sorted({account.as_at[:4] for service in services for account in (service, *service.accounts)})
    return found[0] if found[0] == found[-1] else f"{found[0]} to {found[-1]}"


def several(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 service", "17 services"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def answer(service: Service, filters: Filters) -> str:
    """Whether the service answers the reader's age and area, as a sentence."""
    age = int(filters.age) if filters.age else None
    here, fit = reaches(service, filters.district), takes(service, age)
    if service.local == "no":
        return "Of another place: people in Coventry and Warwickshire cannot use it."
    if here == "no":
        return f"Not for people in {place(filters.district)}: its area is {areas(service)}."
    parts = {"yes": f"Open to {person(filters.age)}, by the ages stated" if filters.age else "",
             "unsure": f"Its ages are not stated in years, so ask whether {person(filters.age)} may use it",
             "no": f"Not open to {person(filters.age)}, by the ages stated"}[fit]
    whose = audience(service, age, states_the_age=fit == "yes")
    if whose != "reader" and fit != "no":
        parts = f"{TITLES[whose]}, by what is stated of it"
    reach = f"whether it reaches {place(filters.district)} is not stated" if here == "unsure" else \
        f"for people in {areas(service) if filters.district in HERE else place(filters.district)}"
    late = "Planned or being set up when the document was written" if service.stage == "planned" else ""
    told = "; ".join(part for part in (late, parts, reach) if part)
    return f"{told[:1].upper()}{told[1:]}."


def ages(service: Service) -> str:
    """The ages as the document gives them, or as its account was read; "not stated" where it gives none."""
    stated = service.ages_as_stated
    if stated != "not stated" or not service.states_ages:
        return re.sub(r"(?<=\d)-(?=\d)", " to ", stated)
    youngest, oldest = service.age_from, service.age_to
    if youngest is not None and oldest is not None:
        return f"{youngest} to {oldest} (our reading)"
    return f"{youngest} and over (our reading)" if youngest is not None else f"up to {oldest} (our reading)"


def areas(service: Service) -> str:
    """Where, in words."""
    labels = load_words()["area"]
    return join([labels[code] for code in service.areas]) or "elsewhere"


def tier(service: Service) -> str:
    """The tier in plain words, and whether we read it ourselves."""
    labels = load_words()["tier"]
    if not service.tiers:
        return "Not stated"
    read = "" if service.tier_basis == "stated" else " (our reading of the four-tier model; not stated)"
    return f"{join([labels[code] for code in service.tiers])}{read}"


def note(service: Service, directory: Directory) -> str:
    """What to know about it, with names where the record has identifiers."""
    text = service.note
    for other in (*service.part_of, service.same_as, *(account.id for account in service.accounts)):
        text = re.sub(REPEATED.format(re.escape(other)), "", text) if other else text
    text = REFERENCE.sub(lambda found: directory.names.get(found[0], found[0]), text)
    text = OUR_TIER.sub("", text)  # the line on the tier says so already
    return DOCUMENT.sub(lambda found: _the(directory.documents[found[2]], found[1] == "D"), text)


def _the(name: str, opening: bool) -> str:
    if name.startswith(WITHOUT_ARTICLE):
        return name
    return f"{'The' if opening else 'the'} {name[:1].lower()}{name[1:]}"


def source(service: Service) -> str:
    """When the account is from, and where it stands."""
    return f"As at {spell_date(service.as_at)} · {service.document_name}: “{service.section}”"


def card(service: Service, directory: Directory, *, opened: bool = False) -> str:
    """A service as Markdown: what it is, and a line for each thing that is known of it; needs when it is opened."""
    labels = load_words()
    rows = [
        (("For", service.for_whom), ("Ages", ages(service))),
        (("Where", areas(service)), ("Tier", tier(service))),
        (("Needs", "; ".join(labels["need"][need] for need in service.needs) if opened else ""),),
        (("How to get in", service.route_text),),
        (("Run by", service.provider), ("Paid for by", service.commissioner)),
        (("Money", service.money),), (("Staff", service.staff),),
        (("Part of", join([directory.names[whole] for whole in service.part_of])),),
        (("Also in", "" if opened else join([f"{account.document_name} ({account.as_at[:4]}), as {account.name}"
                                             for account in service.accounts])),),
        (("Note", note(service, directory)),)]
    lines = [" · ".join(f"**{name}:** {plain(_tidy(text))}" for name, text in row if text) for row in rows]
    kind = labels["service_kind"][service.kind]
    facts = BREAK.join(line for line in lines if line)
    return f"{plain(service.what)}\n\n{facts}\n\n{plain(kind)} · {plain(source(service))}"


def other_account(account: Service) -> str:
    """The head of what another document says of a service."""
    return f"{account.document_name}, {spell_date(account.as_at)}: {account.name}"


def standing(services: Collection[Service]) -> str:
    """What kind of directory this is, with the years of the accounts it shows."""
    return (f"This is a directory of what the documents name at their dates ({years(services)}), not a current one: "
            "check with the provider.")


def age_options(chosen_age: str) -> dict[str, str]:
    """The ages to choose from, with one from a link that is not among them."""
    years_of_age = [str(age) for age in range(OLDEST + 1)]
    if chosen_age and chosen_age not in years_of_age:
        years_of_age.append(chosen_age)
    words_for = {"": "any age", "0": "under 1", str(OLDEST): f"{OLDEST} or over"}
    return {age: words_for.get(age, age) for age in ("", *years_of_age)}


def _tidy(text: str) -> str:
    return text if text[:1].isupper() or not text[:1].isalpha() or text[1:2].isupper() else text[:1].upper() + text[1:]


def alike(services: Collection[Service], directory: Directory) -> str:
    """The sentence that keeps the children's Reach and the adult REACH apart, where either is shown; else ""."""
    shown = {account.id for service in services for account in (service, *service.accounts)}
    if not shown & set(ALIKE):
        return ""
    child, adult = (directory.entries[name] for name in ALIKE)
    return (f"Two services with one name: **Reach** is for {plain(child.for_whom[:1].lower() + child.for_whom[1:])} "
            f"({plain(child.document_name)}, {child.as_at[:4]}); **REACH** is the voluntary sector's collaborative, "
            f"which we take to be for adults ({plain(adult.document_name)}, {adult.as_at[:4]}). They are not the same.")
