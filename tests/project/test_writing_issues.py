"""issues.yaml as it is written is read as the same list."""

from reportgen.model import Outline
from reportgen.project.writing import issues_yaml
from reportgen.project.yaml import read_yaml


def test_everything_that_is_asked_is_read_again() -> None:
    """Short forms stay short, long ones say all they say, and breakdowns keep nouns in both numbers."""
    asks = {
        "indicators": [
            "reports of violence",
            {
                "label": "convictions",
                "agency": "justice",
                "measure": "rate",
                "unit": {"one": "case", "other": "cases"},
                "periods": [2022, "2023-H1"],
                "breakdowns": ["sex"],
            },
        ],
        "years": [2021],
    }
    outline = Outline.model_validate(
        {
            "breakdowns": {"sex": ["women", {"one": "man", "other": "men"}], "region of residence": ["Centre: all"]},
            "parts": [{"title": "A", "themes": [{"issues": [{"number": 1, "asks": asks}]}]}],
        }
    )
    text = issues_yaml(outline, "")

    read = read_yaml(text.encode(), "issues.yaml")
    assert not read.diagnostics
    assert 'indicators: ["reports of violence", {label: "convictions"' in text
    assert outline == Outline.model_validate(read.data)
