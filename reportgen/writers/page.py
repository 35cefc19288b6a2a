"""Pages for the people who make a report, such as its status or an audit: one look, one policy, one renderer.

A page is complete in itself: no script, nothing that a browser would fetch, and a policy that forbids both. Its
template and the style sheet of all pages ship with the program in `templates/pages/`; a project cannot replace them.
"""

from collections.abc import Mapping

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reportgen import __version__
from reportgen.diagnostics import shown
from reportgen.files.shipped import shipped_folder
from reportgen.writers.policy import content_policy


def render_page(name: str, title: str, facts: Mapping[str, str], **values: object) -> str:
    """Return a page as HTML.

    Args:
        name: of its template in `templates/pages/`, without the ending: `status`.
        title: of the page.
        facts: what stands under the title, as label and value.
        values: what the template prints. Text is escaped, and characters that cannot be shown become their codes.
    """
    folder = shipped_folder() / "pages"
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style = (folder / "page.css").read_text(encoding="utf-8")
    return environment.get_template(f"{name}.html.j2").render(
        title=title,
        facts=facts,
        style=Markup(style),
        policy=Markup(content_policy(style)),
        version=__version__,
        **values,
    )


def _printable(value: object) -> object:
    """Return text fit to print, character by character, as long as it is; markup and numbers stay as they are."""
    return "".join(map(shown, value)) if isinstance(value, str) and not hasattr(value, "__html__") else value
