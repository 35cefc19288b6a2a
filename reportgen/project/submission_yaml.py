"""A submission as the YAML file that intake reads back as the same submission."""

import io
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import LiteralScalarString

from reportgen.model import Indicator, Observation, Part, Period, Reply, Submission
from reportgen.model.indicators import Series
from reportgen.model.items import Item, Kept, Ledger

_DEFAULTS: Mapping[str, object] = {"measure": "flow", "report": "sentence", "exhaustive": True}


def submission_yaml(submission: Submission, head: str = "") -> bytes:
    """The YAML of a submission.

    Args:
        submission: what it holds.
        head: comments to begin with, each line with its `# `.
    """
    return _dump(_submission(submission), head)


def ledger_yaml(ledger: Ledger, head: str) -> bytes:
    """The YAML of a sender's ledger.

    Args:
        ledger: what it holds.
        head: comments to begin with, each line with its `# `.
    """
    data = CommentedMap()
    if ledger.in_force:
        data["in_force"] = [_kept(one) for one in ledger.in_force]
    if ledger.before:
        data["before"] = [[_kept(one) for one in version] for version in ledger.before]
    return _dump(data, head)


def _kept(kept: Kept) -> CommentedMap:
    data = CommentedMap(file=kept.file, sha256=kept.sha256)
    if kept.repeats:
        data["repeats"] = [_item(item) for item in kept.repeats]
    return data


def _item(item: Item) -> CommentedMap:
    fields = item.model_dump(exclude_none=True)
    if item.period is not None:
        fields["period"] = _period(item.period)
    return _flow(fields)


def _dump(data: CommentedMap, head: str) -> bytes:
    yaml = YAML()
    yaml.width = 10_000  # no folding: a line of text stays a line
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.ignore_aliases = _never_the_same
    yaml.representer.add_representer(Decimal, _represent_number)
    buffer = io.BytesIO()
    yaml.dump(data, buffer)
    return head.encode() + buffer.getvalue()


def _never_the_same(value: object) -> bool:
    """For ruamel: no anchors, which intake does not read."""
    del value
    return True


def _represent_number(representer: Any, value: Decimal) -> Any:  # noqa: ANN401 - ruamel's own types
    """A figure with its digits as they are."""
    whole = value == value.to_integral_value()
    tag = "tag:yaml.org,2002:int" if whole else "tag:yaml.org,2002:float"
    return representer.represent_scalar(tag, f"{value:.0f}" if whole else f"{value:f}")


def _submission(submission: Submission) -> CommentedMap:
    data = CommentedMap(agency=submission.agency)
    _put(data, "department", submission.department)
    _put(data, "date", submission.date)
    _put(data, "contact", submission.contact)
    if submission.indicators:
        series = {key: _indicator(indicator) for key, indicator in submission.indicators.items()}
        data["indicators"] = CommentedMap(series)
    if submission.replies:
        data["replies"] = [_reply(reply) for reply in submission.replies]
    if submission.nothing_to_add:
        data["nothing_to_add"] = list(submission.nothing_to_add)
    if submission.answers:
        data["answers"] = [CommentedMap(answer.model_dump(exclude_none=True)) for answer in submission.answers]
        for answer in data["answers"]:
            answer["period"] = _period(answer["period"])
    return data


def _put(data: CommentedMap, name: str, value: object) -> None:
    if value is not None and _DEFAULTS.get(name) != value:
        data[name] = value


def _reply(reply: Reply) -> CommentedMap:
    data = CommentedMap(issue=reply.issue)
    _put(data, "key", reply.key)
    data["text"] = LiteralScalarString(reply.text + "\n") if "\n" in reply.text or len(reply.text) > 80 else reply.text  # noqa: PLR2004 - what fits a line
    return data


def _indicator(indicator: Indicator) -> CommentedMap:
    data = CommentedMap()
    _put(data, "label", indicator.label)
    unit = indicator.unit
    _put(data, "unit", unit if unit is None or isinstance(unit, str) else _flow(unit.model_dump()))
    _put(data, "measure", indicator.measure)
    _put(data, "issue", indicator.issue)
    data["values"] = _values(indicator)
    if indicator.breakdown:
        data["breakdown"] = [_part(part) for part in indicator.breakdown]
    _put(data, "exhaustive", indicator.exhaustive)
    if indicator.breaks:
        data["breaks"] = _flow({_period(period): reason for period, reason in indicator.breaks.items()})
    _put(data, "share", _flow(indicator.share.model_dump()) if indicator.share else None)
    _put(data, "source", indicator.source)
    _put(data, "report", indicator.report)
    _put(data, "show", indicator.show)
    return data


def _part(part: Part) -> CommentedMap:
    label = part.label if isinstance(part.label, str) else _flow(part.label.model_dump())
    data = CommentedMap(label=label)
    _put(data, "by", part.by)
    _put(data, "exhaustive", part.exhaustive)
    data["values"] = _values(part)
    return data


def _values(series: Series) -> CommentedMap:
    return _flow({_period(period): _observation(observation) for period, observation in series.values.items()})


def _period(period: Period) -> int | str:
    """A period as a key: a year as the number that it is."""
    return int(str(period)) if period.is_year else str(period)


def _observation(observation: Observation) -> Any:  # noqa: ANN401 - a figure, nothing, or fields
    """A bare figure where there is nothing else to say of it."""
    fields = observation.model_dump(exclude_none=True, exclude_defaults=True)
    if set(fields) <= {"value"}:
        return observation.value
    return _flow({"value": observation.value, **fields})


def _flow(fields: Mapping[Any, Any]) -> CommentedMap:
    """Fields on one line."""
    data = CommentedMap(fields)
    data.fa.set_flow_style()
    return data
