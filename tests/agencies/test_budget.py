"""The word budget: sums that agree, shares, and what could go to an annex first."""

import json
from pathlib import Path

import pytest
from build import document, figure, heading, item_list, paragraph, table
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from project import ISSUES, JUSTICE, REPORT, make_project

from reportgen.agencies.budget import Budget, find_budget
from reportgen.agencies.moving import LONG_LIST, MANY_FIGURES, SHOWN, Move, find_moves
from reportgen.cli.main import cli
from reportgen.document.authorship import BlockOrigin, spread_words
from reportgen.document.tree import Block, Level
from reportgen.pipeline import check_project

ROOT = Path(__file__).resolve().parents[2]
LONG = "word " * LONG_LIST


def budget_of(root: Path) -> Budget:
    """The budget of a project without errors."""
    found = find_budget(root)

    assert found.budget is not None, found.diagnostics
    return found.budget


@pytest.mark.parametrize("project", ["inputs", "examples/minimal"])
def test_parts_issues_and_agencies_add_up_to_the_words_of_the_build(project: str) -> None:
    """The same words are counted as in the summary of a build, whichever way they are summed."""
    budget = budget_of(ROOT / project)
    counts = check_project(ROOT / project).counts

    assert counts is not None
    assert counts.words == budget.words
    assert budget.words == budget.before + sum(part.words for part in budget.parts)
    assert all(part.words == part.headings + sum(issue.words for issue in part.issues) for part in budget.parts)
    assert budget.words == budget.headings + budget.others + sum(agency.words for agency in budget.agencies)


def test_an_issue_has_its_own_share_or_what_is_left_shared_alike(tmp_path: Path) -> None:
    """What is above the share is named."""
    budget = budget_of(
        make_project(
            tmp_path,
            report_yaml=REPORT + "word_limit: 100\n",
            issues_yaml=ISSUES.replace("{number: 1,", "{number: 1, words: 5,"),
        )
    )

    assert "word_limit in report.yaml" == budget.rule
    assert [(1, 5, True), (2, 95, False)] == [
        (issue.number, issue.share, issue.is_given) for part in budget.parts for issue in part.issues
    ]
    assert [19, 0] == [issue.over for part in budget.parts for issue in part.issues]
    assert [("justice", 16, 2), ("interior", 0, 97)] == [
        (agency.code, agency.words, agency.share) for agency in budget.agencies
    ]


@pytest.mark.parametrize(
    ("document_kind", "limit", "rule"),
    [
        ("initial", 31_800, "initial report, resolution 68/268, para. 16"),
        ("periodic", 21_200, "periodic report, resolution 68/268, para. 16"),
        ("core", 42_400, "common core document, resolution 68/268, para. 16"),
        ("replies", 10_700, "replies to a list of issues, advice of the secretariat"),
    ],
)
def test_the_limit_follows_the_kind_of_document(tmp_path: Path, document_kind: str, limit: int, rule: str) -> None:
    """General Assembly resolution 68/268; for replies to a list of issues it is advice."""
    budget = budget_of(make_project(tmp_path, report_yaml=f"{REPORT}document: {document_kind}\n"))

    assert (limit, rule) == (budget.limit, budget.rule)


@pytest.mark.parametrize(("spare", "over"), [(-2, 2), (-1, 1), (0, 0), (1, 0)])
def test_words_too_many_are_those_beyond_the_limit(tmp_path: Path, spare: int, over: int) -> None:
    """A report at its limit has none, nor has one below it."""
    words = budget_of(make_project(tmp_path / "counted")).words
    limited = make_project(tmp_path / "limited", report_yaml=f"{REPORT}word_limit: {words + spare}\n")

    assert (words, over) == ((budget := budget_of(limited)).words, budget.over)


# ---- what goes first ------------------------------------------------------------------------------------------


def moves(*blocks: Block, limit: int = 0, share: int = 10_000) -> tuple[Move, ...]:
    """The moves of a document that is the reply to one issue, all of one agency."""
    made = document(heading(Level.REPLY, "Reply", key="reply-1"), *blocks)
    origins = [BlockOrigin(getattr(block, "key", None), "court") for block in blocks]
    return find_moves(made, spread_words(made, {1: origins}, {}), {1: share}, limit)


def counted(number: int) -> Block:
    """A paragraph with so many figures."""
    return paragraph(*(part for _ in range(number) for part in ("and ", figure("7"), " ")))


