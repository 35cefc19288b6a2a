"""Names of States for a new project, from their ISO 3166 alpha-3 codes.

CLDR, through Babel, knows a short name of every territory. Where the United Nations calls a Member or Observer State
otherwise (UNTERM, short names), its name stands here. The name is a proposal: `report.yaml` has the last word.
"""

import unicodedata

_UNITED_NATIONS = {
    "BOL": "Bolivia (Plurinational State of)",
    "BRN": "Brunei Darussalam",
    "COD": "Democratic Republic of the Congo",
    "COG": "Congo",
    "CPV": "Cabo Verde",
    "FSM": "Micronesia (Federated States of)",
    "GBR": "United Kingdom of Great Britain and Northern Ireland",
    "IRN": "Iran (Islamic Republic of)",
    "KOR": "Republic of Korea",
    "LAO": "Lao People’s Democratic Republic",
    "MDA": "Republic of Moldova",
    "MMR": "Myanmar",
    "NLD": "Netherlands (Kingdom of the)",
    "PRK": "Democratic People’s Republic of Korea",
    "PSE": "State of Palestine",
    "RUS": "Russian Federation",
    "STP": "Sao Tome and Principe",
    "SYR": "Syrian Arab Republic",
    "TUR": "Türkiye",
    "TZA": "United Republic of Tanzania",
    "USA": "United States of America",
    "VAT": "Holy See",
    "VCT": "Saint Vincent and the Grenadines",
    "VEN": "Venezuela (Bolivarian Republic of)",
    "VNM": "Viet Nam",
}
_NO_TERRITORIES = {"ZZ", "QO", "EU"}
_CODE_LENGTH = 2
"""Letters of the codes that CLDR names territories by."""


def state_name(code: str) -> str | None:
    """Return the English name of a State, or None where its code is not known.

    Args:
        code: the ISO 3166 alpha-3 code: `KAZ`.
    """
    from babel.core import Locale, get_global  # only where a project is begun

    if code in _UNITED_NATIONS:
        return _UNITED_NATIONS[code]
    codes = get_global("territory_aliases").get(code, [])
    if not code.isalpha() or len(codes) != 1 or len(codes[0]) != _CODE_LENGTH or codes[0] in _NO_TERRITORIES:
        return None
    name: str | None = Locale("en").territories.get(codes[0])
    return name.replace("St. ", "Saint ").replace("&", "and") if name else None


def state_code(name: str) -> str | None:
    """Return the ISO 3166 alpha-3 code of a State by its English name, or None where the name is not known.

    Args:
        name: the short name, with or without `the`: `Kazakhstan`, `the Russian Federation`.
    """
    from babel.core import get_global  # only where a published report is imported

    wanted = _folded(name).removeprefix("the ").strip()
    codes = (code for code in (*_UNITED_NATIONS, *get_global("territory_aliases")) if len(code) == len("KAZ"))
    return next((code for code in codes if (known := state_name(code)) and _folded(known) == wanted), None)


def _folded(name: str) -> str:
    """Return a name without its capitals, accents and curled apostrophes: `cote d'ivoire`."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "'").casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
