"""The JSON twin: every figure, sentence and paragraph of a document with where it came from, as its schema says."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from project import JUSTICE, make_project

from reportgen import build
from reportgen.results import Built
from reportgen.twins.shape import document_schema

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "docs" / "document.schema.json"
TABLE = """\
  - issue: 1
    text: |
      Table [orders]: Protection orders[^1]

      | | 2022 || 2023 ||
      | Region | Women | Men | Women | Men |
      |---|---:|---:|---:|---:|
      | North | 12 | 3 | 14 | {{ victims | value(at=2023) }} |

      Source: Register of the courts

      [^1]: Of first instance.
"""
LIST = """\
  - issue: 1
    text: |
      Two things were done. They are:

      - The Fund was opened in 2020
        - {{ victims | value(at=2022) }} persons were helped
"""


def built(project: Path) -> Built:
    """A project's JSON twin, in memory."""
    made = build(project, ["json"])

    assert made.files, made.diagnostics
    return made


def twin(project: Path, name: str = "CCPR-C-ARC-2.json") -> dict[str, Any]:
    """What the JSON twin of a project holds; it keeps to the published schema."""
    held = json.loads(built(project).files[name])
    validator().validate(held)
    return dict(held)


def validator() -> Draft202012Validator:
    """The published schema."""
    schema = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def passages(held: dict[str, Any], role: str) -> list[dict[str, Any]]:
    """The passages of a role."""
    return [one for block in held["blocks"] for one in block["passages"] if one["role"] == role]


def test_the_published_schema_is_that_of_the_program() -> None:
    """`reportgen schema` writes what docs/document.schema.json says, and every field in it is explained or plain."""
    assert PUBLISHED.read_bytes() == document_schema()


def test_what_is_not_of_the_shape_is_refused(tmp_path: Path) -> None:
    """The schema names what must be there: another version, or a figure without its data, does not fit."""
    held = twin(make_project(tmp_path))
    (sentence,) = (
        one for block in held["blocks"] if block.get("key") == "fund" for one in block["passages"][0]["sentences"]
    )

    with pytest.raises(ValidationError):
        validator().validate(held | {"version": 2})
    del sentence["figures"][0]["observations"]
    with pytest.raises(ValidationError):
        validator().validate(held)


def test_sentences_make_up_their_passage_and_figures_stand_where_they_say() -> None:
    """Every start leads to the text; nothing but white space lies between two sentences."""
    held = twin(ROOT / "examples" / "minimal")

    for block in held["blocks"]:
        for passage in block["passages"]:
            end, text = 0, passage["text"]
            for sentence in passage["sentences"]:
                assert not text[end : sentence["start"]].strip()
                end = sentence["start"] + len(sentence["text"])
                assert text[sentence["start"] : end] == sentence["text"]
                for figure in sentence.get("figures", ()):
                    start = figure["start"]
                    assert text[start : start + len(figure["text"])] == figure["text"]
                    assert sentence["start"] <= start < end
            assert not text[end:].strip()


def test_a_sentence_says_who_wrote_it_and_where(tmp_path: Path) -> None:
    """Its first words have a place; its figure has its reference, the place of that, and the data."""
    held = twin(make_project(tmp_path))
    (block,) = (one for one in held["blocks"] if one.get("key") == "fund")
    ((sentence,),) = (one["sentences"] for one in block["passages"])
    figure = sentence["figures"][0]

    assert ("agency", "justice", 1, 0) == (block["origin"], block["agency"], block["issue"], block["part"])
    assert isinstance(block["number"], int)
    assert ("justice", "submissions/justice.yaml:13:7") == (sentence["agency"], sentence["place"])
    assert ("{{ victims | compared }}", "submissions/justice.yaml:13:37") == (
        figure["reference"],
        figure["reference_place"],
    )
    assert ("348", "348", "justice") == (figure["text"], figure["value"], figure["agency"])
    assert [
        {
            "indicator": "victims",
            "period": "2023",
            "value": "348",
            "place": "submissions/justice.yaml:7:43",
        }
    ] == figure["observations"][:1]


