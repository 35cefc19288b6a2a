"""A workbook that is not the first: what it corrects, repeats, contradicts or takes out, on disk and in the report."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from commands import run
from forms import figure_cell, opened, reply_cell
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from project import AGENCIES, JUSTICE, make_project
from xlsx import book, typed

from reportgen.model import Period
from reportgen.project import Loaded, read_project, read_submission

DEPARTMENTS = AGENCIES.replace(
    "name: Ministry of Justice", "name: Ministry of Justice, departments: {z: Courts, a: Aid}"
)
DATED = "date: 2024-02-05\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in which the justice ministry has sent YAML, of a day."""
    return make_project(tmp_path / "project", submissions__justice_yaml=DATED + JUSTICE)


def sent(root: Path, code: str = "justice") -> bytes:
    """The workbook that goes out now."""
    assert 0 == run("workbooks", root).exit_code
    return (root / f"build/workbooks/{code}.xlsx").read_bytes()


def filled(data: bytes, figures: dict[Any, Any], text: str | None = None) -> bytes:
    """A workbook with figures of `victims` typed by their heads, and with another reply to issue 1."""
    book = opened(data)
    cells = {figure_cell(book, "victims", head).coordinate: value for head, value in figures.items()}
    data = typed(data, "Indicators", cells) if cells else data
    return typed(data, "Replies", {reply_cell(book, 1).coordinate: text}) if text else data


def receive(root: Path, data: bytes, *options: str, name: str = "in.xlsx") -> Result:
    """Receive a workbook."""
    file = root.parent / name
    file.write_bytes(data)
    return run("receive", root, file, *options)


def loaded(root: Path) -> Loaded:
    """The project as it is in force, without an error."""
    found = read_project(root)
    assert not [one for one in found.diagnostics if one.severity == "error"], found.diagnostics
    return found


def figures(root: Path) -> dict[int, int | None]:
    """The figures of `victims` in force."""
    report = loaded(root).report
    assert report is not None
    series = [one.indicators["victims"] for one in report.submissions if "victims" in one.indicators]
    return {
        period.year: None if one.value is None else int(one.value)
        for indicator in series
        for period, one in indicator.values.items()
    }


def remarks(root: Path) -> tuple[str, str | None]:
    """The status and the note of the figure of 2023 in force."""
    report = loaded(root).report
    assert report is not None
    [one] = [sub.indicators["victims"].values[Period.of_year(2023)] for sub in report.submissions if sub.indicators]
    return one.status, one.note


def place(root: Path, year: int) -> str:
    """Where a figure in force stands."""
    found = loaded(root)
    assert found.report is not None
    number = next(n for n, one in enumerate(found.report.submissions) if "victims" in one.indicators)
    where = found.places.exact(("submissions", number, "indicators", "victims", "values", str(year)))
    return str(where).removeprefix(f"{root.as_posix()}/submissions/")


def contents(root: Path) -> set[bytes]:
    """The bytes of all files that came."""
    files = (path for path in (root / "submissions").rglob("*") if path.is_file())
    return {path.read_bytes() for path in files}


def codes(result: Result) -> list[str]:
    """The codes that a command said in JSON."""
    return [one["code"] for facts in json.loads(result.output) for one in facts["diagnostics"]]


# ---- corrections ----


def test_an_ordinary_correction_takes_the_place_of_what_was_in_force(root: Path) -> None:
    """The workbook was filled from what is in force, and says all of it: it stands alone."""
    result = receive(root, filled(sent(root), {2023: 384}))

    assert (0, {2021: 944, 2022: 1058, 2023: 384}) == (result.exit_code, figures(root))
    assert "changed “victims who received compensation”, 2023: 348 → 384" in result.output
    assert ["justice.xlsx"] == [path.name for path in (root / "submissions").glob("justice*")]


def test_a_changed_reply_shows_its_words(root: Path) -> None:
    """Not only how many there are: nine before and nine now say nothing."""
    result = receive(root, filled(sent(root), {}, "In 2023, compensation went to {{ victims | compared }} persons."))

    assert "changed the reply to issue 1: 8 words → 8 words: " in result.output
    assert "[-victims.-] {+persons.+}" in result.output


