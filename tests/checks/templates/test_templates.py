"""Checks of templates: everything that is wrong at its line, and nothing on templates that are right."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from composing import CASES, templates
from conftest import Golden
from project import make_project
from reports import make_report
from spoken import spoken

from reportgen.checks.templates.checking import check_templates
from reportgen.checks.templates.sample import in_circumstances, sample_report
from reportgen.cli.main import cli
from reportgen.compose.environment import SUFFIX, shipped_templates
from reportgen.diagnostics import Diagnostic, Places
from reportgen.model import Report
from reportgen.project import Loaded

SHIPPED = sorted(path.name for path in shipped_templates().glob(f"*{SUFFIX}"))


def report() -> Report:
    """A report with issues 1 and 2, the indicator `cases`, and a paragraph `fund`."""
    issues = [{"number": number, "agencies": ["justice"]} for number in (1, 2)]
    submission = {"indicators": CASES, "replies": [{"issue": 1, "key": "fund", "text": "The fund has {{ cases }}."}]}
    return make_report(submission, issues=issues)


def linted(project: Path, *, certain_only: bool = False, **files: str) -> tuple[Diagnostic, ...]:
    """What is found in a project's own templates."""
    (project / "templates").mkdir(exist_ok=True)
    templates(project / "templates", **files)
    return check_templates(project, certain_only=certain_only, loaded=Loaded(report(), Places(), (), ()))


def found(project: Path, *, certain_only: bool = False, **files: str) -> list[tuple[str, str, int | None]]:
    """Code, file below the templates and line of everything that is found."""
    diagnostics = linted(project, certain_only=certain_only, **files)
    places = [one.place for one in diagnostics]
    assert all(places)
    return [
        (one.code, place.file.removeprefix(f"{project.as_posix()}/templates/"), place.line)
        for one, place in zip(diagnostics, places, strict=True)
        if place is not None
    ]


def test_the_shipped_templates_have_nothing_wrong_with_them() -> None:
    """Read, and run over samples in several kinds of documents."""
    assert () == check_templates(None)


@pytest.mark.parametrize(
    "template",
    [
        '<h4 id="{{ reply.key }}">Own</h4>{% include "blocks.html.j2" %}',
        "<h4>Own</h4>{% if cases.latest > 10 %}<p>{{ cases | compared }}</p>{% else %}<p>{{ cases }}</p>{% endif %}",
        "<h4>Own</h4>{% for year, value in cases.values.items() %}<p>{{ year }}: {{ value }}</p>{% endfor %}",
        '<h4>Own</h4><p>See {{ paragraph("fund") }} and {{ reply(2) }}.</p>{% include "blocks.html.j2" %}',
        "<h4>Own</h4>{% set words = 'x' %}<p>{{ words }}{% if extra is defined %}{{ extra }}{% endif %}</p>",
        "{% macro box(text) %}<p>{{ text }}</p>{% endmacro %}<h4>Own</h4>{{ box('x') }}",
        '{% extends "un/reply.html.j2" %}{% block text %}{{ super() }}<p>More.</p>{% endblock %}',
        "<h4>Own</h4>{% for other in part.themes[0].replies %}<p>{{ other.number }}</p>{% endfor %}",
        '<h4>Own</h4>{% if report.document == "core" %}<p>Core.</p>{% elif block is defined %}<p>x</p>{% endif %}',
        '<h4>Own</h4>{% if report.document > "periodical" %}<p>x</p>{% endif %}',
    ],
)
def test_templates_that_are_right_are_left_alone(tmp_path: Path, template: str) -> None:
    """Loops, conditions, macros, includes, extensions and references as coordinators write them."""
    assert [] == found(tmp_path, replies__1=template)


