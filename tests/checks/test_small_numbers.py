"""Small numbers about people: asked about, and never printed before somebody has decided; nor what gives them away."""

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from commands import run
from hypothesis import given, settings
from hypothesis import strategies as st
from project import REPORT, make_project

from reportgen.model import Indicator, Period
from reportgen.model.merge import Merged, Protected
from reportgen.model.protection import protect
from reportgen.model.small_numbers import SmallNumbers, Withheld
from reportgen.pipeline import Built, OutputFormat, build_project, check_project
from reportgen.review.facts import find_review

YEARS = (2021, 2022, 2023)
PERSONS = {"one": "person", "other": "persons"}


def submission(parts: str, *, text: str = "Help was given.", total: str = "2021: 90, 2022: 80, 2023: 40") -> str:
    """What the justice ministry sends: victims by parts, and a reply."""
    return f"""\
agency: justice
indicators:
  victims:
    label: victims who received compensation
    unit: {{one: person, other: persons}}
    issue: 1
    values: {{{total}}}
    breakdown: [{parts}]
    source: Fund
replies:
  - issue: 1
    text: |
      {text}
"""


SEX = (
    "{label: women, by: sex, values: {2021: 40, 2022: 30, 2023: 3}},"
    "{label: men, by: sex, values: {2021: 50, 2022: 50, 2023: 37}}"
)
NO_TOTAL = "2021: 90, 2022: 80"
"""Victims without a total of 2023, so that no other number goes with the small one."""
REGIONS = (
    "{label: North, by: region, values: {2023: 4}}, {label: South, by: region, values: {2023: 17}},"
    "{label: East, by: region, values: {2023: 19}}"
)


def project(root: Path, small: str | None = "5", *, parts: str = SEX, **more: str) -> Path:
    """A project that asks for small numbers."""
    setting = "" if small is None else f"small_numbers: {small}\n"
    return make_project(root, report_yaml=REPORT + setting, submissions__justice_yaml=submission(parts, **more))


def found(root: Path) -> dict[str, str]:
    """The messages of what is said, by code."""
    return {one.code: one.message for one in check_project(root).diagnostics}


def outputs(built: Built) -> str:
    """All that leaves the tool as text: the page, the twins of its data, the manifest."""
    names = [name for name in built.files if not name.endswith((".docx", ".pdf"))]
    text = "\n".join(built.files[name].decode() for name in names)
    return re.sub(r"<[^>]+>", " ", text)


def page(built: Built) -> str:
    """What a reader sees, in small letters on one line."""
    html = next(data for name, data in built.files.items() if name.endswith(".html")).decode()
    text = re.sub(r"<[^>]+>", " ", html.partition("<body")[2])
    return " ".join(text.replace("\u00a0", " ").split()).casefold()


# ---- questions ------------------------------------------------------------------------------------------------


def test_a_small_number_is_a_question(tmp_path: Path) -> None:
    """With part and year; what goes with it is told."""
    said = found(project(tmp_path))

    assert "“victims who received compensation” counts fewer than 5 persons: women 2023" in said["RG360"]
    assert "these are not printed either: men 2023" in said["RG363"]


def test_a_final_build_needs_an_answer(tmp_path: Path) -> None:
    """It is an error there."""
    severities = {one.code: one.severity for one in check_project(project(tmp_path), final=True).diagnostics}

    assert "error" == severities["RG360"].value


@pytest.mark.parametrize("answer", ["publish", "group", "fewer"])
def test_an_answer_is_not_asked_again(tmp_path: Path, answer: str) -> None:
    """Whatever was decided."""
    assert "RG360" not in found(project(tmp_path, f"{{below: 5, answers: {{victims: {answer}}}}}"))


@pytest.mark.parametrize("small", [None, "3"])
def test_other_numbers_are_printed(tmp_path: Path, small: str | None) -> None:
    """Where the project asks for nothing, and where a number is not below the bound."""
    root = project(tmp_path, small)

    assert not {"RG360", "RG361", "RG362", "RG363"} & set(found(root))
    assert not any(isinstance(one, Withheld) for one in _printed(root))