def test_changed_fields_are_told_by_the_heads_of_their_columns(root: Path) -> None:
    """Old and new, as the cells show them."""
    result = receive(root, filled(sent(root), {"Source": "Register", "Unit": "case / cases"}))

    assert "changed Source of “victims who received compensation”: Fund → Register\n" in result.output
    assert "changed Unit of “victims who received compensation”: person / persons → case / cases\n" in result.output


def test_a_cell_that_was_left_as_it_was_filled_does_not_take_back_what_came_since(root: Path) -> None:
    """Two copies of one workbook: each corrects one figure, and each keeps the figure of the other."""
    form = sent(root)
    first, second = filled(form, {2023: 384}), filled(form, {2022: 1060})
    receive(root, first)
    result = receive(root, second)

    assert (0, {2021: 944, 2022: 1060, 2023: 384}) == (result.exit_code, figures(root))
    assert "justice.xlsx stays in force for what this file does not say" in result.output
    assert {"justice.xlsx", "justice+2.xlsx"} == {path.name for path in (root / "submissions").glob("justice*")}
    assert {first, second, (DATED + JUSTICE).encode()} <= contents(root)


def test_each_figure_is_at_the_cell_of_the_file_that_says_it(root: Path) -> None:
    """What a file above merely repeats is no place."""
    form = sent(root)
    cells = {year: figure_cell(opened(form), "victims", year).coordinate for year in (2021, 2022, 2023)}
    receive(root, filled(form, {2023: 384}))
    receive(root, filled(form, {2022: 1060}))

    assert f"justice+2.xlsx:Indicators!{cells[2022]}" == place(root, 2022)
    assert f"justice.xlsx:Indicators!{cells[2023]}" == place(root, 2023)


def test_a_file_of_which_nothing_is_in_force_any_more_goes_to_the_archive(root: Path) -> None:
    """A third workbook that says everything stands alone again; a build finds one file."""
    form = sent(root)
    receive(root, filled(form, {2023: 384}))
    receive(root, filled(form, {2022: 1060}))
    receive(root, filled(sent(root), {2021: 945}))

    assert {2021: 945, 2022: 1060, 2023: 384} == figures(root)
    assert ["justice.xlsx"] == [path.name for path in (root / "submissions").glob("justice*")]


def test_a_file_that_changes_nothing_and_says_less_goes_to_the_archive(root: Path) -> None:
    """The form as it went out, sent back by a slip: no file above the one in force, from which feedback is made."""
    form = sent(root)
    first = filled(form, {2023: 384})
    receive(root, first)
    result = receive(root, form)

    assert (0, {2021: 944, 2022: 1058, 2023: 384}) == (result.exit_code, figures(root))
    assert "no figure and no text changed" in result.output
    assert [first] == [path.read_bytes() for path in (root / "submissions").glob("justice*")]
    assert form in contents(root)


def test_a_workbook_that_is_sent_back_from_feedback_says_only_what_was_changed(root: Path) -> None:
    """Its cells hold the file that it was made from, and that is what they are compared with."""
    form = sent(root)
    receive(root, filled(form, {2023: 384}))
    receive(root, filled(form, {2022: 1060}))  # its cell for 2023 still says 348
    assert 0 == run("feedback", root).exit_code
    copy = (root / "build/feedback/justice.xlsx").read_bytes()
    result = receive(root, filled(copy, {2021: 945}))

    assert (0, {2021: 945, 2022: 1060, 2023: 384}) == (result.exit_code, figures(root))


# ---- conflicts and removals ----


def test_a_first_workbook_in_which_nothing_is_filled_in_is_named(tmp_path: Path) -> None:
    """The empty form, also where it has figures of the last cycle; one figure, or nothing to add, is something."""
    for name, last in (("first", ""), ("next", JUSTICE)):
        root = make_project(tmp_path / name, previous__justice_yaml=last or "agency: justice\n")
        (root / "submissions/justice.yaml").unlink()
        form = sent(root)
        assert "RG776" in receive(root, form).output
        if last:
            (root / "submissions/justice.xlsx").unlink()
            assert "RG776" not in receive(root, filled(form, {2023: 384})).output


