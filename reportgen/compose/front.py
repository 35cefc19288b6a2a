"""Write the fixed words of a document in its language, for the templates: first page, title, heads."""

from collections.abc import Sequence
from unicodedata import combining, normalize

from msgspec import Struct

from reportgen.document.wording import say
from reportgen.languages.front import Front, load_front
from reportgen.languages.words import capital
from reportgen.model import Settings
from reportgen.sentences import Narrator


class WordsView(Struct, frozen=True):
    """The fixed words of the document, in its language."""

    organization: str
    """`United Nations`."""
    distribution: str
    """`Distr.: General`."""
    language: str
    """The line that names the language of the document; empty where the next one says it."""
    date: str
    """The day of submission in the masthead; empty where it is not known."""
    original: str
    """`Original: English`."""
    languages: str
    """`English, French and Spanish only`; empty where it is issued in all."""
    title: str
    """The usual formula of the title."""
    annex_apart: str
    """The note to the title that the annex is a document of its own."""
    received: str
    """`[Date received: 30 May 2024]`; empty where the date is not known."""
    contents: str
    """`Contents`."""
    abbreviations: str
    """`Abbreviations`."""
    heading: str
    """`Replies to the list of issues (CCPR/C/KAZ/QPR/3)`; empty without such a list."""
    tables: str
    """`Statistical tables`."""
    tables_intro: str
    """What the statistical annex is, and what its signs mean."""
    annex_title: str
    """What follows the title where the annex is a document of its own: `: statistical annex`."""


def write_words(settings: Settings, narrator: Narrator) -> WordsView:
    """Return the fixed words of a report.

    Args:
        settings: what `report.yaml` says.
        narrator: writes dates and lists in the language.
    """
    front = load_front(settings.language)
    received, submitted = settings.dates.received, settings.dates.submitted
    masthead = Narrator({}, front.masthead_language) if front.masthead_language else narrator
    return WordsView(
        organization=front.organization,
        distribution=front.distribution,
        language=_language_line(settings, front),
        original=say(front.original, language=_translated(front, _original(settings, front))),
        date=masthead.date(submitted) if submitted else "",
        languages=_issued_in(settings.languages, front, masthead),
        title=write_title(settings, front),
        annex_apart=front.annex_apart,
        received=say(front.received, date=narrator.date(received)) if received else "",
        contents=front.contents,
        abbreviations=front.abbreviations,
        heading=_of_treaty(say(front.heading, symbol=settings.list_of_issues), settings, front)
        if settings.list_of_issues
        else "",
        tables=front.tables,
        tables_intro=front.tables_intro,
        annex_title=say(front.annex_title),
    )


def write_title(settings: Settings, front: Front) -> str:
    """Return the title of a document by the usual formula of its language."""
    first, last, state = settings.combined_from, settings.cycle, settings.state.in_text or settings.state.name
    title = say(
        front.titles[_kind(settings)],
        ordinal=front.report_ordinal(last),
        first=front.later_ordinal(first or last),
        last=front.later_ordinal(last),
        ordinal_with=front.ordinal_with(last),
        first_with=front.ordinal_with(first or last),
        last_with=front.ordinal_with(last),
        state=settings.state.name,
        of_state=front.state_of(state),
        by_state=front.state_by(state),
        under=say(front.treaties[settings.treaty].under),
        procedure=front.procedures[settings.procedure],
        due=settings.dates.due,
    )
    return _of_treaty(capital(title), settings, front)


def _of_treaty(text: str, settings: Settings, front: Front) -> str:
    """Return a text with the name that the Committee of the treaty has for its list of issues."""
    return text.replace(*front.cedaw_list) if settings.treaty == "cedaw" and front.cedaw_list else text


def _kind(settings: Settings) -> str:
    """Return the kind of a title: `initial`, `periodic`, `two` or `more` reports, of `replies-` as well."""
    if settings.document in {"core", "initial"}:
        return settings.document
    first = settings.combined_from
    is_reply = settings.document == "replies"
    kind = "initial" if is_reply and settings.cycle == 1 else "periodic"
    if first:
        kind = "two" if settings.cycle - first == 1 else "more"
    return f"replies-{kind}" if is_reply else kind


def _language_line(settings: Settings, front: Front) -> str:
    is_own = _translated(front, _original(settings, front)) == _own_language(front)
    return "" if is_own and not front.is_own_named_twice else front.own_language


def _original(settings: Settings, front: Front) -> str:
    return settings.original_language or _own_language(front)


def _own_language(front: Front) -> str:
    """Return the language of the document as the line on its original names it."""
    names = front.language_names.values()
    return front.own_language.lower() if front.own_language.lower() in names else front.own_language


def _translated(front: Front, language: str) -> str:
    """Return a language in the language of the document, where it was given in English."""
    return front.language_names.get(language, language)


def _unaccented(word: str) -> str:
    """Return a word by which an alphabet sorts it: `árabe` before `español`."""
    return "".join(letter for letter in normalize("NFD", word.casefold()) if not combining(letter))


def _issued_in(languages: Sequence[str], front: Front, narrator: Narrator) -> str:
    """Return the line on the languages of issue, in the order of the alphabet of the line."""
    if not languages:
        return ""
    names = sorted((_translated(front, language) for language in languages), key=_unaccented)
    line = say(front.languages_only, languages=narrator.listed(names))
    return capital(line)
