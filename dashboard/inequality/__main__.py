"""``python -m dashboard.inequality --input cases.csv``: every measure of a set of groups, as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from dashboard.inequality.all_measures import as_json, measures
from dashboard.inequality.errors import InequalityError
from dashboard.inequality.estimate import confidence_level
from dashboard.inequality.reading import read_groups
from dashboard.inequality.scale import VALUE_TYPES
from dashboard.registry import POLARITIES

ABOUT = """Print every measure of inequality between the groups of a CSV file, as JSON; a measure that does not apply
has a null value and the reason. Columns: group, population, value; or numerator, denominator; and se, or lower and
upper (95% unless --limits-confidence says otherwise), where known. An empty cell: nothing is published."""
EXIT_WRONG_INPUT = 2


def arguments() -> argparse.ArgumentParser:
    """What the command understands."""
    parser = argparse.ArgumentParser(prog="python -m dashboard.inequality", description=ABOUT)
    parser.add_argument("--input", type=Path, required=True, metavar="CSV", help="file of groups, one row each")
    order = parser.add_mutually_exclusive_group()
    order.add_argument("--ordered", dest="ordered", action="store_true", default=True,
                       help="rows run from most to least deprived (default)")
    order.add_argument("--unordered", dest="ordered", action="store_false", help="the groups have no order")
    parser.add_argument("--value-type", choices=VALUE_TYPES, default="plain",
                        help="plain: line through the values (default); rate: through their logs, and numerators may "
                             "pass denominators; proportion: through their log odds, values from 0 to the multiplier")
    parser.add_argument("--no-transform", dest="transform", action="store_const", const=False, default=None,
                        help="fit rates and proportions as they are; limits are then simulated on their scale")
    parser.add_argument("--multiplier", type=float, default=1, metavar="N",
                        help="people a value is per: 1 (default), 100 for per cent, 100000 for most rates; a numerator "
                             "divided by its denominator is multiplied by it")
    parser.add_argument("--confidence", type=float, default=0.95, metavar="C", help="0.95 (default) or 95, 0.998 …")
    parser.add_argument("--limits-confidence", type=float, default=0.95, metavar="C",
                        help="confidence at which lower and upper hold (default 0.95)")
    parser.add_argument("--polarity", choices=POLARITIES, default="no_judgement",
                        help="direction of gap and ratio, and which groups count as worse for par and paf; by default "
                             "most minus least deprived, highest minus lowest, and par without a floor")
    parser.add_argument("--reference", metavar="GROUP", help="take gap, ratio, par and paf against this group")
    parser.add_argument("--json", action="store_true", help="print JSON (the only form, and the default)")
    return parser


def main(given: Sequence[str] | None = None) -> int:
    """Run the command; 0 if all is well, 2 with one clear line on standard error if not."""
    options = arguments().parse_args(given)
    try:
        groups = read_groups(options.input, ordered=options.ordered, value_type=options.value_type,
                             multiplier=options.multiplier,
                             limits_confidence=confidence_level(options.limits_confidence))
        found = measures(groups, polarity=options.polarity, reference=options.reference,
                         confidence=options.confidence, transform=options.transform)
    except InequalityError as error:
        sys.stderr.write(f"{options.input}: {error}\n")
        return EXIT_WRONG_INPUT
    plain = (sys.stdout.encoding or "").lower() not in ("utf-8", "utf8")  # quotation marks would stop such a terminal
    sys.stdout.write(json.dumps(as_json(found), indent=2, ensure_ascii=plain, allow_nan=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