def test_texts_of_the_last_cycle_are_nothing_that_a_workbook_was_filled_with(tmp_path: Path) -> None:
    """They stand beside the cells: a new text is no conflict with them, and a cell left empty takes nothing out."""
    last = JUSTICE.replace("issue: 1", "issue: 7", 1)  # the row of figures is of another issue now
    root = make_project(tmp_path / "next", submissions__justice_yaml="", previous__justice_yaml=last)
    (root / "submissions/justice.yaml").unlink()
    form = sent(root)
    one, two, three = (filled(form, {2023: 384}), filled(form, {}, "Victims were paid."), filled(form, {2022: 1059}))

    results = [receive(root, data, name=f"{number}.xlsx") for number, data in enumerate((one, two, three))]

    assert [0, 0, 0] == [result.exit_code for result in results], "".join(result.output for result in results)
    report = loaded(root).report
    assert report is not None
    assert ["Victims were paid."] == [reply.text for sent in report.submissions for reply in sent.replies]


def test_two_corrections_of_one_figure_are_a_conflict(root: Path) -> None:
    """The whole file waits; both values and both cells are named, in words that an official knows."""
    form = sent(root)
    receive(root, filled(form, {2023: 384}))
    cell = figure_cell(opened(form), "victims", 2023).coordinate
    second = filled(form, {2023: 400, 2022: 1060})
    result = receive(root, second)

    assert (1, {2021: 944, 2022: 1058, 2023: 384}) == (result.exit_code, figures(root))
    assert (
        f"in.xlsx:Indicators!{cell}: error[RG720] “victims who received compensation”, 2023: 400 in this file, 384"
        in (result.output)
    )
    assert f"justice.xlsx:Indicators!{cell}" in result.output
    assert "1,060" not in result.output
    assert second == (root / "submissions/refused/justice.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("head", "value", "words"),
    [("2023 status", "provisional", "provisional"), ("2023 note", "ten months", "ten months")],
)
def test_a_status_or_a_note_alone_waits_for_its_figure(root: Path, head: str, value: str, words: str) -> None:
    """The workbook went out without the figure, which came in another copy: neither is lost nor put to the other."""
    (root / "submissions/justice.yaml").write_text((DATED + JUSTICE).replace(", 2023: 348", ""), encoding="utf-8")
    form = sent(root)
    receive(root, filled(form, {2023: 348}))
    result = receive(root, filled(form, {head: value}))

    assert 1 == result.exit_code
    assert (
        f"in.xlsx:Indicators!G6: error[RG747] “victims who received compensation”, 2023: empty ({words})"
        in result.output
    )
    assert "in force: " in result.output
    assert ("final", None) == remarks(root)
    assert 0 == receive(root, filled(form, {head: value}), "--merge").exit_code
    assert ("final", None) == remarks(root)
    assert 0 == receive(root, filled(form, {2023: 348, head: value}), "--merge").exit_code
    assert value in remarks(root)


def test_a_status_without_a_figure_is_no_word_that_there_are_no_data(root: Path) -> None:
    """Its cell goes out empty again, as one that is missing; two full stops are for the agency to write."""
    text = (DATED + JUSTICE).replace("2023: 348", "2023: {status: provisional}").replace("In 2023", "In 2022")
    (root / "submissions/justice.yaml").write_text(text, encoding="utf-8")
    form = sent(root)

    assert figure_cell(opened(form), "victims", 2023).value is None
    assert "has no value for 2023" in run("check", root).output
    assert "1 of 3" not in run("status", root).output
    assert "2 of 3" in run("status", root).output
    assert "RG733" not in receive(root, form).output
    assert {2021: 944, 2022: 1058, 2023: None} == figures(root)


def test_merge_takes_what_the_file_says_and_keeps_the_rest(root: Path) -> None:
    """A second command with the same file decides; what waited is kept."""
    form = sent(root)
    receive(root, filled(form, {2023: 384, 2021: 945}))
    second = filled(form, {2023: 400, 2022: None})
    receive(root, second)
    result = receive(root, second, "--merge")

    assert (0, {2021: 945, 2022: 1058, 2023: 400}) == (result.exit_code, figures(root))
    assert not list((root / "submissions/refused").iterdir())


def test_replace_takes_the_file_alone(root: Path) -> None:
    """What it does not say leaves force, and is said; every file stays on the disk."""
    form = sent(root)
    first, second = filled(form, {2023: 384, 2021: 945}), filled(form, {2023: 400, 2022: None})
    receive(root, first)
    result = receive(root, second, "--replace")

    assert (0, {2021: 944, 2023: 400}) == (result.exit_code, figures(root))
    assert "removed “victims who received compensation”, 2022: 1,058" in result.output
    assert {first, second} <= contents(root)