WRONG = (
    ("<p>{{ repotr.symbol }}</p>", "RG542"),
    ("{% if false %}<p>{{ nonsense }}</p>{% endif %}", "RG542"),
    ("<p>{{ cases | comparde }}</p>", "RG543"),
    ("<p>{{ report.symbol | safe }}</p>", "RG543"),
    ("{% if cases is upperr %}<p>x</p>{% endif %}", "RG543"),
    ("<p>{{ report.symbl }}</p>", "RG544"),
    ("{% for b in reply.blocks %}{{ b.tabel }}{% endfor %}", "RG544"),
    ("{% for t in parts[0].themes %}<p>{{ theme.titel }}</p>{% endfor %}", "RG544"),
    ('{% if report.document == "periodical" %}<p>x</p>{% endif %}', "RG545"),
    ('{% if annex.place in ["included", "seperate"] %}<p>x</p>{% endif %}', "RG545"),
    ("{% if false %}<p>x</p>{% endif %}", "RG546"),
    ("{% if true %}<p>x</p>{% else %}<p>y</p>{% endif %}", "RG546"),
    ("{% if 1 %}<p>x</p>{% elif reply.awaiting %}<p>y</p>{% endif %}", "RG546"),
    ("{% if reply.awaiting %}<p>x</p>{% elif reply.awaiting %}<p>y</p>{% endif %}", "RG546"),
    ("{% macro box(text) %}<p>{{ box(text) }}</p>{% endmacro %}", "RG547"),
    ("<div>x</div>", "RG510"),
    ("{% if not reply %}<div>x</div>{% endif %}", "RG510"),
    ("<p>a <em>b</p>", "RG511"),
    ('<p style="color: red">x</p>', "RG514"),
    ("<p>{{ cases | change(verb='rise') }}</p>", "RG406"),
    ("<p>{{ 1 / 0 }}</p>", "RG508"),
    ("<p>{% if %}</p>", "RG507"),
    ("<p>{{ paragraph('fnud') }}</p>", "RG505"),
)
"""Templates of one line, each with the code of what is wrong with it."""


@pytest.mark.parametrize(("template", "code"), WRONG)
def test_what_is_wrong_is_named_at_its_line(tmp_path: Path, template: str, code: str) -> None:
    """Also where no report gets to; each with the nearest right name."""
    assert (code, f"replies/1{SUFFIX}", 2) in found(tmp_path, replies__1=f"<h4>Own</h4>\n{template}")


def test_what_is_said_of_wrong_templates(tmp_path: Path, golden: Golden) -> None:
    """Each with what it names and the nearest right name: a coordinator mends the template by it."""
    texts = ["<h4>Own</h4>", *(template for template, code in WRONG if code not in {"RG507", "RG508", "RG511"})]
    said = linted(tmp_path, certain_only=True, replies__1="\n".join(texts))

    assert len(said) >= len(texts) / 2
    golden("checks/templates.txt", "".join(f"{spoken(one, tmp_path)}\n" for one in said))


def test_a_file_whose_name_cannot_be_read_is_named(tmp_path: Path) -> None:
    """Whatever it ends in; the files beside it are looked at as ever."""
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text("Ours.", encoding="utf-8")
    (folder / "reply.html").write_text("<p>x</p>", encoding="utf-8")

    assert ["RG119", "RG540"] == sorted(one.code for one in linted(tmp_path))


def test_all_that_is_wrong_comes_together(tmp_path: Path) -> None:
    """A build stops at the first wrong name; here all are said, each once."""
    text = "<h4>{{ a }}</h4>\n<p>{{ b }} {{ cases | c }} {{ report.d }}</p>\n<div>x</div>"

    expected = [("RG542", 1), ("RG542", 2), ("RG543", 2), ("RG544", 2), ("RG510", 3)]
    assert sorted(expected) == sorted((code, line or 0) for code, _, line in found(tmp_path, replies__1=text))


def test_the_nearest_name_is_offered(tmp_path: Path) -> None:
    """For names, filters and fields alike."""
    text = "<h4>{{ repotr.symbol }}</h4><p>{{ cases | comparde }}</p><p>{{ report.symbl }}</p>"
    hints = [one.hint or "" for one in linted(tmp_path, replies__1=text)]

    assert all(any(f"“{name}”" in hint for hint in hints) for name in ("report", "compared", "symbol"))


@pytest.mark.parametrize(
    ("name", "code"),
    [("repyl", "RG540"), ("replies__41", "RG541"), ("replies__01", "RG540"), ("replies__eleven", "RG540")],
)
def test_a_file_that_nothing_asks_for_is_named(tmp_path: Path, name: str, code: str) -> None:
    """A slip in the name, an issue that does not exist, a leading zero."""
    templates(tmp_path / "templates", **{name: "<p>x</p>"})

    assert [(code, f"{name.replace('__', '/')}{SUFFIX}", 1)] == found(tmp_path)