def test_tables_go_first_then_figures_then_lists_then_what_is_over_its_share() -> None:
    """Within each kind what is longest, or has most figures."""
    found = moves(
        counted(MANY_FIGURES),
        counted(MANY_FIGURES - 1),
        counted(MANY_FIGURES + 1),
        item_list(LONG, "and more"),
        item_list("short"),
        table("Short", "A | B", "a | 3"),
        table("Long one", "A | B", "a | 3", "b | 4"),
        share=5,
    )

    assert [
        "table 2, Long one",
        "table 1, Short",
        "paragraph 3, with 6 figures",
        "paragraph 1, with 5 figures",
        "the list after paragraph 3, of 2 items",
        "the reply to issue 1, shortened to its share",
    ] == [move.what for move in found]
    assert ["court"] * 5 == [move.agency for move in found[:5]]


def test_the_list_of_moves_ends_where_the_limit_is_kept() -> None:
    """Each says what is left after it: of 28 words, 5 are in the longer table and 3 in the other."""
    blocks = (paragraph("word " * 19), table("T", "A", "a"), table("Long", "A | B", "a | 3"))

    assert [(5, 23), (3, 20)] == [(move.words, move.remaining) for move in moves(*blocks, limit=22)]
    assert [(5, 23)] == [(move.words, move.remaining) for move in moves(*blocks, limit=23)]


def test_a_report_within_its_limit_shows_the_first_few() -> None:
    """For the day when words are needed."""
    assert SHOWN == len(moves(*(table("T", "A", "a") for _ in range(SHOWN + 5)), limit=100_000))


def test_what_was_moved_out_of_a_reply_is_not_cut_from_it_again() -> None:
    """A reply whose table brings it back to its share has nothing to shorten."""
    found = moves(paragraph("word " * 9), table("Long", "A | B", "a | 3"), share=10)

    assert ["table"] == [move.kind for move in found]


blocks_of_all_kinds = st.lists(
    st.one_of(
        st.builds(counted, st.integers(0, 8)),
        st.builds(lambda times: item_list(LONG * times), st.integers(0, 2)),
        st.builds(lambda words: table(words, "A | B", f"{words} | 3"), st.sampled_from(["One", "Two words"])),
    ),
    max_size=8,
)


@given(blocks_of_all_kinds, st.integers(1, 300), st.integers(1, 300))
def test_moves_never_save_more_words_than_there_are(blocks: list[Block], limit: int, share: int) -> None:
    """What remains falls with every move, by what it saves, and not below nothing."""
    made = document(heading(Level.REPLY, "Reply", key="reply-1"), *blocks)
    pieces = spread_words(made, {1: [BlockOrigin(getattr(block, "key", None), "court") for block in blocks]}, {})
    left = sum(piece.words for piece in pieces)

    for move in find_moves(made, pieces, {1: share}, limit):
        assert move.words > 0
        assert left - move.words == move.remaining >= 0
        left = move.remaining


# ---- the command ----------------------------------------------------------------------------------------------


def run(*arguments: object) -> tuple[int, str]:
    """The exit code of a command and what it prints."""
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments], catch_exceptions=False)
    return result.exit_code, result.stdout


def test_the_command_prints_where_the_words_are(tmp_path: Path) -> None:
    """By part and issue, by agency, and what would go first."""
    code, said = run("budget", make_project(tmp_path, report_yaml=REPORT + "word_limit: 30\n"))

    assert 0 == code
    assert said.startswith("CCPR/C/ARC/2: ")
    for words in ("too many", "A. General information", "   issue 1", "justice", "headings", "what would go"):
        assert words in said
    assert "words more must be cut" in said


def test_programs_get_the_same_as_json(tmp_path: Path) -> None:
    """Sums, shares, moves with their places."""
    project = make_project(
        tmp_path, submissions__justice_yaml=JUSTICE.replace("victims.\n", "victims, {{ victims | by_year }}.\n")
    )
    code, said = run("budget", project, "--format", "json")
    data = json.loads(said)

    assert 0 == code
    assert data["words"] == data["before"] + sum(part["words"] for part in data["parts"])
    assert data["words"] == data["headings"] + data["templates"] + sum(one["words"] for one in data["agencies"])
    (move,) = data["moves"]
    assert ("figures", 1, "justice", 0) == (move["kind"], move["issue"], move["agency"], data["over"])
    assert "submissions/justice.yaml" in move["place"]


def test_a_project_with_errors_has_no_budget(tmp_path: Path) -> None:
    """What is wrong is said instead."""
    project = make_project(tmp_path, submissions__justice_yaml=JUSTICE.replace("{{ victims", "{{ victms"))
    result = CliRunner().invoke(cli, ["budget", str(project)])

    assert 1 == result.exit_code
    assert "RG401" in result.output