def test_an_emptied_cell_is_a_removal_at_its_cell(root: Path) -> None:
    """The cell is named although nothing stands in it."""
    form = sent(root)
    cell = figure_cell(opened(form), "victims", 2022).coordinate
    result = receive(root, filled(form, {2022: None}))

    assert (1, {2021: 944, 2022: 1058, 2023: 348}) == (result.exit_code, figures(root))
    assert (
        f"in.xlsx:Indicators!{cell}: error[RG721] “victims who received compensation”, 2022: empty in this file, "
        in (result.output)
    )
    assert "1,058 in force" in result.output


@pytest.mark.parametrize("head", ["Source", "Unit"])
def test_an_emptied_field_is_a_removal(root: Path, head: str) -> None:
    """Named by the head of its column."""
    result = receive(root, filled(sent(root), {head: None}), "--format", "json")

    assert (1, ["RG721"]) == (result.exit_code, codes(result))
    assert f"{head} of “victims" in result.output


@pytest.mark.parametrize(("head", "value", "error"), [("2022", "5*", "RG154"), ("2022 (p)", 1058, "RG220")])
def test_a_cell_that_was_not_read_is_not_called_empty(root: Path, head: str, value: str | int, error: str) -> None:
    """In a cell or a whole column with an error; a cell beside it that is empty is still asked about."""
    data = filled(sent(root), {2022: value, 2021: None})
    cell, empty = (figure_cell(opened(data), "victims", year).coordinate for year in (2022, 2021))
    top = cell.rstrip("0123456789") + "4"
    result = receive(root, typed(data, "Indicators", {top: head}))

    assert f"in.xlsx:Indicators!{cell if error == 'RG154' else top}: error[{error}]" in result.output
    removals = [line for line in result.output.splitlines() if "RG721" in line]
    assert [empty] == [line.partition(": error")[0].rpartition("!")[2] for line in removals]


def test_an_emptied_reply_is_said_at_the_sheet_of_replies(root: Path) -> None:
    """Also where the workbook has a sheet for tables below it."""
    form = sent(root)
    result = receive(root, typed(form, "Replies", {reply_cell(opened(form), 1).coordinate: None}))

    assert "in.xlsx:Replies: error[RG721] the reply to issue 1: empty in this file" in result.output


def test_a_nearly_empty_workbook_of_unknown_origin_takes_nothing_out_of_force(root: Path) -> None:
    """An e-mail program, Google Sheets or a person lost what the workbook says of itself."""
    data = book({"About": (("Agency", "justice"),), "Indicators": (("Key", 2020), ("victims", 900))})
    result = receive(root, data)

    assert (0, {2020: 900, 2021: 944, 2022: 1058, 2023: 348}) == (result.exit_code, figures(root))
    assert (
        1
        == receive(
            root, book({"About": (("Agency", "justice"),), "Replies": (("Issue", "Text"), (1, "No."))})
        ).exit_code
    )


def test_an_older_file_is_not_taken_and_both_dates_are_named(root: Path) -> None:
    """The one of 1 February came after that of 9 February."""
    form = sent(root)
    about = {day: typed(form, "About", {"B6": None}) for day in (1, 9)}
    about = {day: filled(_dated(data, day), {2023: 380 + day}) for day, data in about.items()}
    receive(root, about[9])
    result = receive(root, about[1])

    assert (1, 389) == (result.exit_code, figures(root)[2023])
    assert "of 2024-02-01" in result.output
    assert "2024-02-09" in result.output
    assert 0 == receive(root, about[1], "--merge").exit_code
    assert 381 == figures(root)[2023]


def _dated(form: bytes, day: int) -> bytes:
    """The workbook with the day on which it was sent."""
    sheet = opened(form)["About"]
    row = next(row for row in range(1, 20) if sheet.cell(row, 1).value == "Date")
    return typed(form, "About", {f"B{row}": f"2024-02-0{day}"})


