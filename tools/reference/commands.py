"""Every command with its arguments and options, as Markdown, from what `--help` knows."""

from collections.abc import Iterator

import click

from crossreport.cli.main import main
from tools.reference.markdown import cell, table

Found = tuple[tuple[str, ...], click.Command]


def commands(command: click.Command = main, path: tuple[str, ...] = ("crossreport",)) -> Iterator[Found]:
    """Each command that does something, with the words that call it, by name; groups come before what they hold."""
    yield path, command
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            yield from commands(command.commands[name], (*path, name))


def reference() -> str:
    """All commands.

    Raises:
        ValueError: an option or command says nothing about itself.
    """
    return "\n".join(section for path, command in commands() for section in _section(path, command))


def _section(path: tuple[str, ...], command: click.Command) -> Iterator[str]:
    context = click.Context(command, info_name=" ".join(path), help_option_names=["-h", "--help"])
    if not command.help:
        raise ValueError(f"{' '.join(path)} says nothing about itself: give its function a docstring")
    yield f"## `{' '.join(path)}`\n"
    yield f"```text\n{' '.join([*path, *command.collect_usage_pieces(context)])}\n```\n"
    yield _help(command.help)
    if isinstance(command, click.Group):
        known = ", ".join(f"`{' '.join([*path, name])}`" for name in sorted(command.commands))
        yield f"Commands: {known}.\n"
    options = [each for each in command.get_params(context) if isinstance(each, click.Option) and not each.hidden]
    yield table(("option", "what it does"), [_row(path, option, context) for option in options])


def _help(text: str) -> str:
    """The help text; what stands behind `\\b` keeps its lines."""
    paragraphs = []
    for paragraph in text.strip().split("\n\n"):
        lines = [line.strip() if "\b" not in paragraph else line for line in paragraph.splitlines()]
        if "\b" in lines:
            kept = "\n".join(line.strip() for line in lines if line != "\b")
            paragraphs.append(f"```text\n{kept}\n```\n")
        else:
            paragraphs.append(cell(" ".join(lines)) + "\n")
    return "\n".join(paragraphs)


def _row(path: tuple[str, ...], option: click.Option, context: click.Context) -> tuple[str, str]:
    shown = option.get_help_record(context)
    if shown is None or not option.help:
        raise ValueError(f"{' '.join(path)} {option.opts[0]} says nothing about itself: give it a help text")
    return f"`{shown[0]}`", cell(" ".join(shown[1].split()))
