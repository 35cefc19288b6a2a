"""The page for review in a real browser: figures open their sources, by mouse and by keyboard, and nothing runs away.

Run by `make test-browser`, which needs Chromium.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect
from project import JUSTICE, REPORT, make_project

from reportgen.cli.main import cli
from reportgen.pipeline import check_project
from reportgen.review.facts import find_review
from reportgen.review.page import Stamp, review_html

pytestmark = pytest.mark.browser

PHONE, TABLET, DESK = 360, 768, 1440
"""Widths of windows in pixels of CSS."""
HOSTILE = (
    """</script><script>document.title = "run"</script><img src=x onerror="document.title = 'run'"> & "quoted" 'text'"""
)
"""Text of an agency that is to stay text."""
INTERIOR = """\
agency: interior
date: 2024-01-31
indicators:
  calls:
    label: calls for help
    unit: {one: call, other: calls}
    issue: 2
    source: Police register
    values: {2022: 300, 2023: 348}
    breakdown:
      - {label: women, by: sex, values: {2022: 200, 2023: 248}}
      - {label: men, by: sex, values: {2022: 100, 2023: 100}}
replies:
  - issue: 2
    key: data
    text: |
      In 2023, there were {{ calls }}, of which shelters took 97 women. Their number {{ calls | change }}.
"""
PREVIOUS = """\
agency: interior
indicators:
  calls: {label: calls for help, unit: {one: call, other: calls}, issue: 2, values: {2022: 290}}
replies:
  - issue: 2
    text: In 2022, there were {{ calls }}.
"""
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a figure of each kind, and a last cycle."""
    return made(
        tmp_path_factory.mktemp("review"), submissions__interior_yaml=INTERIOR, previous__interior_yaml=PREVIOUS
    )


def made(root: Path, *options: str, code: int = 0, **files: str) -> Path:
    """The page of a project."""
    project = make_project(root / "project", **files)
    page = root / "review.html"
    result = CliRunner().invoke(cli, ["review", str(project), "--date", "2024-01-20", "--out", str(page), *options])

    assert code == result.exit_code, result.output
    return page


@pytest.fixture
def show(browser: Browser) -> Open:
    """A function that opens a page in a window; an error of its script, or of its policy, fails the test."""

    def opened(file: Path, width: int = DESK, scheme: Literal["light", "dark"] = "light", hash_: str = "") -> Page:
        page = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.on("console", lambda message: pytest.fail(message.text) if message.type == "error" else None)
        page.goto(file.as_uri() + hash_)
        return page

    return opened


def figure(page: Page, name: str) -> None:
    """Click the figure of a name."""
    page.locator(f'[id="figure:{name}"]').click()


def found_by_axe(page: Page) -> list[tuple[str, str]]:
    """What is in the way of somebody who uses a keyboard or a screen reader."""
    violations = Axe().run(page).response["violations"]
    return [(violation["id"], node["html"]) for violation in violations for node in violation["nodes"]]


def test_a_figure_stays_in_sight_above_its_source_on_a_phone(file: Path, show: Open) -> None:
    """The source lies over the lower part of the report, and the figure that was clicked not under it."""
    page = show(file, PHONE)
    button = page.locator('[id="figure:calls.2023"]')
    button.evaluate("one => one.scrollIntoView({ block: 'end' })")
    button.click()
    covered = page.locator(".source").bounding_box()
    box = button.bounding_box()

    assert covered is not None
    assert box is not None
    assert 0 <= box["y"] <= covered["y"] - box["height"]


def test_a_figure_opens_its_source(file: Path, show: Open) -> None:
    """Three clicks at most: the file, the place in it, who sent it and when, the reference, the arithmetic."""
    page = show(file)
    figure(page, "calls.2023")
    source = page.locator(".source")

    for words in (
        "calls for help",
        "submissions/interior.yaml",
        "line 9",
        "2024-01-31",
        "Ministry of the Interior",
        "Police register",
        "{{ calls }}",
        "✓ right: the cell holds 348",
        "the parts (by sex): 248 + 100 = 348",
        "Made from the same data",
        "women, 2023",
    ):
        expect(source).to_contain_text(words)
    expect(source.locator("svg[role=img]")).to_have_attribute(
        "aria-label", "calls for help (calls): 2022: 300; 2023: 348"
    )


def test_a_figure_of_another_agency_names_who_gave_it(tmp_path: Path, show: Open) -> None:
    """And not the agency to which its indicator belongs, whose own figures name that one."""
    given = JUSTICE.replace("indicators:\n", "indicators:\n  calls: {label: calls for help, values: {2020: 290}}\n")
    page = show(made(tmp_path, submissions__interior_yaml=INTERIOR, submissions__justice_yaml=given))

    for name, agency in (("calls.2020", "Ministry of Justice"), ("calls.2023", "Ministry of the Interior")):
        figure(page, name)
        expect(page.locator(".source dd", has_text="Ministry of")).to_have_text([agency])