def _printed(root: Path) -> Iterable[object]:
    checked = check_project(root)
    assert checked.merged is not None
    victims = checked.merged.indicators["victims"]
    return [one for part in victims.breakdown for one in part.values.values()]


def test_nought_is_no_small_number(tmp_path: Path) -> None:
    """It tells of nobody."""
    assert "RG360" not in found(project(tmp_path, parts=SEX.replace("2023: 3}", "2023: 0}").replace("37", "40")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{one: person, other: persons}", "{one: case, other: cases}"),
        ("{one: person, other: persons}", "{currency: T}"),
        ("{one: person, other: persons}", "percent"),
        ("    issue: 1\n", "    issue: 1\n    measure: rate\n"),
    ],
)
def test_what_counts_no_persons_is_printed(tmp_path: Path, old: str, new: str) -> None:
    """Cases, money, percentages and rates."""
    own = submission(SEX).replace(old, new, 1).replace("victims who received", "cases with")
    root = make_project(tmp_path, report_yaml=REPORT + "small_numbers: 5\n", submissions__justice_yaml=own)

    assert "RG360" not in found(root)


@pytest.mark.parametrize("small", ["2", "1", "0", "true", "x", "{below: 5, answers: {victims: hide}}", "{answers: {}}"])
def test_what_is_no_bound_is_refused(tmp_path: Path, small: str) -> None:
    """At its line of report.yaml."""
    errors = [one for one in check_project(project(tmp_path, small)).diagnostics if one.severity.value == "error"]

    assert any("report.yaml:" in str(one.place) for one in errors)


# ---- what is printed ------------------------------------------------------------------------------------------


def test_tables_say_fewer_and_not_published(tmp_path: Path) -> None:
    """The small number, and the one beside it that would give it away; the total and the other years stay."""
    text = page(build_project(project(tmp_path, parts=f"{SEX}, {REGIONS}"), ["html"]))

    assert "women 40 30 not published " in text
    assert "men 50 50 not published " in text
    assert "north .. .. not published " in text
    assert "south .. .. not published " in text
    assert "east .. .. 19 " in text
    assert not re.search(r"\b(37|17)\b", text)


def test_a_reference_prints_fewer(tmp_path: Path) -> None:
    """Before its noun, where no total gives it away."""
    said = "In 2023, {{ victims | value(part='women') }} women and {{ victims | at(2023, part='women', unit=True) }}."
    assert "in 2023, fewer than 5 women and fewer than 5 women." in page(
        build_project(project(tmp_path, text=said, total=NO_TOTAL), ["html"])
    )


@pytest.mark.parametrize(
    "reference",
    [
        "victims | value(part='men')",
        "victims | compared(part='women')",
        "victims | compared(part='men')",
        "victims | change(part='women')",
        "victims | by_year(part='women')",
        "victims | total(part='men')",
        "victims | share_of(victims, part='women')",
        "victims | breakdown",
        "victims | at(2023, part='men')",
    ],
)
def test_a_reference_that_would_tell_is_refused(tmp_path: Path, reference: str) -> None:
    """Also comparisons, sums, shares and lists; the message names part and year, and no number."""
    said = found(project(tmp_path, text=f"It was {{{{ {reference} }}}}."))

    assert "in 2023 is not printed" in said["RG361"]
    assert not re.search(r"\b(3|37)\b", said["RG361"])


def test_a_reference_to_another_year_is_printed(tmp_path: Path) -> None:
    """Nothing of that year is withheld."""
    root = project(tmp_path, text="In 2022, {{ victims | at(2022, part='women') }} women were.")

    assert "RG361" not in found(root)


def test_small_numbers_are_put_together(tmp_path: Path) -> None:
    """The small part with the smallest other one; where one of two parts is small, the breakdown goes."""
    root = project(tmp_path, "{below: 5, answers: {victims: group}}", parts=f"{SEX}, {REGIONS}")

    text = page(build_project(root, ["html"]))

    assert "north and south 21 " in text.replace(".. ", "")
    assert "women 40" not in text
    assert "fewer than" not in text


