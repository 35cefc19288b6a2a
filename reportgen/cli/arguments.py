"""Arguments that several commands take; unlike the options, they load no languages."""

from pathlib import Path

import click

PROJECT = click.argument("project", type=click.Path(path_type=Path))


def behind_project(
    context: click.Context, parameter: click.Parameter, value: Path | tuple[Path, ...]
) -> Path | tuple[Path, ...]:
    """Return what is named behind a project.

    Raises:
        click.UsageError: a file stands first, and the folder behind it.
    """
    del parameter
    project: Path = context.params["project"]
    folder = next((one for one in (value if isinstance(value, tuple) else (value,)) if one.is_dir()), None)
    if folder is not None and project.is_file():
        call = f"reportgen {context.info_name} {folder.as_posix()} {project.as_posix()}"
        raise click.UsageError(f"The folder of the project stands first: {call}")
    return value
