"""`crossreport actors`: the user's own actors, and lists that others keep."""

from collections import Counter
from pathlib import Path

import click

from crossreport.cli.errors import Stop, one_line_errors


@click.group()
def actors() -> None:
    """The register of actors: add your own, turn others' lists into files of yours."""


@actors.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def add(file: Path) -> None:
    """Add a YAML file of actors (docs/actors.md); adding a file of the same name again replaces it."""
    from crossreport.words.own_actors import add_actors

    with one_line_errors():
        count = add_actors(file)
    click.echo(f"{count} actors added from {file}; pages that are read from now on know them")


@actors.command(name="list")
def list_added() -> None:
    """The files that were added, with the number of their actors."""
    from crossreport.words.actors import read_sections
    from crossreport.words.own_actors import own_files

    with one_line_errors():
        rows = [(path, len(read_sections(path))) for path in own_files()]
    for path, count in rows:
        click.echo(f"{path.stem}\t{count}")
    if not rows:
        click.echo("no file was added; `crossreport actors add FILE` adds one", err=True)


@actors.command()
@click.argument("name")
def remove(name: str) -> None:
    """Take an added file out again, by the name that `actors list` shows."""
    from crossreport.words.own_actors import remove_actors

    with one_line_errors():
        gone = remove_actors(name)
    if not gone:
        raise Stop(f"{name}: no such file; `crossreport actors list` shows them")
    click.echo(f"{name} removed; pages read so far keep what they say")


@actors.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--format", "form", required=True, type=click.Choice(["petrarch", "ucdp", "ftm"]), help="The list's form."
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write; FILE.yaml if not given."
)
@click.option("--country", metavar="CODE", help="ISO alpha-2 code for actors of whom the list names no country.")
@click.option("--all", "everything", is_flag=True, help="Keep actors whose names the register already knows.")
def import_list(file: Path, form: str, output: Path | None, country: str | None, everything: bool) -> None:
    """Turn a list that others keep into a YAML file of yours, to be looked over and then added.

    FILE is a PETRARCH or Phoenix actor dictionary (petrarch), UCDP's actor list as CSV (ucdp), or FollowTheMoney
    entities as JSON Lines (ftm); it may be gzipped. Names count on pages that speak of the actor's country.
    """
    from crossreport.words.actor_lists import ListError, read_list, to_yaml
    from crossreport.words.actors import countries
    from crossreport.words.register import register, split_words

    if country is not None and country not in countries():
        raise Stop(f"--country {country}: no country has this code; write an ISO alpha-2 code as YE")
    with one_line_errors():
        text = _text(file)
        try:
            found = read_list(text, form, source=file.name, country=country)
        except ListError as error:
            raise Stop(f"{file}: {error}") from error
        left_out = Counter(found.left_out)
        kept = []
        for entry in found.entries:
            hits = register().hits(split_words(entry.name))
            known = any(hit.first == 0 and hit.last == len(split_words(entry.name)) for hit in hits)
            if known and not everything:
                left_out["known to the register"] += 1
            else:
                kept.append(entry)
        target = output or file.with_name(f"{file.name.split('.')[0]}.yaml")
        if target.exists():
            raise Stop(f"{target} exists; name another file with -o")
        target.write_text(to_yaml(kept, title=f"From {file.name}, read as {form}."), encoding="utf-8")
    reasons = "; ".join(f"{count} left out: {reason}" for reason, count in sorted(left_out.items()))
    click.echo(f"{len(kept)} actors written to {target}" + (f" ({reasons})" if reasons else ""))
    click.echo(f"look it over, then: crossreport actors add {target}")


def _text(file: Path) -> str:
    """A list's text, gzipped or not."""
    import gzip

    raw = file.read_bytes()
    try:
        return (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Stop(f"{file}: byte {error.start} is no UTF-8; save the list as UTF-8") from error