def test_published_numbers_are_printed(tmp_path: Path) -> None:
    """Once somebody has decided so."""
    assert "women 40 30 3 " in page(
        build_project(project(tmp_path, "{below: 5, answers: {victims: publish}}"), ["html"])
    )


# ---- typed numbers --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["Three women were helped.", "Of them, 3 were women.", "There was help for 3 women.", "37 men came."],
)
def test_a_typed_number_beside_is_asked_about(tmp_path: Path, text: str) -> None:
    """In digits and in words, with the name of the part in any number."""
    assert "RG362" in found(project(tmp_path, text=text))


@pytest.mark.parametrize(
    "text", ["Three courts were opened.", "Women were helped by 8 offices.", "30 women came in 2022."]
)
def test_other_typed_numbers_are_not(tmp_path: Path, text: str) -> None:
    """Another thing, another number, a number that is printed."""
    assert "RG362" not in found(project(tmp_path, text=text))


# ---- what nobody can work out ---------------------------------------------------------------------------------


def victims(parts: Mapping[str, Mapping[str, int]], total: Mapping[str, int]) -> Indicator:
    """Victims by region."""
    breakdown = [{"label": name, "values": dict(values)} for name, values in parts.items()]
    return Indicator.model_validate(
        {"label": "victims", "unit": PERSONS, "values": dict(total), "breakdown": breakdown}
    )


def protected(indicator: Indicator, answer: str | None = None, below: int = 5) -> Protected:
    """The indicator as it may be printed."""
    setting = SmallNumbers.model_validate({"below": below, "answers": {"victims": answer} if answer else {}})
    return protect(
        Merged({"victims": indicator}), setting, lambda words: "victim" in words or "person" in words, " and ".join
    )


def possible(cells: list[tuple[int, int]], total: int) -> list[set[int]]:
    """The values that each of some cells may have, where each lies between two and their sum is known."""
    found: list[set[int]] = [set() for _ in cells]
    for values in itertools.product(*(range(low, high + 1) for low, high in cells)):
        if sum(values) == total:
            for place, value in enumerate(values):
                found[place].add(value)
    return found


@settings(deadline=None)
@given(st.lists(st.integers(0, 12), min_size=2, max_size=4), st.integers(3, 6))
def test_no_withheld_number_can_be_worked_out(values: list[int], below: int) -> None:
    """A reader who knows total, bound and all printed cells finds two values at the least for each that is withheld."""
    total = sum(values)
    parts = {f"region {place}": {"2023": value} for place, value in enumerate(values)}
    shown = protected(victims(parts, {"2023": total}), below=below).merged.indicators["victims"]
    hidden = [part.values[Period.of_year(2023)] for part in shown.breakdown]
    printed = sum(int(one.value) for one in hidden if one.value is not None)
    cells = [(1, one.below - 1) if one.below else (0, total - printed) for one in hidden if isinstance(one, Withheld)]

    assert all(not 0 < int(one.value) < below for one in hidden if one.value is not None)
    if cells:
        assert all(len(one) > 1 for one in possible(cells, total - printed)) or len(values) == 1


@settings(deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=5), st.integers(3, 6))
def test_grouped_numbers_are_not_small_and_keep_their_sum(values: list[int], below: int) -> None:
    """Or the breakdown is gone."""
    parts = {f"region {place}": {"2023": value} for place, value in enumerate(values)}
    shown = protected(victims(parts, {"2023": sum(values)}), "group", below).merged.indicators["victims"]
    printed = [part.value(Period.of_year(2023)) or Decimal(0) for part in shown.breakdown]

    assert all(not 0 < one < below for one in printed)
    assert not printed or sum(values) == sum(printed)


def test_a_span_does_not_give_a_year_away() -> None:
    """Where 2021–2023 is printed and 2021 and 2023, the year between follows; so the span is not printed either."""
    parts = {
        "north": {"2021": 10, "2022": 3, "2023": 10, "2021-2023": 23},
        "south": {"2021": 20, "2022": 27, "2023": 20, "2021-2023": 67},
    }
    total = {"2021": 30, "2022": 30, "2023": 30, "2021-2023": 90}

    shown = protected(victims(parts, total)).merged.indicators["victims"]

    withheld = {
        (place, str(period))
        for place, part in enumerate(shown.breakdown)
        for period, one in part.values.items()
        if isinstance(one, Withheld)
    }
    assert {(0, "2022"), (1, "2022"), (0, "2021-2023"), (1, "2021-2023")} == withheld


