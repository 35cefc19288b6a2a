"""Write the structure message of a report's observations as SDMX-JSON 2.0: concepts, code lists, structure, dataflow.

The artefacts are maintained by the State and named after the report's symbol, since the code lists hold what this
report holds. Their version has two numbers, which by SDMX 3.0 means that they may change from build to build.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from msgspec import Struct

from reportgen.model.indicators import MEASURE_WORDS

_VERSION = "1.0"
_SCHEMA = (
    "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/"
    "sdmx-json-structure-schema.json"
)
_URN = "urn:sdmx:org.sdmx.infomodel."
OBS_STATUSES = {
    "A": "Normal value",
    "B": "Time series break",
    "E": "Estimated value",
    "O": "Missing value",
    "P": "Provisional value",
    "Q": "Missing value; suppressed",
}
"""The codes of SDMX's CL_OBS_STATUS, version 2.2, that a report uses."""
MEASURES: Mapping[str, str] = dict([*MEASURE_WORDS.items(), ("rank", "rank")])


class ComponentRole(Enum):
    """What a component is; of an attribute, what it belongs to."""

    DIMENSION = "dimension"
    TIME = "time"
    MEASURE = "measure"
    OF_OBSERVATION = "observation"
    OF_INDICATOR = "indicator"


class Component(Struct, frozen=True):
    """A column of the data."""

    id: str
    name: str
    role: ComponentRole
    kind: str | None = None
    """The type of its values; None where a code list gives them."""
    is_mandatory: bool = False


COMPONENTS = (
    Component("REF_AREA", "Reference area", ComponentRole.DIMENSION),
    Component("INDICATOR", "Indicator", ComponentRole.DIMENSION),
    Component("BREAKDOWN", "What the parts divide by", ComponentRole.DIMENSION),
    Component("PART", "Part", ComponentRole.DIMENSION),
    Component("TIME_PERIOD", "Time period", ComponentRole.TIME, "ObservationalTimePeriod"),
    Component("OBS_VALUE", "Observation value", ComponentRole.MEASURE, "Decimal"),
    Component("OBS_STATUS", "Observation status", ComponentRole.OF_OBSERVATION, is_mandatory=True),
    Component("COMMENT_OBS", "Note to the observation", ComponentRole.OF_OBSERVATION, "String"),
    Component("BREAK", "What changed in the series with this period", ComponentRole.OF_OBSERVATION, "String"),
    Component(
        "PREVIOUS_VALUE", "What the last report gave, where it was revised", ComponentRole.OF_OBSERVATION, "Decimal"
    ),
    Component("ORIGIN", "File and line, or cell, of the submission", ComponentRole.OF_OBSERVATION, "String"),
    Component("MEASURE", "Kind of measure", ComponentRole.OF_INDICATOR, is_mandatory=True),
    Component("UNIT_MEASURE", "Unit of measure", ComponentRole.OF_INDICATOR, is_mandatory=True),
    Component("AGENCY", "Agency that reports the indicator", ComponentRole.OF_INDICATOR, is_mandatory=True),
    Component("SOURCE", "Form or register of the figures", ComponentRole.OF_INDICATOR, "String"),
    Component("ISSUE", "Paragraph of the list of issues", ComponentRole.OF_INDICATOR, "Integer"),
)
"""The columns of the data in their order."""
CODE_LISTS = {
    "REF_AREA": "Reference areas",
    "INDICATOR": "Indicators",
    "BREAKDOWN": "Breakdowns",
    "PART": "Parts of breakdowns",
    "UNIT_MEASURE": "Units of measure",
    "AGENCY": "Agencies",
    "MEASURE": "Kinds of measures",
}
"""The code lists of a report by the components that use them."""


class Artefacts(Struct, frozen=True):
    """What the structures of one report are called, and the codes that it uses."""

    agency: str
    """The maintenance agency: the State's ISO 3166 alpha-3 code."""
    state: str
    id: str
    title: str
    prepared: dt.datetime
    lists: Mapping[str, Mapping[str, str]]
    """Names by their codes, for each component that has a code list of the report."""

    @property
    def dataflow(self) -> str:
        """Return how a row of data names its structure."""
        return self._reference(self.id)

    def _reference(self, name: str) -> str:
        return f"{self.agency}:{name}({_VERSION})"

    def artefact(self, prefix: str, name: str) -> dict[str, Any]:
        """Return what every artefact of the report says of itself."""
        return {"id": f"{prefix}{self.id}", "name": name, "version": _VERSION, "agencyID": self.agency}

    def urn(self, package: str, prefix: str) -> str:
        """Return the name by which artefacts refer to one of this report.

        Args:
            package: the package and the class of SDMX: `codelist.Codelist`.
            prefix: what its identifier begins with.
        """
        return f"{_URN}{package}={self._reference(f'{prefix}{self.id}')}"


