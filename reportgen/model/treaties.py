"""The nine core human rights treaties as data.

Sources: the treaties' reporting articles; symbols and word limits: General Assembly resolution 68/268, para. 16,
and the symbols of documents published by the treaty bodies. `{state}` is the ISO 3166 alpha-3 code, `{n}` the
number of the report.
"""

from typing import Literal

from msgspec import Struct

TreatyCode = Literal["cerd", "cescr", "ccpr", "cedaw", "cat", "crc", "cmw", "crpd", "ced"]
DocumentKind = Literal["initial", "periodic", "replies", "core"]
"""An initial or periodic report (also as replies to a list of issues prior to reporting), replies to a list of
issues after a report, or a common core document."""

WORD_LIMITS: dict[DocumentKind, int] = {"initial": 31_800, "periodic": 21_200, "replies": 10_700, "core": 42_400}
"""General Assembly resolution 68/268, para. 16; the limit of replies to a list of issues is advice."""


class Treaty(Struct, frozen=True):
    """What a report to a treaty body says of its treaty and its committee."""

    code: TreatyCode
    name: str
    """The treaty's full name."""
    short: str
    """How the treaty is called after its first mention: `Covenant`, `Convention`."""
    committee: str
    article: str
    """The article under which reports are submitted: `article 40`, `articles 16 and 17`."""
    prefix: str
    """The first components of its symbols: `CCPR/C`."""
    organ: str | None = None
    """The organ that its masthead names in place of the treaty."""

    @property
    def masthead(self) -> str:
        """What the masthead of its documents names: the treaty, or for a committee of another organ that organ."""
        return self.organ or self.name

    @property
    def cited(self) -> str:
        """`article 40 of the Covenant`."""
        return f"{self.article} of the {self.short}"

    def symbols(self, state: str, number: str) -> dict[str, str]:
        """Return the usual symbols of a State's documents of one cycle.

        Args:
            state: the ISO 3166 alpha-3 code.
            number: the number of the report, `3` or `11-12`.

        Returns:
            Symbols of the `report`, the `prior` list of issues, the `issues`, the `replies` and the
            concluding `observations`.
        """
        base = f"{self.prefix}/{state}"
        return {
            "report": f"{base}/{number}",
            "prior": f"{base}/QPR/{number}",
            "issues": f"{base}/Q/{number}",
            "replies": f"{base}/RQ/{number}",
            "observations": f"{base}/CO/{number}",
        }


_CONVENTION = "Convention"

TREATIES: dict[str, Treaty] = {
    treaty.code: treaty
    for treaty in (
        Treaty(
            "cerd",
            "International Convention on the Elimination of All Forms of Racial Discrimination",
            _CONVENTION,
            "Committee on the Elimination of Racial Discrimination",
            "article 9",
            "CERD/C",
        ),
        Treaty(
            "cescr",
            "International Covenant on Economic, Social and Cultural Rights",
            "Covenant",
            "Committee on Economic, Social and Cultural Rights",
            "articles 16 and 17",
            "E/C.12",
            "Economic and Social Council",  # which set the Committee up, in its resolution 1985/17
        ),
        Treaty(
            "ccpr",
            "International Covenant on Civil and Political Rights",
            "Covenant",
            "Human Rights Committee",
            "article 40",
            "CCPR/C",
        ),
        Treaty(
            "cedaw",
            "Convention on the Elimination of All Forms of Discrimination against Women",
            _CONVENTION,
            "Committee on the Elimination of Discrimination against Women",
            "article 18",
            "CEDAW/C",
        ),
        Treaty(
            "cat",
            "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
            _CONVENTION,
            "Committee against Torture",
            "article 19",
            "CAT/C",
        ),
        Treaty(
            "crc",
            "Convention on the Rights of the Child",
            _CONVENTION,
            "Committee on the Rights of the Child",
            "article 44",
            "CRC/C",
        ),
        Treaty(
            "cmw",
            "International Convention on the Protection of the Rights of All Migrant Workers and Members of "
            "Their Families",
            _CONVENTION,
            "Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families",
            "article 73",
            "CMW/C",
        ),
        Treaty(
            "crpd",
            "Convention on the Rights of Persons with Disabilities",
            _CONVENTION,
            "Committee on the Rights of Persons with Disabilities",
            "article 35",
            "CRPD/C",
        ),
        Treaty(
            "ced",
            "International Convention for the Protection of All Persons from Enforced Disappearance",
            _CONVENTION,
            "Committee on Enforced Disappearances",
            "article 29 (1)",
            "CED/C",
        ),
    )
}
"""The treaties by their codes, in the order of their adoption."""