def test_parts_of_no_whole_stand_alone() -> None:
    """Where parts do not make up the total, nothing follows from it: one cell is withheld."""
    indicator = victims({"north": {"2023": 3}, "south": {"2023": 20}}, {"2023": 40}).model_copy(
        update={"exhaustive": False}
    )

    assert 1 == len(protected(indicator).withheld)


@settings(deadline=None, max_examples=15)
@given(st.integers(1, 4), st.integers(51, 59), st.integers(61, 69))
def test_no_output_holds_what_is_withheld(
    tmp_path_factory: pytest.TempPathFactory, small: int, men: int, east: int
) -> None:
    """Whatever is built: a number that only a withheld cell has stands nowhere."""
    total = small + men
    parts = (
        f"{{label: women, by: sex, values: {{2023: {small}}}}}, {{label: men, by: sex, values: {{2023: {men}}}}},"
        f"{{label: East, by: region, values: {{2023: {east}}}}}"
    )
    root = tmp_path_factory.mktemp("project")
    built = build_project(project(root, parts=parts, total=f"2023: {total}"), ["html"])

    assert not re.search(rf"(?<![\d:])\b{men}\b(?!:)", outputs(built).partition("Statistical tables")[2])
    assert re.search(rf"\b{total}\b", outputs(built))


@pytest.mark.parametrize("format_", ["json", "sdmx"])
def test_twins_of_the_data_hold_no_withheld_number(tmp_path: Path, format_: OutputFormat) -> None:
    """What machines read has the other figures, and says of these that they were withheld."""
    root = project(tmp_path)
    text = outputs(build_project(root, [format_]))

    assert re.search(r"\b50\b", text)
    assert not re.search(r"(?<![\d:])\b37\b(?!:)", text)
    assert "values: {2021: 50, 2022: 50, 2023: 37}" in (root / "submissions" / "justice.yaml").read_text()


def test_the_public_page_holds_no_withheld_number(tmp_path: Path) -> None:
    """The page for readers shows no more than the report does; that of the coordinator shows what came in."""
    root = project(tmp_path)
    checked = check_project(root)
    public, own = (
        repr(find_review(root, checked, dt.date(2024, 2, 1), is_public=is_public)) for is_public in (True, False)
    )

    assert "'37'" not in public
    assert "'37'" in own


def test_explain_does_not_tell(tmp_path: Path) -> None:
    """Nor does what it proposes to write."""
    result = run("explain", project(tmp_path), "victims")

    assert 0 == result.exit_code
    assert not re.search(r"\b37\b", result.output)


# ---- answers --------------------------------------------------------------------------------------------------


def own_unit(root: Path, answers: str, noun: str = "complainant") -> Path:
    """A project with cases of complainants, whom no list of words knows."""
    parts = "{label: Astana, values: {2023: 3}}, {label: Almaty, values: {2023: 37}}"
    own = submission(parts).replace("{one: person, other: persons}", f"{{one: {noun}, other: {noun}s}}")
    own = own.replace("victims who received compensation", "complaints")
    setting = f"small_numbers: {{below: 5, answers: {{{answers}}}}}\n"
    return make_project(root, report_yaml=REPORT + setting, submissions__justice_yaml=own)


def test_an_answer_protects_whatever_is_counted(tmp_path: Path) -> None:
    """`complainant` is in no list of persons; the answer says that they are to be protected."""
    text = page(build_project(own_unit(tmp_path, "victims: fewer"), ["html"]))

    assert "not published" in text
    assert not re.search(r"\b37\b", text)


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ("victim: fewer", "“fewer” for victim, and it is not followed: no indicator has this key"),
        ("victims: fewer, x: publish", "“publish” for x, and it is not followed: no indicator has this key"),
    ],
)
def test_an_answer_without_an_indicator_is_told(tmp_path: Path, answers: str, reason: str) -> None:
    """At its line, and a final build is refused: it may be meant for a key that is written otherwise."""
    checked = check_project(own_unit(tmp_path, answers), final=True)
    one = next(one for one in checked.diagnostics if one.code == "RG364")

    assert reason in one.message
    assert "error" == one.severity.value
    assert "report.yaml:9" in str(one.place)