def test_an_older_file_does_not_take_the_place_of_a_newer_one_that_waits(root: Path) -> None:
    """It is kept, and the newer one goes on waiting for a decision."""
    form = sent(root)
    receive(root, filled(form, {2023: 384}))
    newer, older = filled(_dated(form, 9), {2023: 400}), filled(_dated(form, 8), {2023: 401})
    receive(root, newer)
    result = receive(root, older)

    assert 1 == result.exit_code
    assert newer == (root / "submissions/refused/justice.xlsx").read_bytes()
    assert {newer, older} <= contents(root)


def test_nothing_to_add_is_an_item_and_a_reply_takes_it_back(root: Path) -> None:
    """It stays while workbooks do not repeat it, and goes when its sender adds something."""
    heads = ("Issue", "Text", "Nothing to add")

    def adding(text: str | None, nothing: str | None) -> bytes:
        return book({"About": (("Agency", "interior"),), "Replies": (heads, (2, text, nothing))})

    def said() -> tuple[list[int], list[str]]:
        report = loaded(root).report
        assert report is not None
        own = [one for one in report.submissions if one.agency == "interior"]
        return [n for one in own for n in one.nothing_to_add], [r.text for one in own for r in one.replies]

    assert (0, ([2], [])) == (receive(root, adding(None, "yes")).exit_code, said())
    assert (0, ([2], [])) == (receive(root, adding(None, None)).exit_code, said())
    assert (0, ([], ["Much."])) == (receive(root, adding("Much.", None)).exit_code, said())


# ---- going back ----


def test_undo_goes_back_step_by_step_and_deletes_nothing(root: Path) -> None:
    """Through a correction that stands alone, one that stands above, and a replacement."""
    form = sent(root)
    came = [filled(form, {2023: 384}), filled(form, {2022: 1060}), filled(form, {2021: 1})]
    steps = [figures(root)]
    for data, option in zip(came, ((), (), ("--replace",)), strict=True):
        assert 0 == receive(root, data, *option).exit_code
        steps.append(figures(root))
    for before in reversed(steps[:-1]):
        assert 0 == run("receive", root, "--undo", "justice").exit_code
        assert before == figures(root)

    assert {*came, (DATED + JUSTICE).encode()} <= contents(root)
    assert "RG726" in run("receive", root, "--undo", "justice").output
    assert steps[0] == figures(root)


def test_undo_says_what_is_in_force_again(root: Path) -> None:
    """And which figures change by it."""
    receive(root, filled(sent(root), {2023: 384}))
    result = run("receive", root, "--undo", "justice")

    assert "justice: in force again: justice.yaml\n" in result.output
    assert "changed “victims who received compensation”, 2023: 384 → 348\n" in result.output


def test_a_version_that_was_edited_in_the_archive_cannot_come_back(root: Path) -> None:
    """It is missed by name, and nothing changes."""
    receive(root, filled(sent(root), {2023: 384}))
    (root / "submissions/earlier/justice.1.yaml").write_text("agency: justice\n", encoding="utf-8")
    result = run("receive", root, "--undo", "justice")

    assert (1, 384) == (result.exit_code, figures(root)[2023])
    assert "RG730" in result.output


def test_a_ledger_that_names_files_elsewhere_is_not_followed(root: Path) -> None:
    """Anybody may have changed it: only names of the sender's own files are written to."""
    receive(root, filled(sent(root), {2023: 384}))
    ledger = root / "submissions/earlier/justice.order.yaml"
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("justice.yaml", "../justice.yaml"), encoding="utf-8")
    result = run("receive", root, "--undo", "justice")

    assert (1, False) == (result.exit_code, (root / "justice.yaml").exists())
    assert "RG726" in result.output


@pytest.mark.parametrize("arguments", [("--undo", "justice", "--merge"), (), ("--undo", "justice", "x.xlsx")])
def test_a_wrong_call_is_a_wrong_call(root: Path, arguments: tuple[str, ...]) -> None:
    """Going back needs a code and nothing else."""
    assert 2 == run("receive", root, *arguments).exit_code


def test_going_back_for_somebody_unknown_is_said(root: Path) -> None:
    """With the nearest name."""
    assert "did you mean “justice”?" in run("receive", root, "--undo", "justce").output


def test_a_file_above_another_without_its_ledger_is_an_error(root: Path) -> None:
    """Nobody would know which of its entries are only old ones."""
    form = sent(root)
    receive(root, filled(form, {2023: 384}))
    receive(root, filled(form, {2022: 1060}))
    (root / "submissions/earlier/justice.order.yaml").unlink()

    assert ["RG727"] == [one.code for one in read_project(root).diagnostics if one.severity == "error"]


