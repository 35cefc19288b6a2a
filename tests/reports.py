"""Small reports for tests, without files."""

from collections.abc import Sequence
from typing import Any

from reportgen.model import Report


def make_report(
    *submissions: dict[str, Any],
    issues: list[dict[str, Any]] | None = None,
    previous: Sequence[dict[str, Any]] = (),
    **settings: object,
) -> Report:
    """A report of one part with the given submissions and issues.

    Args:
        submissions: plain data of each submission; those without an agency are of `justice`.
        issues: plain data of the issues; by default issue 1, which justice and interior answer.
        previous: the same as the submissions, of the last cycle.
        settings: fields that replace or add some in `report.yaml`; by default there is no annex.
    """
    return Report.model_validate(
        {
            "settings": {
                "state": {"name": "Arcania", "code": "ARC"},
                "treaty": "ccpr",
                "cycle": 3,
                "symbol": "CCPR/C/ARC/3",
                "dates": {"due": 2024},
                "reporting_years": [2021, 2022, 2023],
                "annex": "none",
                **settings,
            },
            "outline": {
                "parts": [
                    {
                        "title": "General",
                        "themes": [{"issues": issues or [{"number": 1, "agencies": ["justice", "interior"]}]}],
                    }
                ]
            },
            "agencies": [
                {"code": "justice", "name": "Ministry of Justice"},
                {"code": "interior", "name": "Ministry of the Interior"},
            ],
            "submissions": [{"agency": "justice", **submission} for submission in submissions],
            "previous": [{"agency": "justice", **submission} for submission in previous],
        }
    )