@pytest.mark.parametrize("answer", ["publish", "group", "fewer"])
def test_an_answer_for_nothing_is_told(tmp_path: Path, answer: str) -> None:
    """No cell is small; beside it, an answer that is followed."""
    setting = f"{{below: 5, answers: {{victims: {answer}}}}}"

    assert (
        "no part of it has a number below 5"
        in found(project(tmp_path, setting, parts=SEX.replace(": 3}", ": 9}")))["RG364"]
    )
    assert "RG364" not in found(project(tmp_path, setting))


def test_an_answer_for_a_rate_is_told(tmp_path: Path) -> None:
    """Three per cent are no three persons."""
    own = submission(SEX).replace("{one: person, other: persons}", "percent")
    setting = "small_numbers: {below: 5, answers: {victims: fewer}}\n"
    said = found(make_project(tmp_path, report_yaml=REPORT + setting, submissions__justice_yaml=own))

    assert "it is no count (it is a rate)" in said["RG364"]


def test_what_the_whole_tells_needs_a_decision(tmp_path: Path) -> None:
    """All victims are women: no mark hides how many. Publishing them, or leaving the breakdown out, is an answer."""
    parts = "{label: women, values: {2023: 3}}"
    said = {}
    for answer in ("fewer", "publish", "group"):
        setting = f"{{below: 5, answers: {{victims: {answer}}}}}"
        said[answer] = found(project(tmp_path / answer, setting, parts=parts, total="2023: 3"))

    assert "women 2023" in said["fewer"]["RG365"]
    assert "RG365" not in said["publish"]
    assert "RG365" not in said["group"]
    assert "nothing but the whole would be left" in said["group"]["RG363"]


# ---- parts that are put together ------------------------------------------------------------------------------

GROUP = "{below: 5, answers: {victims: group}}"


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        (
            (
                "{label: women, values: {2023: 4}, exhaustive: false}, {label: children, values: {2023: 4}},"
                "{label: foreigners, values: {2023: 9}}"
            ),
            "may be counted in several",
        ),
        ("{label: women, values: {2023: 4}}, {label: foreigners, values: {2023: 9}}", "may be counted in several"),
        (
            (
                "{label: North, values: {2022: 3}}, {label: South, values: {2023: 10}},"
                "{label: East, values: {2022: 77, 2023: 30}}"
            ),
            "figures of different periods",
        ),
    ],
)
def test_parts_that_are_no_sum_are_not_put_together(tmp_path: Path, parts: str, reason: str) -> None:
    """They may overlap, or would lose figures: they are withheld instead, and it is said."""
    root = project(tmp_path, GROUP, parts=parts)
    said, text = found(root), page(build_project(root, ["html"]))

    assert reason in said["RG364"]
    assert " and children" not in text
    assert "fewer than 5" in text or "not published" in text


def test_a_part_that_is_put_together_says_so(tmp_path: Path) -> None:
    """Where a text refers to it by itself, and where its breakdown is gone; another label is unknown as ever."""
    text = (
        "{{ victims | value(part='North') }}, {{ victims | value(part='women') }}, {{ victims | value(part='Nord') }}."
    )
    root = project(tmp_path, GROUP, parts=f"{SEX}, {REGIONS}", text=f"It was {text}")
    said = {(one.code, one.message) for one in check_project(root).diagnostics}
    grouped = "small_numbers in report.yaml groups it with others"

    assert ("RG361", f"of “victims”, North is not printed: {grouped}, as “North and South”") in said
    assert ("RG361", f"of “victims”, women is not printed: {grouped}, and leaves its breakdown out") in said
    assert any(code == "RG415" and "Nord" in message for code, message in said)