def test_each_sentence_has_the_line_where_it_was_typed(tmp_path: Path) -> None:
    """Also where a reference writes its first words, and where it repeats another sentence."""
    text = (
        JUSTICE.split("replies:")[0]
        + """\
replies:
  - issue: 1
    text: |
      The Fund pays victims of crimes. It is new.

      In {{ victims | last_period }}, the Fund paid many victims.
      The Fund pays victims of crimes.

      {{ victims }} persons were helped. They were victims.
"""
    )
    held = twin(make_project(tmp_path, submissions__justice_yaml=text))
    sentences = [
        one
        for block in held["blocks"]
        if block["origin"] == "agency"
        for passage in block["passages"]
        for one in passage["sentences"]
    ]

    assert [
        ("The Fund pays victims of crimes.", "12:7"),
        ("It is new.", "12:40"),
        ("In 2023, the Fund paid many victims.", "14:39"),
        ("The Fund pays victims of crimes.", "15:7"),
        ("A total of 348 persons were helped.", "17:21"),
        ("They were victims.", "17:42"),
    ] == [(one["text"], one["place"].removeprefix("submissions/justice.yaml:")) for one in sentences]


def test_what_is_written_from_data_alone_says_so(tmp_path: Path) -> None:
    """A generated paragraph has no place of words; its figures have the places of their data and no reference."""
    text = JUSTICE.replace("{{ victims | compared }}", "many").replace("In 2023, ", "")
    held = twin(make_project(tmp_path, submissions__justice_yaml=text))
    (block,) = (one for one in held["blocks"] if one["origin"] == "data" and one.get("issue") == 1)
    sentence = block["passages"][0]["sentences"][0]

    assert "place" not in sentence
    assert "justice" == sentence["agency"]
    assert all("reference" not in figure for figure in sentence["figures"])
    assert {"2021", "2022", "2023"} == {
        one["period"] for figure in sentence["figures"] for one in figure["observations"]
    }


def test_a_part_a_status_and_a_former_value_are_told(tmp_path: Path) -> None:
    """Provisional figures of parts, with what they divide by."""
    text = JUSTICE.replace(
        "    source: Fund\n",
        "    source: Fund\n    breakdown:\n"
        "      - {label: women, by: sex, values: {2023: {value: 200, status: provisional}}}\n"
        "      - {label: men, by: sex, values: {2023: {value: 148, status: provisional}}}\n",
    ).replace("{{ victims | compared }} victims", "{{ victims | breakdown('sex') }}")
    held = twin(make_project(tmp_path, submissions__justice_yaml=text))
    (block,) = (one for one in held["blocks"] if one.get("key") == "fund")
    found = [
        other
        for sentence in block["passages"][0]["sentences"]
        for figure in sentence.get("figures", ())
        for other in figure["observations"]
    ]

    assert [("women", "sex", "provisional", "200"), ("men", "sex", "provisional", "148")] == [
        (one["part"], one["by"], one["status"], one["value"]) for one in found
    ]


def test_tables_lists_and_notes_are_passages_of_their_own(tmp_path: Path) -> None:
    """Heads and cells have rows and columns, items their depth, notes their mark."""
    held = twin(make_project(tmp_path, submissions__justice_yaml=JUSTICE + TABLE + LIST))

    heads = {(one["row"], one["column"], one["text"]) for one in passages(held, "head")}
    assert {(0, 0, "Region"), (0, 1, "2022"), (0, 3, "2023"), (1, 1, "Women"), (1, 4, "Men")} <= heads
    (cell,) = (one for one in passages(held, "cell") if one["column"] == 4 and one["text"] == "348")
    assert "victims" == cell["sentences"][0]["figures"][0]["observations"][0]["indicator"]
    assert ["Register of the courts"] == [one["text"].removeprefix("Source: ") for one in passages(held, "source")]
    assert "Of first instance." in [one["text"] for one in passages(held, "note")]
    assert [0, 1] == [one["depth"] for one in passages(held, "item")]


def test_the_same_project_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    """Places are named from the project's folder on."""
    made = []
    for name in ("one", "another place"):
        shutil.copytree(ROOT / "examples" / "minimal", tmp_path / name, ignore=shutil.ignore_patterns("build"))
        made.append(built(tmp_path / name).files["CCPR-C-ARC-2.json"])

    assert made[0] == made[1]
    assert tmp_path.name.encode() not in made[0]


def test_an_annex_apart_has_a_twin_of_its_own_and_both_stand_in_the_manifest(tmp_path: Path) -> None:
    """Each document is one file; the manifest has the hash of each."""
    report = (make_project(tmp_path) / "report.yaml").read_text(encoding="utf-8")
    (tmp_path / "report.yaml").write_text(report + "annex: separate\n", encoding="utf-8")
    files = built(tmp_path).files

    assert {"CCPR-C-ARC-2.json", "CCPR-C-ARC-2-annex.json", "manifest.json"} == files.keys()
    assert files.keys() - {"manifest.json"} == json.loads(files["manifest.json"])["outputs"].keys()
    validator().validate(json.loads(files["CCPR-C-ARC-2-annex.json"]))
