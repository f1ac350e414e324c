"""The command: any file of groups in, JSON out, or one clear line and status 2."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.inequality import KEYS, groups_of, measures, sii
from dashboard.inequality.__main__ import main
from dashboard.registry import ROOT

FIVE = "group,population,value,lower,upper\n" + "\n".join(
    f"{name},{people},{value},{value - 1},{value + 1}"
    for name, people, value in (("most", 300, 30), ("2nd", 100, 22), ("3rd", 250, 25), ("4th", 150, 14),
                                ("least", 200, 12)))
COUNTS = "numerator,denominator\n90,300\n22,100\n62,250\n21,150\n24,200\n"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    def call(text: str, *options: str):
        path = tmp_path / "cases.csv"
        path.write_text(text, encoding="utf-8")
        status = main(["--input", str(path), *options])
        out, err = capsys.readouterr()
        return (json.loads(out), err) if status == 0 else (status, out, err)
    return call


def test_the_command_runs_as_a_module(tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text(FIVE, encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "dashboard.inequality", "--input", str(tmp_path / "cases.csv")],
                          cwd=ROOT, capture_output=True, text=True, check=True)
    assert list(json.loads(done.stdout)) == list(KEYS)
    bad = subprocess.run([sys.executable, "-m", "dashboard.inequality", "--input", str(tmp_path / "none.csv")],
                         cwd=ROOT, capture_output=True, text=True, check=False)
    assert (bad.returncode, bad.stdout) == (2, "")
    assert bad.stderr.strip().endswith("the file cannot be read: No such file or directory")


def test_it_prints_what_the_functions_give(run) -> None:
    found, err = run(FIVE)
    groups = groups_of([30, 22, 25, 14, 12], [300, 100, 250, 150, 200], lower=[29, 21, 24, 13, 11],
                       upper=[31, 23, 26, 15, 13])
    expected = sii(groups)
    assert found["sii"] == {"value": expected.value, "lower": expected.lower, "upper": expected.upper}
    assert found["gap"]["compares"] == ["most", "least"]
    assert err == ""


@pytest.mark.parametrize("value_type", ["plain", "rate", "proportion"])
@pytest.mark.parametrize("options", [[], ["--no-transform"], ["--multiplier", "100"], ["--confidence", "99.8"]])
def test_the_value_type_chooses_the_transformation(run, value_type: str, options: list[str]) -> None:
    found, _ = run(COUNTS, "--value-type", value_type, *options)
    groups = groups_of(numerators=[90, 22, 62, 21, 24], denominators=[300, 100, 250, 150, 200], value_type=value_type,
                       multiplier=100 if "--multiplier" in options else 1)
    expected = measures(groups, confidence=0.998 if "99.8" in options else 0.95,
                        transform=False if "--no-transform" in options else None)
    assert {key: entry["value"] for key, entry in found.items()} == {
        key: measure.value for key, measure in expected.items()}
    assert found["rii_ohid"]["lower"] == expected["rii_ohid"].lower


def test_a_confidence_may_be_a_share_or_per_cent(run) -> None:
    assert run(FIVE, "--confidence", "0.998") == run(FIVE, "--confidence", "99.8")
    assert run(FIVE, "--confidence", "95") == run(FIVE)
    assert run(FIVE, "--confidence", "0.998")[0]["sii"]["lower"] < run(FIVE)[0]["sii"]["lower"]


def test_a_measure_that_does_not_apply_keeps_its_key_with_the_reason(run) -> None:
    found, _ = run("group,value\nA,3\nB,2\nC,1\n", "--unordered")
    assert list(found) == list(KEYS)
    assert found["sii"] == {"value": None, "reason": "These groups have no order, so there is no gradient to measure."}
    assert found["bgv"]["reason"].startswith("The size of the groups is not known")


def test_polarity_and_reference_are_taken(run) -> None:
    text = "group,population,value\nA,10,8\nB,30,2\nC,60,5\n"
    found, _ = run(text, "--unordered", "--polarity", "high_is_good", "--reference", "C")
    assert (found["gap"]["value"], found["gap"]["compares"]) == (3, ["C", "B"])
    assert found["par"]["value"] == pytest.approx(5 - 4.4)


def test_numbered_groups_out_of_order_are_put_in_order(run) -> None:
    rows = ["1,300,30", "2,100,22", "3,250,25", "4,150,14", "5,200,12"]
    sorted_rows, _ = run("\n".join(["group,population,value", *rows]))
    for order in ((2, 0, 4, 1, 3), (1, 0, 2, 3, 4)):
        assert run("\n".join(["group,population,value", *(rows[k] for k in order)]))[0] == sorted_rows
    backwards, _ = run("\n".join(["group,population,value", *rows[::-1]]))
    assert backwards["sii"]["value"] == pytest.approx(-sorted_rows["sii"]["value"]), "a straight run is kept"


def test_spaces_capitals_other_columns_and_blank_lines_do_not_matter(run) -> None:
    text = ("\ufeffGroup , Population,VALUE,area\n\nmost,300,30,x\n2nd, 100 ,22,x\n3rd,250,25,x\n\n4th,150,14,x\n"
            "least,200,12,x\n")
    plain, _ = run("group,population,value\nmost,300,30\n2nd,100,22\n3rd,250,25\n4th,150,14\nleast,200,12\n")
    assert run(text)[0] == plain


def test_an_empty_value_is_a_group_without_a_figure(run) -> None:
    found, _ = run("group,population,value\nA,1,3\nB,1,\nC,1,2\n")
    assert "“B”" in found["aci"]["reason"]
    assert found["gap"]["value"] == 1


@pytest.mark.parametrize(("text", "options", "message"), [
    ("", [], "the file is empty"),
    ("group,population,value\n", [], "a header but no groups"),
    ("group,population\nA,1\nB,2\n", [], "column value: missing: there is neither a column value"),
    ("group,numerator\nA,1\nB,2\n", [], "column value: missing"),
    ("group,value,lower\nA,1,0\nB,2,1\n", [], "column upper: missing beside the column lower"),
    ("group,value,value\nA,1,1\nB,2,2\n", [], "column value: stands twice in the header"),
    ("group,value\nA,1\nB,2,3\n", [], "row 2: 3 cells under a header of 2"),
    ("group,population,value\nA,0,1\nB,2,2\n", [], "row 1, column population (group “A”): 0 must be above 0"),
    ("group,population,value\nA,1,1\nB,-2,2\n", [], "row 2, column population (group “B”): -2 must be above 0"),
    ("group,population,value\nA,1,1\nB,many,2\n", [], "row 2, column population: “many” is not a number"),
    ("group,population,value\nA,1,1\nB,2,NaN\n", [], "row 2, column value: “NaN” is not a number: leave a cell empty"),
    ("group,population,value\nA,1,inf\nB,2,2\n", [], "row 1, column value (group “A”): inf is not a finite number"),
    ("group,population,value\nA,1,\"1,000\"\nB,2,2\n", [], "row 1, column value: “1,000” is not a number"),
    ("group,population,value\nA,1,1\n", [], "1 group: a comparison needs at least two"),
    ("group,population,value\nA,1,1\nA,2,2\n", [], "row 2, column group: “A” stands twice"),
    ("numerator,denominator\n5,4\n1,9\n", [], "row 1, column numerator (group “1”): 5 is above the denominator, 4"),
    ("numerator,denominator\n5,4\n1,9\n", ["--value-type", "proportion"], "row 1, column numerator"),
    ("numerator,denominator\n1,0\n1,9\n", [], "row 1, column denominator"),
    ("group,value\nA,0.5\nB,1.5\n", ["--value-type", "proportion"], "row 2, column value (group “B”): 1.5 must be at"),
    ("group,value\nA,5\nB,-1\n", ["--value-type", "rate"], "row 2, column value (group “B”): -1 must be at least 0"),
    ("group,value\nA,5\nB,1\n", ["--confidence", "101"], "a confidence of 101"),
    ("group,value\nA,5\nB,1\n", ["--limits-confidence", "0"], "a confidence of 0"),
    ("group,value\nA,5\nB,1\n", ["--reference", "Z"], "no group is called “Z”"),
    ("group,value\nA,5\nB,1\n", ["--multiplier", "nan"], "column multiplier: nan is not a finite number"),
    ("group,value\n\"A,5\nB,1\n", [], "the file cannot be read: unexpected end of data"),
])
def test_bad_input_is_one_clear_line_and_status_2(run, text: str, options: list[str], message: str) -> None:
    status, out, err = run(text, *options)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert message in err


def test_a_file_that_is_no_text_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "cases.csv").write_bytes(b"group,value\nA,\xff\xfe\n")
    assert main(["--input", str(tmp_path / "cases.csv")]) == 2
    assert main(["--input", str(tmp_path)]) == 2
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--value-type", "percentage"], ["--polarity", "good"], ["--unknown"],
                                     ["--ordered", "--unordered"], ["--confidence", "high"]])
def test_an_unknown_option_ends_with_status_2(run, options: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(FIVE, *options)
    assert ended.value.code == 2
