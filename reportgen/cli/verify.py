"""The command for an edited document against its data."""

import sys
from pathlib import Path

import click

from reportgen.cli.showing import OUTPUT_FORMAT, PROJECT, dumped, end, rendered


@click.command()
@PROJECT
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.docx")
@OUTPUT_FORMAT
def verify(project: Path, file: Path, shape: str) -> None:
    """Compare FILE.docx, edited in Word, with the data of PROJECT.

    Every figure from data is looked for: unchanged, written differently, changed or gone; numbers without a source,
    edited sentences, paragraphs that were moved, split, merged, added or deleted, and references are listed, and the
    edited text is audited. Nothing is changed. Ends with 1 where a figure contradicts the data.

    Example: reportgen verify inputs edited.docx
    """
    from reportgen.files.reading import read_bytes  # noqa: PLC0415 - as above
    from reportgen.files.refusal import Refused  # noqa: PLC0415 - as above
    from reportgen.limits import FILE_BYTES  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.word.printing import verify_json, verify_text  # noqa: PLC0415 - as above
    from reportgen.word.verify import verify_report  # noqa: PLC0415 - as above

    name = file.as_posix()
    try:
        data = read_bytes(file, name, root=file.parent, limit=FILE_BYTES)
    except Refused as refused:
        click.echo(rendered([refused.diagnostic]), err=True)
        end([refused.diagnostic])
        return
    verified = verify_report(project, data, name)
    if shape == "json":
        click.echo(dumped(verify_json(verified)))
    else:
        click.echo(verify_text(verified, name))
    if verified.failed:
        sys.exit(1)


COMMANDS: tuple[click.Command, ...] = (verify,)
"""The commands of this module, for the command line."""