def test_a_sum_leads_to_all_its_cells(tmp_path: Path) -> None:
    """In what machines read, the figure of a group names the places of both; that of a single part its own."""
    regions = REGIONS.replace("}, {label: South", "},\n      {label: South").replace(
        ",{label: East", ",\n      {label: East"
    )
    built = build_project(project(tmp_path, GROUP, parts=regions), ["json", "sdmx"])
    rows = next(data for name, data in built.files.items() if name.endswith(".csv")).decode().splitlines()
    twin = next(data for name, data in built.files.items() if name.endswith(".json") and b"reportgen-document" in data)

    def origin(value: int) -> str:
        return next(row for row in rows if f",2023,{value}," in row)

    assert re.search(r"justice\.yaml:8:\d+; submissions/justice\.yaml:9:\d+", origin(21))
    assert re.search(r",submissions/justice\.yaml:10:\d+,", origin(19))
    assert re.search(rb"justice\.yaml:8:\d+; submissions/justice\.yaml:9:\d+", twin)


def test_a_public_page_calls_a_sum_no_cell(tmp_path: Path) -> None:
    """What was put together is held by no cell, and its terms are not told; a part by itself is."""
    root = project(tmp_path, GROUP, parts=REGIONS)
    checked = check_project(root)
    found = {
        one.text: one.arithmetic
        for one in find_review(root, checked, dt.date(2024, 2, 1), is_public=True).figures.values()
    }

    assert () == found["21"]
    assert ["the cell holds 19"] == [one.words for one in found["19"]]


def test_labels_are_joined_in_the_language_of_the_report(tmp_path: Path) -> None:
    """`North et South` in a French report."""
    root = project(tmp_path, f"{GROUP}\nlanguage: fr", parts=REGIONS)
    printed = check_project(root).printed

    assert printed is not None
    assert "North et South" == printed.indicators["victims"].breakdown[0].called(one=False)


def test_notes_stay_with_a_sum(tmp_path: Path) -> None:
    """What is noted of one of its figures is said of it, with the part."""
    regions = REGIONS.replace("{2023: 17}", "{2023: {value: 17, status: provisional, note: until June}}")
    text = page(build_project(project(tmp_path, GROUP, parts=regions), ["html"]))

    assert "south: until june" in text


# ---- what the last report said --------------------------------------------------------------------------------


def revised(small: str, women: str, men: str) -> str:
    """Women and men of 2022 whose numbers were revised."""
    return (
        f"{{label: women, by: sex, values: {{2022: {{value: {women}, previous: {small}}}, 2023: 13}}}},"
        f"{{label: men, by: sex, values: {{2022: {{value: {men}, previous: 61}}, 2023: 27}}}}"
    )


def test_a_small_former_number_is_not_printed(tmp_path: Path) -> None:
    """The last report gave 3; of a number that was not small it is said as ever."""
    small, large = (
        page(build_project(project(tmp_path / str(one), parts=revised(str(one), "19", "61")), ["html"]))
        for one in (3, 17)
    )

    assert not re.search(r"\b(3|three)\b(?!\.)", small.partition("help was given")[2].replace("2023", ""))
    assert "17" in large


def test_former_numbers_beside_a_withheld_one_are_not_printed(tmp_path: Path) -> None:
    """What the last report said of the men gives the women away as well."""
    parts = revised("20", "2", "78")
    text = outputs(build_project(project(tmp_path, parts=parts), ["html", "json", "sdmx"]))

    assert not re.search(r"(?<![\d:])\b(61|78)\b(?!:)", text)


def test_a_former_number_of_previous_files_is_not_printed(tmp_path: Path) -> None:
    """Nor that which a file of the last cycle gives."""
    root = project(tmp_path, parts=SEX.replace("2022: 30", "2022: 33").replace("2022: 50", "2022: 47"))
    (root / "previous").mkdir()
    last = submission(SEX.replace("2022: 30", "2022: 4")).partition("replies:")[0]
    (root / "previous" / "justice.yaml").write_text(last)
    text = page(build_project(root, ["html"]))

    assert "women 40 33 " in text
    assert not re.search(r"\b(4|four)\b", text.partition("help was given")[2])


# ---- time -----------------------------------------------------------------------------------------------------