def write_structure(artefacts: Artefacts) -> bytes:
    """Return the structure message."""
    data = {
        "agencySchemes": [_agencies(artefacts)],
        "conceptSchemes": [_concepts(artefacts)],
        "codelists": list(_code_lists(artefacts)),
        "dataStructures": [_data_structure(artefacts)],
        "dataflows": [
            artefacts.artefact("", artefacts.title)
            | {"structure": artefacts.urn("datastructure.DataStructure", "DSD_")}
        ],
    }
    meta = {
        "schema": _SCHEMA,
        "id": artefacts.id,
        "test": False,
        "prepared": artefacts.prepared.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "contentLanguages": ["en"],
        "sender": {"id": artefacts.agency, "name": artefacts.state},
    }
    return (json.dumps({"meta": meta, "data": data}, indent=2, ensure_ascii=False) + "\n").encode()


def _agencies(artefacts: Artefacts) -> dict[str, Any]:
    agencies = [{"id": artefacts.agency, "name": artefacts.state}]
    scheme = {"id": "AGENCIES", "name": "Agencies", "version": _VERSION, "agencyID": "SDMX"}
    return scheme | {"isPartial": True, "agencies": agencies}


def _concepts(artefacts: Artefacts) -> dict[str, Any]:
    concepts = [{"id": component.id, "name": component.name} for component in COMPONENTS]
    return artefacts.artefact("CS_", "Concepts") | {"concepts": concepts}


def _code_lists(artefacts: Artefacts) -> Iterator[dict[str, Any]]:
    """Yield the code lists of the report, and the part of SDMX's list of statuses that it uses."""
    lists = {**artefacts.lists, "MEASURE": MEASURES}
    for component, name in CODE_LISTS.items():
        yield artefacts.artefact(f"CL_{component}_", name) | {"codes": _named(lists[component])}
    statuses = {"id": "CL_OBS_STATUS", "name": "Observation status", "version": "2.2", "agencyID": "SDMX"}
    yield statuses | {"isPartial": True, "codes": _named(OBS_STATUSES)}


def _named(codes: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"id": code, "name": name} for code, name in codes.items()]


def _data_structure(artefacts: Artefacts) -> dict[str, Any]:
    described = [(component.role, _component(artefacts, component)) for component in COMPONENTS]
    dimensions = [one for role, one in described if role is ComponentRole.DIMENSION]
    parts = {
        "dimensionList": {
            "id": "DimensionDescriptor",
            "dimensions": dimensions,
            "timeDimension": next(one for role, one in described if role is ComponentRole.TIME),
        },
        "measureList": {
            "id": "MeasureDescriptor",
            "measures": [one for role, one in described if role is ComponentRole.MEASURE],
        },
        "attributeList": {
            "id": "AttributeDescriptor",
            "attributes": [
                one for role, one in described if role in {ComponentRole.OF_OBSERVATION, ComponentRole.OF_INDICATOR}
            ],
        },
    }
    return artefacts.artefact("DSD_", "Observations of a report") | {"dataStructureComponents": parts}


def _component(artefacts: Artefacts, component: Component) -> dict[str, Any]:
    concept = f"{artefacts.urn('conceptscheme.ConceptScheme', 'CS_')}.{component.id}"
    described: dict[str, Any] = {
        "id": component.id,
        "conceptIdentity": concept.replace("ConceptScheme=", "Concept="),
        "localRepresentation": _representation(artefacts, component),
    }
    if component.role is ComponentRole.OF_OBSERVATION:
        described |= {"attributeRelationship": {"observation": {}}, "measureRelationship": ["OBS_VALUE"]}
    elif component.role is ComponentRole.OF_INDICATOR:
        described |= {"attributeRelationship": {"dimensions": ["INDICATOR"]}}
    if "attributeRelationship" in described:
        described["usage"] = "mandatory" if component.is_mandatory else "optional"
    return described


def _representation(artefacts: Artefacts, component: Component) -> dict[str, Any]:
    """Return the type of a component's values, or the code list that gives them."""
    if component.kind is not None:
        return {"format": {"dataType": component.kind}}
    if component.id == "OBS_STATUS":
        return {"enumeration": f"{_URN}codelist.Codelist=SDMX:CL_OBS_STATUS(2.2)"}
    return {"enumeration": artefacts.urn("codelist.Codelist", f"CL_{component.id}_")}