def test_two_files_without_a_number_are_not_put_above_each_other(root: Path) -> None:
    """Somebody put them there by hand; where they differ, that is an error as ever."""
    (root / "submissions/justice.xlsx").write_bytes(filled(sent(root), {2023: 384}))

    assert "RG303" in run("check", root).output


@pytest.mark.parametrize("text", ["Victims were paid.", "Victims were compensated."], ids=["same", "other"])
def test_a_reply_that_stands_in_two_files_of_one_agency_is_an_error(root: Path, text: str) -> None:
    """Both would be printed, one after the other: the same words twice, or the old ones beside the new."""
    reply = "agency: {}\nreplies:\n  - {{issue: 1, text: Victims were paid.}}\n  - {{issue: 1, text: {}}}\n"
    for name, agency in (("a", "interior"), ("b", "interior"), ("justice", "justice")):
        (root / f"submissions/{name}.yaml").write_text(reply.format(agency, text), encoding="utf-8")

    found = [one for one in read_project(root).diagnostics if one.severity == "error"]
    assert ["RG748"] == [one.code for one in found]
    assert str(found[0].place).startswith(f"{root}/submissions/b.yaml:3:")
    assert f"interior replies to issue 1 in this file and in {root}/submissions/a.yaml:3:" in found[0].message


# ---- departments ----


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A project in which the justice ministry has two departments, and nothing has come."""
    return make_project(tmp_path / "project", agencies_yaml=DEPARTMENTS, submissions__justice_yaml="agency: justice\n")


def test_each_department_gets_a_workbook_that_says_whose_it_is(shared: Path) -> None:
    """In its properties, and on the sheet About for those that lose properties."""
    (shared / "submissions/justice.yaml").unlink()
    run("workbooks", shared)
    names = {path.name for path in (shared / "build/workbooks").iterdir()}
    data = (shared / "build/workbooks/justice.z.xlsx").read_bytes()

    assert {"justice.z.xlsx", "justice.a.xlsx", "interior.xlsx"} == names
    assert ("justice", "z") == ((read := read_submission(data, "x.xlsx")).agency, read.department)
    assert ["Department", "z"] == [cell.value for cell in list(opened(data)["About"].iter_rows())[5][:2]]


def of_department(code: str, text: str, **figures: int) -> bytes:
    """A workbook of a department."""
    rows = [(key, f"what {key} counts", "case / cases", 1, value) for key, value in figures.items()]
    heads = ("Key", "Label", "Unit", "Issue", 2023)
    about = (("Agency", "justice"), ("Department", code))
    return book({"About": about, "Replies": (("Issue", "Text"), (1, text)), "Indicators": (heads, *rows)})


def test_departments_lie_side_by_side_and_reply_in_the_order_of_agencies_yaml(shared: Path) -> None:
    """One takes nothing of the other out of force."""
    (shared / "submissions/justice.yaml").unlink()
    first, second = of_department("a", "Of aid.", aid=3), of_department("z", "Of courts.", courts=4)
    assert [0, 0] == [receive(shared, data).exit_code for data in (first, second)]
    report = loaded(shared).report

    assert report is not None
    assert first == (shared / "submissions/justice.a.xlsx").read_bytes()
    assert second == (shared / "submissions/justice.z.xlsx").read_bytes()
    assert ["Of courts.", "Of aid."] == [reply.text for _, _, reply in report.replies(report.outline.issues[0])]


def test_status_shows_departments_apart(shared: Path) -> None:
    """Who has sent what; a department that has nothing to say where another spoke holds nothing up."""
    (shared / "submissions/justice.yaml").unlink()
    receive(shared, of_department("a", "Of aid.", aid=3))
    status = json.loads(run("status", shared, "--format", "json").output)

    assert [("justice.z", False), ("justice.a", True), ("interior", False)] == [
        (one["code"], one["received"]) for one in status["agencies"]
    ]
    assert ["justice.a"] == [
        one["agency"] for one in status["parts"] if one["issue"] == 1 and one["agency"] != "interior"
    ]


def test_replace_and_undo_are_for_one_department_alone(shared: Path) -> None:
    """The other stays as it is."""
    (shared / "submissions/justice.yaml").unlink()
    other = of_department("z", "Of courts.", courts=4)
    for data in (other, of_department("a", "Of aid.", aid=3)):
        receive(shared, data)
    receive(shared, of_department("a", "Other aid."), "--replace")
    assert other == (shared / "submissions/justice.z.xlsx").read_bytes()
    assert 0 == run("receive", shared, "--undo", "justice.a").exit_code

    assert of_department("a", "Of aid.", aid=3) == (shared / "submissions/justice.a.xlsx").read_bytes()
    assert other == (shared / "submissions/justice.z.xlsx").read_bytes()


def test_an_unknown_department_is_named_and_not_filed(shared: Path) -> None:
    """With the known ones."""
    result = receive(shared, of_department("prisons", "No."), "--format", "json")

    assert (1, ["RG723"]) == (result.exit_code, codes(result))
    assert not list((shared / "submissions").glob("*prisons*"))


def test_feedback_and_rollover_keep_departments_apart(shared: Path) -> None:
    """Each gets its own copy, and its own file in the next cycle."""
    (shared / "submissions/justice.yaml").unlink()
    for data in (of_department("z", "Of courts.", courts=4), of_department("a", "Of aid.", aid=3)):
        receive(shared, data)
    run("feedback", shared)
    result = run("rollover", shared, shared.parent / "next")

    assert {"justice.a.xlsx", "justice.z.xlsx"} == {path.name for path in (shared / "build/feedback").iterdir()}
    assert (0, True) == (result.exit_code, (shared.parent / "next/previous/justice.a.yaml").is_file())


def test_no_department_may_be_called_as_the_file_of_answers_is(tmp_path: Path) -> None:
    """Its file would be read as the agency's."""
    agencies = AGENCIES.replace("name: Ministry of Justice", "name: Ministry of Justice, departments: {answers: A}")
    root = make_project(tmp_path / "project", agencies_yaml=agencies)

    assert "RG207" in run("check", root).output