@pytest.mark.parametrize("name", ["reply.html", "reply.j2", "un/reply.html.j2"])
def test_a_file_that_only_looks_like_a_template_is_named(tmp_path: Path, name: str) -> None:
    """The wrong end of the name, or a copy of the folder of shipped templates."""
    file = tmp_path / "templates" / name
    file.parent.mkdir(parents=True)
    file.write_text("<p>x</p>", encoding="utf-8")

    (one,) = linted(tmp_path)
    assert ("RG540", file.as_posix()) == (one.code, str(one.place))
    assert f"“reply{SUFFIX}”" in (one.hint or "")


def test_files_that_others_include_are_used(tmp_path: Path) -> None:
    """Directly, by a name that is worked out, and by import; other files of a project are none of its templates."""
    (tmp_path / "templates" / "workbook").mkdir(parents=True)
    (tmp_path / "templates" / "workbook" / "en.yaml").write_text("language: en", encoding="utf-8")
    (tmp_path / "templates" / "README.md").write_text("Ours.", encoding="utf-8")

    assert [] == found(
        tmp_path,
        replies__1='{% import "boxes.html.j2" as boxes %}<h4>x</h4>'
        '{% include "kinds/" ~ report.document ~ ".html.j2" %}'
        "{{ boxes.box('x') }}",
        replies__2='{% from "boxes.html.j2" import line as l %}<h4>x</h4>{{ l() }}',
        boxes="{% macro box(text) %}<p>{{ text }}</p>{% endmacro %}{% macro line() %}<p>x</p>{% endmacro %}",
        kinds__periodic="<p>x</p>",
        kinds__initial="<p>x</p>",
        kinds__core="<p>x</p>",
        kinds__replies="<p>x</p>",
    )


def test_a_name_that_is_worked_out_may_be_that_of_any_file(tmp_path: Path) -> None:
    """No file is called unused where one template includes another by a name of its own."""
    text = "<h4>x</h4>{% include reply.key %}"

    assert ["RG540"] == [code for code, _, _ in found(tmp_path, certain_only=True, boxes="<p>x</p>")]
    assert [] == found(tmp_path, certain_only=True, replies__1=text)


def test_an_extension_with_a_wrong_block_or_stray_text_is_named(tmp_path: Path) -> None:
    """Neither is ever printed."""
    text = '{% extends "un/report.html.j2" %}\n{% block list %}<p>x</p>{% endblock %}\n\n<p>y</p>'

    assert [("RG548", f"report{SUFFIX}", 2), ("RG549", f"report{SUFFIX}", 4)] == found(tmp_path, report=text)


@pytest.mark.parametrize(
    "base",
    [
        '{% extends "un/report.html.j2" %}{% block body %}{% block own %}{% endblock %}{% endblock %}',
        '{% extends "un/" ~ "report.html.j2" %}',
        '{% extends "report.html.j2" %}',
    ],
)
def test_blocks_of_a_template_that_extends_another_are_known(tmp_path: Path, base: str) -> None:
    """Of all above it; where one of them cannot be told, or extends in a circle, no block is called wrong."""
    own = '{% extends "base.html.j2" %}{% block own %}<p>x</p>{% endblock %}'

    assert "RG548" not in {code for code, _, _ in found(tmp_path, certain_only=True, report=own, base=base)}


def test_a_template_is_tried_in_circumstances_that_the_report_is_not_in(tmp_path: Path) -> None:
    """What fails for an initial report alone is found while the report is a periodic one."""
    text = '<h4>Own</h4>\n{% if report.document == "initial" %}<p>{{ (1 / 0) }}</p>{% endif %}'

    assert [("RG508", f"replies/1{SUFFIX}", 2)] == found(tmp_path, replies__1=text)


def test_the_samples_have_every_kind_of_block_and_document() -> None:
    """Texts with paragraphs, lists and quotations; no text at all; each kind of document, procedure and annex."""
    reports = list(in_circumstances(sample_report()))

    assert {"periodic", "initial", "replies", "core"} == {one.settings.document for one in reports}
    assert {"standard", "simplified", "optional"} == {one.settings.procedure for one in reports}
    assert {"included", "separate", "none"} == {one.settings.annex for one in reports}
    assert {True, False} == {any(submission.replies for submission in one.submissions) for one in reports}


