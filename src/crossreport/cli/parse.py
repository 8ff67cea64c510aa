"""`crossreport parse`: sentences, syntax and names as CoNLL-U."""

import click

from crossreport.cli.errors import Stop, one_line_errors


@click.command()
@click.argument("source", default="-", metavar="[FILE|-]")
@click.option("--conllu-in", is_flag=True, help="The input is CoNLL-U: keep its sentences and tokens.")
def parse(source: str, conllu_in: bool) -> None:
    """Read text (or tokens in CoNLL-U) and write CoNLL-U with names in MISC."""
    from crossreport.language.conllu import ConlluError, parse_conllu, parse_text

    try:
        with one_line_errors(), click.open_file(source, encoding="utf-8") as stream:
            text = stream.read()
        click.echo(parse_conllu(text) if conllu_in else parse_text(text), nl=False)
    except (ConlluError, UnicodeDecodeError) as error:
        raise Stop(f"{source}: {error}") from error