def test_the_period_is_that_of_the_value(tmp_path: Path) -> None:
    """`last_period` and `value` speak of one period, be the value printed or not."""
    said = "In {{ victims | last_period(part='women') }}, {{ victims | value(part='women', unit=True) }} were women."
    root = project(tmp_path, text=said, total=NO_TOTAL)

    assert "in 2023, fewer than 5 women were women." in page(build_project(root, ["html"]))


def test_the_first_period_is_that_of_the_first_value(tmp_path: Path) -> None:
    """Also where that one is withheld."""
    said = "Since {{ victims | first_period(part='women') }}."
    parts = SEX.replace("2021: 40", "2021: 4")

    assert "since 2021." in page(build_project(project(tmp_path, text=said, parts=parts), ["html"]))


@pytest.mark.parametrize(("year", "is_wrong"), [("2022", True), ("2023", False)])
def test_a_withheld_value_in_another_year_is_refused(tmp_path: Path, year: str, *, is_wrong: bool) -> None:
    """A time that is typed before it must be its own, as with every figure."""
    said = f"In {year}, {{{{ victims | value(part='women', unit=True) }}}} received help."

    assert is_wrong == ("RG430" in found(project(tmp_path, text=said, total=NO_TOTAL)))


# ---- typed beside the figures ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("source: Fund", "source: Fund (of whom 3 women)"),
        ("source: Fund", "source: Fund\n    breaks: {2022: of whom 37 men}"),
        ("label: victims who received compensation", "label: victims (3 women) who received compensation"),
        ("2022: 80, 2023: 40", "2022: 80, 2023: {value: 40, note: of whom 3 women and 37 men}"),
        ("2022: 50, 2023: 37", "2022: {value: 50, note: 37 a year later}, 2023: 37"),
        ("Help was given.", "Help was given.\n\n      | Group | Number |\n      | --- | --- |\n      | Women | 3 |"),
        ("Help was given.", "Help was given.\n\n      | Year | Women |\n      | --- | --- |\n      | 2023 | 3 |"),
    ],
)
def test_a_number_beside_figures_is_asked_about(tmp_path: Path, old: str, new: str) -> None:
    """Sources, breaks, labels, notes and typed tables are printed too."""
    own = submission(SEX).replace(old, new)
    root = make_project(tmp_path, report_yaml=REPORT + "small_numbers: 5\n", submissions__justice_yaml=own)

    assert "RG362" in found(root)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("source: Fund", "source: Fund, form No. 3 on women"),
        ("source: Fund", "source: Fund (of whom 8 women)"),
        ("2022: 80, 2023: 40", "2022: 80, 2023: {value: 40, note: in 3 cities}"),
        ("Help was given.", "Help was given.\n\n      | Group | Number |\n      | --- | --- |\n      | Courts | 3 |"),
    ],
)
def test_another_number_beside_figures_is_not(tmp_path: Path, old: str, new: str) -> None:
    """Of something else, another number, or one that names a form."""
    own = submission(SEX).replace(old, new)
    root = make_project(tmp_path, report_yaml=REPORT + "small_numbers: 5\n", submissions__justice_yaml=own)

    assert "RG362" not in found(root)


def test_a_part_of_a_sum_is_asked_about(tmp_path: Path) -> None:
    """The sum of North and South is printed: either of them, typed, gives both away."""
    root = project(tmp_path, GROUP, parts=REGIONS, text="In the South, 17 persons were helped.")

    assert "the number of South in 2023" in found(root)["RG362"]


def test_another_agency_reads_neither_number_nor_part(tmp_path: Path) -> None:
    """What it is sent must not confirm the number; the owner reads both."""
    other = "agency: interior\nreplies:\n  - {issue: 1, text: There were 3 women.}\n"
    root = project(tmp_path, text="Of them, 37 were men.")
    (root / "submissions" / "interior.yaml").write_text(other)
    said = {
        str(one.place).partition(":")[0][-12:]: one.message
        for one in check_project(root).diagnostics
        if one.code == "RG362"
    }

    assert "37 may be the number of men in 2023" in said["justice.yaml"]
    assert "a number here may be one of another agency" in said["nterior.yaml"]
    assert not re.search(r"\b3\b|women", said["nterior.yaml"])
