"""Entries that changed places in a later workbook are asked about: every number is one that was sent before."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from agencies.test_second_workbook import receive, sent
from commands import run
from forms import figure_cell, opened
from project import ISSUES, make_project
from xlsx import typed

Entries = Mapping[tuple[str, str | int], str | int]
"""What is typed, by the keys of rows and the heads of columns."""
KEYS = ("arrests", "charges", "cells")
SERIES = {"arrests": (412, 455, 431), "charges": (96, 131, 164), "cells": (3, 4, 5)}
JUSTICE = "agency: justice\nindicators:\n" + "".join(
    f"  {key}:\n    label: {key} of the police\n    unit: {{one: unit, other: units}}\n    issue: 1\n"
    f"    values: {{2021: {one}, 2022: {two}, 2023: {three}}}\n"
    for key, (one, two, three) in SERIES.items()
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in which the justice ministry has sent three series."""
    return make_project(tmp_path / "project", submissions__justice_yaml=JUSTICE)


def came_back(root: Path, entries: Entries) -> bytes:
    """The workbook that goes out, with entries typed over by the keys of their rows and the heads of their columns."""
    form = sent(root)
    book = opened(form)
    cells = {figure_cell(book, key, head).coordinate: value for (key, head), value in entries.items()}
    return typed(form, "Indicators", cells)


def column(head: str | int, *values: str | int) -> Entries:
    """The entries of a column, from its top."""
    return {(key, head): value for key, value in zip(KEYS, values, strict=False)}


LABELS = tuple(f"{key} of the police" for key in KEYS)


@pytest.mark.parametrize(
    ("entries", "places"),
    [
        (column("Label", LABELS[1], LABELS[2], LABELS[0]), ["B6"]),
        (column("Label", LABELS[1], "charges that were dropped"), ["B6"]),  # cells moved up, and one typed anew
        (column(2023, 5, 164, 431), ["G6"]),  # a column sorted by itself
        ({**column(2021, 3, 412, 96), **column(2022, 4, 455, 131)}, ["E6", "F6"]),  # pasted a row too low
        (column(2022, 440, 455, 131), ["F7"]),  # a cell put in above
        ({("arrests", 2021): 455, ("arrests", 2022): 412}, ["E6"]),
        (
            {**column(2021, 455, 131, 4), **column(2022, 412, 96, 3)},
            ["E6", "E7"],
        ),
    ],
    ids=["labels", "labels up", "column", "row below", "cell put in", "years", "heads"],
)
def test_entries_that_changed_places_keep_a_file_waiting(root: Path, entries: Entries, places: list[str]) -> None:
    """Each column or row is told once, at the first of its cells; the file counts where the coordinator says so."""
    data = came_back(root, entries)
    result = receive(root, data)

    assert 1 == result.exit_code
    found = [line.partition("Indicators!")[2][:2] for line in result.output.splitlines() if "error[RG774]" in line]
    assert places == found
    assert "it waits as" in result.output
    merged = receive(root, data, "--merge")
    assert "accepted" in merged.output
    assert "changed" in merged.output


@pytest.mark.parametrize(
    "entries",
    [
        {("cells", 2021): 4, ("cells", 2022): 3},  # small numbers change places by chance
        {("arrests", 2023): 164},  # the other one still has it
        column(2023, 432, 165, 6),
        {("arrests", "2023 status"): "provisional", ("charges", "2023 status"): "provisional"},
        {("arrests", "Label"): "arrests made by the police"},
        {("arrests", "Source"): "Register", ("charges", "Source"): "Register"},
    ],
    ids=["small", "one cell", "other figures", "statuses", "reworded", "sources"],
)
def test_ordinary_corrections_are_taken(root: Path, entries: Entries) -> None:
    """A figure that others have as well says nothing by itself."""
    result = receive(root, came_back(root, entries))

    assert (0, False) == (result.exit_code, "RG774" in result.output)


@pytest.mark.parametrize(
    ("entries", "places"),
    [
        (column("Label", LABELS[1], LABELS[2], LABELS[0]), ["B6"]),
        ({**column(2021, 455, 131, 4), **column(2022, 412, 96, 3)}, ["E6", "E7"]),
        (column(2022, 456, 132, 5), []),
    ],
    ids=["labels", "heads", "revised"],
)
def test_entries_of_the_last_cycle_are_known_as_well(tmp_path: Path, entries: Entries, places: list[str]) -> None:
    """With them the first workbook of a cycle is filled, before anything is in force."""
    root = make_project(tmp_path / "project", previous__justice_yaml=JUSTICE)
    (root / "submissions/justice.yaml").unlink()
    result = receive(root, came_back(root, entries))

    found = [line.partition("Indicators!")[2][:2] for line in result.output.splitlines() if "error[RG774]" in line]
    assert places == found
    assert ("accepted" in result.output) is not bool(places)


ASKED = ISSUES.replace(
    "{number: 1, agencies: [justice, interior]}",
    "number: 1\n            agencies: [justice]\n            asks:\n              indicators:\n"
    + "".join(f"                - {{key: {key}, label: {key} of the police}}\n" for key in KEYS),
)


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (LABELS, []),
        ((LABELS[1], LABELS[0], LABELS[2]), ["arrests", "charges"]),
        ((LABELS[1].upper(), "charges", LABELS[2]), ["arrests"]),
        (("arrests made", "charges brought", "cells of  the police"), []),
    ],
    ids=["as asked", "exchanged", "one", "reworded"],
)
def test_a_row_with_the_key_of_one_figure_and_the_label_of_another_is_an_error(
    tmp_path: Path, labels: tuple[str, ...], found: list[str]
) -> None:
    """Also in the first workbook, of which nothing is in force yet: the figures may be those of either."""
    text = JUSTICE
    for key, label in zip(KEYS, labels, strict=True):
        text = text.replace(f"label: {key} of the police", f'label: "{label}"')
    root = make_project(tmp_path / "project", issues_yaml=ASKED, submissions__justice_yaml=text)

    lines = [line for line in run("check", root).output.splitlines() if "RG880" in line]
    assert found == [line.partition("the key “")[2].partition("”")[0] for line in lines]
    assert all("justice.yaml:" in line and "error[RG880]" in line for line in lines)