# ---- a corrected symbol ----


def _corrected(root: Path, old: str, new: str) -> None:
    path = root / "report.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(f"symbol: {old}", f"symbol: {new}"), encoding="utf-8")


def test_workbooks_with_a_symbol_that_was_corrected_by_hand_are_taken_with_a_warning(root: Path) -> None:
    """State, treaty and issues are the same."""
    data = filled(sent(root), {2023: 384})
    _corrected(root, "CCPR/C/ARC/2", "CCPR/C/ARC/3")
    result = receive(root, data, "--format", "json")

    assert (0, ["RG725"], 384) == (result.exit_code, codes(result), figures(root)[2023])


@pytest.mark.parametrize("symbol", ["CCPR/C/ABC/3", "CAT/C/ARC/2"])
def test_a_workbook_of_another_state_or_treaty_is_refused(root: Path, symbol: str) -> None:
    """It answers to somebody else."""
    data = filled(sent(root), {2023: 384})
    _corrected(root, "CCPR/C/ARC/2", symbol)

    assert ["RG170"] == codes(receive(root, data, "--format", "json"))


def test_a_workbook_of_another_list_of_issues_is_refused(root: Path) -> None:
    """That of the last cycle has the same State and treaty."""
    data = filled(sent(root), {2023: 384})
    _corrected(root, "CCPR/C/ARC/2", "CCPR/C/ARC/3")
    issues = root / "issues.yaml"
    text = issues.read_text(encoding="utf-8")
    issues.write_text(text.replace("agencies: [justice", "text: Another one, agencies: [justice"), encoding="utf-8")

    assert ["RG170"] == codes(receive(root, data, "--format", "json"))


def test_the_command_keeps_the_earlier_symbol_and_its_workbooks_are_taken_with_a_remark(root: Path) -> None:
    """Nothing else in the file changes, and doing it again changes nothing."""
    data = filled(sent(root), {2023: 384})
    before = (root / "report.yaml").read_text(encoding="utf-8").splitlines()
    assert 0 == run("correct", root, "--symbol", "CCPR/C/ARC/3", "--cycle", "3").exit_code
    after = (root / "report.yaml").read_text(encoding="utf-8").splitlines()
    changed = {line.partition(":")[0] for line in set(after) ^ set(before)}
    result = receive(root, data, "--format", "json")

    assert {"symbol", "earlier_symbols", "cycle"} == changed
    assert (0, ["RG724"], 384) == (result.exit_code, codes(result), figures(root)[2023])
    run("correct", root, "--symbol", "CCPR/C/ARC/3")
    assert after == (root / "report.yaml").read_text(encoding="utf-8").splitlines()