def test_a_change_shows_both_figures_and_how_it_was_worked_out(file: Path, show: Open) -> None:
    """The row of the last cycle says what was reported then."""
    page = show(file)
    figure(page, "calls.2022..2023")

    expect(page.locator(".source")).to_contain_text("(348 − 300) ÷ 300 × 100 = 16")
    expect(page.locator(".source")).to_contain_text("last report: 290")


def test_what_the_last_report_said_names_its_place(file: Path, show: Open) -> None:
    """The figure of a remark on a revision is the one of then, in the file of then."""
    page = show(file)
    figure(page, "calls.2022:2")

    expect(page.locator(".source")).to_contain_text("✓ right: the cell holds 290")
    expect(page.locator(".source")).to_contain_text("previous/interior.yaml:3:")


def test_a_typed_number_stands_out_and_says_so(file: Path, show: Open) -> None:
    """Dotted, with its sentence and its place; a year is no figure."""
    page = show(file)
    typed = page.locator("button.typed")
    expect(typed).to_have_text(["97"])
    typed.click()

    assert "dotted" == typed.evaluate("one => getComputedStyle(one).textDecorationStyle")
    assert "solid" == page.locator("button.data").first.evaluate("one => getComputedStyle(one).textDecorationStyle")
    expect(page.locator(".source")).to_contain_text("Typed by hand")
    expect(page.locator(".source")).to_contain_text("submissions/interior.yaml:17:")


def test_a_link_to_a_figure_opens_it(file: Path, show: Open) -> None:
    """The address that the panel gives leads another reader to the same place."""
    page = show(file)
    figure(page, "calls.2023")
    address = page.get_by_label("Link to this figure").input_value()
    other = show(file, hash_="#" + address.partition("#")[2])

    assert address.endswith("#figure%3Acalls.2023")
    expect(other.locator(".chosen")).to_contain_text("348 in paragraph 2")
    expect(other.locator("button[aria-current]")).to_be_in_viewport()


def test_every_part_is_reached_by_keyboard(file: Path, show: Open) -> None:
    """From the top: the skip links, a figure opened with Enter, and Escape back to where it was opened."""
    page = show(file)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="to the outline")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.matches('button.figure')"):
            break
    page.keyboard.press("Enter")
    opened = page.locator("button[aria-current]")
    expect(page.locator(".source")).to_be_focused()
    page.keyboard.press("Escape")

    expect(opened).to_be_focused()


def test_filters_leave_what_is_asked_for(file: Path, show: Open) -> None:
    """Of the figures, those typed or changed; of the outline, the issues of an agency; a link clears them."""
    page = show(file)
    page.get_by_label("only numbers typed by hand").check()
    expect(page.locator(".tools [role=status]")).to_contain_text("1 of")
    expect(page.locator("button.figure:visible")).to_have_count(6)  # those of its paragraph
    page.get_by_label("only numbers typed by hand").uncheck()
    page.get_by_label("only changed since the last cycle").check()
    expect(page.locator("button.match").first).to_be_visible()
    page.get_by_label("only changed since the last cycle").uncheck()
    page.get_by_label("Agency", exact=True).select_option("justice")
    expect(page.locator(".issues li[data-issue]:visible")).to_have_count(1)
    page.evaluate("() => { location.hash = '#figure%3Acalls.2023' }")
    expect(page.locator("button[aria-current]")).to_be_visible()
    expect(page.locator(".issues li[data-issue]:visible")).to_have_count(2)


def test_the_last_cycle_stands_beside_the_reply(file: Path, show: Open) -> None:
    """With its figures written out, on a wide window at the same height."""
    page = show(file)
    page.get_by_label("the last cycle beside it").check()
    beside = page.locator(".last-cycle")
    expect(beside).to_contain_text("In 2022, there were 290.")
    head, last = (page.locator(one).bounding_box() for one in ("#reply-2", ".last-cycle"))

    assert head is not None
    assert last is not None
    assert last["x"] > head["x"] + 100
    assert abs(last["y"] - head["y"]) < 40


