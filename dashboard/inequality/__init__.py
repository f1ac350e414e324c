"""Measures of inequality, pure: groups in, numbers with limits out, and for what does not apply the reason.

Everything a page or another program needs is named here. ``python -m dashboard.inequality --help`` is the command.
"""

from dashboard.inequality.all_measures import KEYS, as_json, measures
from dashboard.inequality.attributable import People, paf, par, people_if_all_had, reference_group
from dashboard.inequality.benchmark import Verdict, against_benchmark, real_terms
from dashboard.inequality.checks import groups_of
from dashboard.inequality.control_chart import XmR, xmr
from dashboard.inequality.errors import InequalityError, NotApplicable
from dashboard.inequality.estimate import Estimate, Interval, confidence_level, z_value
from dashboard.inequality.gradient import Line, aci, fitted_line, rci, rii_ohid, rii_scotgov, sii
from dashboard.inequality.groups import Groups
from dashboard.inequality.intervals import byar, count_limits, dsr, proportion, rate, wilson
from dashboard.inequality.pairs import compared, gap, ratio
from dashboard.inequality.proof import ProofRow, prove
from dashboard.inequality.rounding import GapBounds, gap_bounds, rounded_bounds, suppressed_bounds
from dashboard.inequality.sampling import PAGE_REPETITIONS, REPETITIONS
from dashboard.inequality.scale import ValueType
from dashboard.inequality.trend import RecentTrend, YearPoint, recent_trend
from dashboard.inequality.unordered import bgsd, bgv, idis_weighted, mld, theil

__all__ = [
    "KEYS", "PAGE_REPETITIONS", "REPETITIONS", "Estimate", "GapBounds", "Groups", "InequalityError", "Interval",
    "Line", "NotApplicable", "People", "ProofRow", "RecentTrend", "ValueType", "Verdict", "XmR", "YearPoint", "aci",
    "against_benchmark", "as_json", "bgsd", "bgv", "byar", "compared", "confidence_level", "count_limits", "dsr",
    "fitted_line", "gap", "gap_bounds", "groups_of", "idis_weighted", "measures", "mld", "paf", "par",
    "people_if_all_had", "proportion", "prove", "rate", "ratio", "rci", "real_terms", "recent_trend",
    "reference_group", "rii_ohid", "rii_scotgov", "rounded_bounds", "sii", "suppressed_bounds", "theil", "wilson",
    "xmr", "z_value",
]