@pytest.mark.parametrize(
    ("template", "codes"),
    [
        ("<h4>Own</h4>\n<p>{{ report.symbl }}</p>", ["RG544"]),
        ("<h4>Own</h4>\n<p>{{ cases }}</p>", []),
        ('<h4>Own</h4>\n{% if report.document == "initial" %}<p>{{ (1 / 0) }}</p>{% endif %}', []),
        ("<h4>Own</h4>\n<p>{% if %}</p>", ["RG507"]),
    ],
)
def test_the_certain_half_only_reads_templates(tmp_path: Path, template: str, codes: list[str]) -> None:
    """What shows only when a template is run is left to the other half."""
    assert codes == [code for code, _, _ in found(tmp_path, certain_only=True, replies__1=template)]


def test_the_certain_half_says_nothing_of_shipped_templates(tmp_path: Path) -> None:
    """A macro of a shipped template that the project's own one no longer calls is no fault of the project."""
    assert [] == found(tmp_path, certain_only=True, report="<p>All of it.</p>")
    assert () == check_templates(None, certain_only=True)


# ---- the command ----------------------------------------------------------------------------------------------


def run(*arguments: str | Path) -> Result:
    """Run `check` within this process."""
    return CliRunner().invoke(cli, ["check", *map(str, arguments)], catch_exceptions=False)


def test_check_says_what_is_certain_of_the_own_templates(tmp_path: Path) -> None:
    """A file that nothing asks for is a warning, an unknown field in a branch that is never run an error."""
    unseen = '{% if report.document == "core" %}<p>{{ report.symbl }}</p>{% endif %}{% include "un/reply.html.j2" %}'
    files = {"templates__repyl.html.j2": "<p>x</p>", "templates__replies__1.html.j2": unseen}
    result = run(make_project(tmp_path, **files))

    assert 1 == result.exit_code
    assert "templates/repyl.html.j2:1: warning[RG540]" in result.output
    assert "“reply.html.j2”" in result.output
    assert "templates/replies/1.html.j2:1: error[RG544]" in result.output


def test_an_error_of_composing_is_said_once(tmp_path: Path) -> None:
    """An unknown name stops the template and is found by reading it; the finding with the nearest name stays."""
    result = run(make_project(tmp_path, **{"templates__replies__1.html.j2": "<h4>Own</h4><p>{{ repotr.symbol }}</p>"}))

    assert 1 == result.exit_code
    assert ["RG542"] == [code for code in ("RG508", "RG542") if code in result.output]


def test_an_error_of_composing_stays_beside_a_warning_of_its_line(tmp_path: Path) -> None:
    """What makes a build fail makes `check` fail."""
    text = "<h4>Own</h4>{% if false %}<p>x</p>{% endif %}<p>{{ 1 / 0 }}</p>"
    result = run(make_project(tmp_path, **{"templates__replies__1.html.j2": text}))

    assert 1 == result.exit_code
    assert all(code in result.output for code in ("RG546", "RG508"))


def test_a_warning_on_a_template_is_an_error_where_warnings_are(tmp_path: Path) -> None:
    """`--strict` counts what is never used as well."""
    project = make_project(tmp_path, **{"templates__repyl.html.j2": "<p>x</p>"})

    assert "warning[RG540]" in run(project).output
    assert "error[RG540]" in (strict := run(project, "--strict")).output
    assert 1 == strict.exit_code


def test_a_project_that_cannot_be_read_is_said_once(tmp_path: Path) -> None:
    """Its errors are shown; templates are checked with a report only."""
    project = make_project(tmp_path, report_yaml="state: {", **{"templates__repyl.html.j2": "<p>x</p>"})
    result = run(project, "--templates")

    assert 1 == result.exit_code
    assert 1 == result.output.count("error[RG120]")
    assert "RG540" not in result.output


def test_the_other_half_is_asked_for(tmp_path: Path) -> None:
    """`--templates` tries what this report does not get to."""
    text = '<h4>Own</h4>{% if report.document == "initial" %}<p>{{ (1 / 0) }}</p>{% endif %}<p>Own.</p>'
    project = make_project(tmp_path, **{"templates__replies__1.html.j2": text})

    assert (0, False) == ((plain := run(project)).exit_code, "RG508" in plain.output)
    assert (1, True) == ((tried := run(project, "--templates")).exit_code, "RG508" in tried.output)
