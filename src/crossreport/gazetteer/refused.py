"""Why a list of places cannot be read, and the cells that every form of list shares."""


class ImportRefused(ValueError):
    """A list of places that cannot be read; the message names line and column."""


def degrees(cell: str, most: float, number: int) -> float:
    """A cell of degrees between -`most` and `most`; a decimal comma is read.

    Raises:
        ImportRefused: it holds no number, or a larger one.
    """
    try:
        value = float(cell.strip().replace(",", "."))
    except ValueError as error:
        raise ImportRefused(f"line {number}: {cell!r} is no number of degrees") from error
    if not -most <= value <= most:
        raise ImportRefused(f"line {number}: {cell} degrees; at most {most:g}")
    return value


def whole(cell: str, column: str, number: int) -> int:
    """A cell that holds a whole number.

    Raises:
        ImportRefused: it holds no number.
    """
    try:
        return int(float(cell.strip().replace(",", "")))
    except ValueError as error:
        raise ImportRefused(f"line {number}: {column} {cell!r} is no number") from error
