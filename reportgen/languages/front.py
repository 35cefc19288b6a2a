"""What a language package gives for a whole document: first page, titles, treaties, heads and fixed sentences.

Patterns have fields in braces; `~` stands for a space that does not break.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import import_module

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document.wording import Wording
from reportgen.model.treaties import TreatyCode


class TreatyNames(Struct, frozen=True):
    """A treaty and its committee in one language."""

    name: str
    committee: str
    cited: str
    """The article under which States report: `article 40 of the Covenant`."""
    under: str
    """The same with its preposition: `under article 40 of the Covenant`."""
    short: str
    """How it is called after its first mention: `Covenant`."""
    masthead: str
    """What the masthead names: the treaty, or for the Covenant on economic, social and cultural rights the Council."""


class Front(Struct, frozen=True, kw_only=True):
    """The fixed wording of a document in one language."""

    tag: str
    """The BCP 47 tag of the text: `en-GB`."""
    wording: Wording
    """What numbering and writers add."""
    treaties: Mapping[TreatyCode, TreatyNames]
    state_of: Callable[[str], str]
    """A State's name in a sentence with "of": `of the Sudan`."""
    state_by: Callable[[str], str]
    """The same with "by", after "submitted"."""
    report_ordinal: Callable[[int], str]
    """The number of a report in words before its noun: `third`."""
    ordinal_with: Callable[[int], str] = str
    """The same after "with", where a title needs it: `третьим`."""
    later_ordinal: Callable[[int], str]
    """The same where several stand together: `segundo y tercero` after the noun."""

    # ---- the first page; the masthead's lines are English in Russian, Arabic and Chinese documents too ----
    organization: str
    distribution: str = "Distr.: General"
    masthead_language: str | None = None
    """The language of the masthead's date and lists, where it is another one."""
    own_language: str
    """The line that names the language of the document."""
    is_own_named_twice: bool
    """Whether a document in its original language has that line and the next."""
    original: str = "Original: {language}"
    """{language}"""
    language_names: Mapping[str, str] = {}
    """The six official languages by their English names, as `original` and `languages_only` have them."""
    languages_only: str = "{languages} only"
    """{languages}"""
    received: str
    """{date}"""
    annex_apart: str
    """The note to the title that the annex is a document of its own."""
    titles: Mapping[str, str]
    """{ordinal} {ordinal_with} {first} {first_with} {last} {last_with} {state}
    {of_state} {by_state} {under} {procedure} {due}: by kind of document and of
    number, such as `periodic` and `replies-two`."""
    procedures: Mapping[str, str]
    """By procedure, with the comma before it where the language has one."""
    annex_title: str
    """Behind the title, where the statistical annex is a document of its own: `: statistical annex`."""

    # ---- heads and sentences ----
    contents: str
    abbreviations: str
    heading: str
    """{symbol}: over all replies."""
    cedaw_list: tuple[str, str] | None = None
    """"List of issues", and how the Committee on the Elimination of Discrimination against Women calls its own."""
    reply: str
    """{asked}: over the reply to one issue."""
    not_received: str
    """{asked}"""
    asked_by: Mapping[str, str]
    """{number}: what a reply answers, where the replies to a treaty body have other words than `Wording.asked`."""
    tables: str
    """Over the statistical annex."""
    tables_intro: str


@lru_cache
def load_front(tag: str, treaty: str | None = None) -> Front:
    """Return the fixed wording of a language, in the words of a treaty body where a treaty is named.

    Raises:
        ModuleNotFoundError: it has no package.
    """
    front = import_module(f"reportgen.languages.{tag}.front").FRONT
    if not isinstance(front, Front):
        raise TypeError(f"{tag}: FRONT is not a Front")
    asked = front.asked_by.get(treaty) if treaty else None
    return replace(front, wording=replace(front.wording, asked=asked)) if asked else front