def test_a_symbol_is_corrected_in_a_report_with_groups_of_fields(root: Path) -> None:
    """Answers about small numbers are compared as well."""
    path = root / "report.yaml"
    more = "small_numbers:\n  below: 5\n  answers: {victims: publish}\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    result = run("correct", root, "--symbol", "CCPR/C/ARC/3")

    assert 0 == result.exit_code
    assert more in path.read_text(encoding="utf-8")


def test_a_report_that_is_not_written_a_field_a_line_is_left_alone(root: Path) -> None:
    """The command says what to write, and writes nothing."""
    path = root / "report.yaml"
    text = "{" + ", ".join(line for line in path.read_text(encoding="utf-8").splitlines() if ":" in line) + "}\n"
    path.write_text(text, encoding="utf-8")
    if read_project(root).report is None:
        pytest.fail("the test needs a report that can be read")
    result = run("correct", root, "--symbol", "CCPR/C/ARC/3")

    assert (1, text) == (result.exit_code, path.read_text(encoding="utf-8"))
    assert "RG729" in result.output


# ---- properties, with files ----

edits = st.dictionaries(st.sampled_from([2021, 2022, 2023]), st.one_of(st.none(), st.integers(1, 4)), max_size=3)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(edits, st.sampled_from(["", "--merge"])), min_size=1, max_size=3))
def test_whatever_comes_nothing_is_lost(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[tuple[dict[int, int | None], str]]
) -> None:
    """Copies of one workbook: nothing leaves force, every file is on disk, the same file again changes nothing."""
    root = make_project(tmp_path_factory.mktemp("any") / "project")
    form, came = sent(root), set[bytes]()
    for changes, option in rounds:
        data = filled(form, changes)
        before = figures(root)
        result = receive(root, data, *filter(None, [option]))
        after = figures(root)
        receive(root, data, *filter(None, [option]))
        came.add(data)

        assert before.keys() <= after.keys()
        typed_in = {year: value for year, value in changes.items() if value is not None}
        assert after == ({**before, **typed_in} if result.exit_code == 0 else before)
        assert after == figures(root)
        assert came <= contents(root)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations([("a", 1), ("z", 2), ("a", 3), ("z", 2)]))
def test_departments_commute(tmp_path_factory: pytest.TempPathFactory, order: list[tuple[str, int]]) -> None:
    """What is in force of one does not depend on when the other sent; conflicts stay within a department."""
    root = make_project(tmp_path_factory.mktemp("any") / "project", agencies_yaml=DEPARTMENTS)
    (root / "submissions/justice.yaml").unlink()
    firsts: dict[str, int] = {}
    for code, value in order:
        receive(root, of_department(code, f"Of {code}.", **{f"of_{code}": value}))
        firsts.setdefault(code, value)
    report = loaded(root).report

    assert report is not None
    known = {key: one.value(Period.of_year(2023)) for sub in report.submissions for key, one in sub.indicators.items()}
    assert {f"of_{code}": Decimal(value) for code, value in firsts.items()} == known


def test_a_year_that_is_typed_for_a_reference_in_force_contradicts_nothing(root: Path) -> None:
    """The text in force stays; another year is another text."""
    text = "In {{ victims | last_period }}, {{ victims | compared(unit=True) }} received compensation."
    yaml = JUSTICE.split("replies:")[0] + "replies:\n  - {issue: 1, text: 'TEXT'}\n"
    (root / "submissions/justice.yaml").write_text(yaml.replace("TEXT", text))
    for year, code in (("2023", 0), ("2022", 1)):
        typed_year = text.replace("{{ victims | last_period }}", year)
        result = receive(root, yaml.replace("TEXT", typed_year).encode(), name="in.yaml")

        assert code == result.exit_code, result.output
        submissions = read_project(root).report.submissions  # type: ignore[union-attr] # it can be read
        assert [text] == [reply.text for one in submissions if one.agency == "justice" for reply in one.replies]