@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("text", ["", "calls.2023", "typed.data"])
def test_axe_finds_nothing(file: Path, show: Open, width: int, scheme: Literal["light", "dark"], text: str) -> None:
    """As it opens, with the source of a figure, and with a typed number; problems unfolded."""
    page = show(file, width, scheme)
    page.locator("summary").click()
    if text:
        figure(page, text)

    assert [] == found_by_axe(page)
    assert page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_text_of_an_agency_stays_text(tmp_path: Path, show: Open) -> None:
    """A script, an image and quotation marks in every field that an agency fills are shown as they were typed."""
    quoted = HOSTILE.replace("'", "''")
    hostile = (
        INTERIOR.replace("calls for help", f"'{quoted}'")
        .replace("Police register", f"'{quoted}'")
        .replace("label: women", f"label: '{quoted}'")
        .replace("2023: 348}", f"2023: {{value: 348, note: '{quoted}'}}}}")
    )
    agencies = f"""\
agencies:
  - {{code: justice, name: Ministry of Justice}}
  - {{code: interior, name: '{quoted}', focal_point: '{quoted}'}}
"""
    page = show(made(tmp_path, code=1, submissions__interior_yaml=hostile, agencies_yaml=agencies))
    figure(page, "calls.2023")

    assert page.title().startswith("Review of CCPR/C/ARC/2")
    assert 0 == page.locator("img").count()
    expect(page.locator(".lead-in")).to_contain_text("</script><script>")
    expect(page.locator(".source dd", has_text="</script>")).to_have_count(4)


def test_a_project_that_cannot_be_read_gives_the_page_of_its_problems(tmp_path: Path, show: Open) -> None:
    """Where there is no report at all, and where a figure is refused: the problems, and what there is of the report."""
    page = show(made(tmp_path / "none", code=1, report_yaml=REPORT.replace("treaty: ccpr", "treaty: none")))
    expect(page.locator(".problem-list .error")).to_be_visible()
    expect(page.locator("main")).to_contain_text("cannot be made")
    assert [] == found_by_axe(page)

    other = show(made(tmp_path / "some", code=1, submissions__justice_yaml=JUSTICE.replace("348}", "34x}")))
    other.locator("summary").click()
    expect(other.locator(".problem-list .error").first).to_be_visible()
    assert [] == found_by_axe(other)


def test_a_number_that_contradicts_the_data_is_marked(tmp_path: Path, show: Open) -> None:
    """Typed beside the same data: the page shows both, though no document can be built."""
    wrong = JUSTICE.replace("compensation went to", "350 victims received compensation. It went to")
    page = show(made(tmp_path, code=1, submissions__justice_yaml=wrong))
    page.locator("button.typed.wrong", has_text="350").click()

    expect(page.locator(".source .error")).to_contain_text("RG450")


def test_a_public_page_opens_figures_as_well(tmp_path: Path, show: Open) -> None:
    """With the series and the arithmetic, without files; axe finds nothing."""
    reply = "agency: interior\nreplies:\n  - issue: 2\n    text: The law was amended.\n"
    page = show(made(tmp_path, "--public", submissions__interior_yaml=reply))
    figure(page, "victims.2023")

    expect(page.locator(".source")).to_contain_text("✓ right: the cell holds 348")
    expect(page.locator(".source")).not_to_contain_text("submissions")
    assert [] == found_by_axe(page)


def test_what_changed_since_an_earlier_version_is_shown(tmp_path: Path, show: Open) -> None:
    """Below its paragraph, with the words that are new and those that are gone."""
    project = make_project(tmp_path / "old")
    CliRunner().invoke(cli, ["build", str(project), "--to", "docx"])
    against = str(project / "build" / "CCPR-C-ARC-2.docx")
    page = show(made(tmp_path, "--against", against, submissions__justice_yaml=JUSTICE.replace("348", "384")))
    page.get_by_label("what changed since CCPR-C-ARC-2.docx").check()

    expect(page.locator("#fund + .redline del")).to_have_text("348")
    expect(page.locator("#fund + .redline ins")).to_have_text("384")
    assert [] == found_by_axe(page)


def test_a_page_that_is_watched_loads_itself_again(tmp_path: Path, show: Open) -> None:
    """As a file, without a server, when the picture beside it has another size; the policy allows the picture alone."""

    def write(number: int, text: str) -> Path:
        project = make_project(tmp_path / text, submissions__interior_yaml=INTERIOR.replace("97", text))
        review = find_review(project, check_project(project), dt.date(2024, 1, 20))
        stamp, page = Stamp("the page.watch.svg", number, 7), tmp_path / "the page.html"
        page.write_text(review_html(review, stamp), encoding="utf-8")
        (tmp_path / stamp.file).write_bytes(stamp.picture)
        return page

    page = show(write(1, "97"))
    page.wait_for_timeout(1500)
    page.evaluate("window.isOld = true")
    page.wait_for_timeout(1500)
    assert page.evaluate("window.isOld")
    write(2, "8153")
    expect(page.get_by_role("article")).to_contain_text("8153", timeout=60_000)
    assert not page.evaluate("window.isOld")
