"""The sandbox of templates: what writes raw HTML, or cannot be the same twice, is not there."""

import pytest
from jinja2 import TemplateAssertionError, UndefinedError
from jinja2.exceptions import SecurityError

from reportgen.compose.environment import FolderLoader, build_environment

BANNED = ["forceescape", "pprint", "random", "safe", "striptags", "tojson", "urlize", "xmlattr"]


@pytest.mark.parametrize("name", BANNED)
def test_a_filter_that_a_template_must_not_have_is_unknown(name: str) -> None:
    """Even where nothing would come of it."""
    environment = build_environment(FolderLoader(None), {}, {})

    assert name not in environment.filters
    with pytest.raises(TemplateAssertionError, match=f"No filter named '{name}'"):
        environment.from_string(f"{{{{ words | {name} }}}}")


def test_other_filters_of_jinja_are_there() -> None:
    """And a filter of ours takes the place of one of Jinja."""
    environment = build_environment(FolderLoader(None), {"first": lambda words: f"ours: {words}"}, {"word": "told"})

    assert (
        "TOLD 4 ours: told"
        == environment.from_string("{{ word | upper }} {{ word | length }} {{ word | first }}").render()
    )


def test_text_is_escaped() -> None:
    """Also what a filter gave."""
    environment = build_environment(FolderLoader(None), {}, {})

    assert "&lt;b&gt; &lt;B&gt;" == environment.from_string("{{ a }} {{ a | upper }}").render(a="<b>")


def test_a_name_that_nobody_gave_is_an_error() -> None:
    """Never an empty place in a report."""
    with pytest.raises(UndefinedError):
        build_environment(FolderLoader(None), {}, {}).from_string("{{ nothing }}").render()


@pytest.mark.parametrize("code", ["{{ a.append(1) }}", "{{ a.__class__ }}{{ a.__class__.__mro__ }}"])
def test_nothing_is_changed_or_reached_into(code: str) -> None:
    """Lists stay what they are, and classes out of reach."""
    with pytest.raises((SecurityError, UndefinedError)):
        build_environment(FolderLoader(None), {}, {}).from_string(code).render(a=[0])
