"""The record's tables as data frames of pandas, polars and GeoPandas: days are dates, silence is a missing value.

Each library is an extra of its own and imported only when it is asked for.
"""

import datetime as dt
from typing import Any

from crossreport.export.extras import needed
from crossreport.export.tables import Column, Kind, Table

_PANDAS: dict[Kind, str] = {
    "text": "string",
    "number": "float64",
    "whole": "Int64",
    "truth": "boolean",
    "day": "datetime64[s]",
}
DEGREES = "EPSG:4326"  # WGS 84, as the record gives points


def to_pandas(table: Table) -> Any:
    """A `pandas.DataFrame`; days are `datetime64`.

    Raises:
        MissingExtra: pandas is not installed.
    """
    pandas = needed("pandas", "pandas")
    made = {one.name: pandas.Series(values_of(table, one), dtype=_PANDAS[one.kind]) for one in table.columns}
    return pandas.DataFrame(made)


def to_polars(table: Table) -> Any:
    """A `polars.DataFrame`; days are `Date`.

    Raises:
        MissingExtra: polars is not installed.
    """
    polars = needed("polars", "polars")
    types = {
        "text": polars.String,
        "number": polars.Float64,
        "whole": polars.Int64,
        "truth": polars.Boolean,
        "day": polars.Date,
    }
    return polars.DataFrame([polars.Series(one.name, values_of(table, one), types[one.kind]) for one in table.columns])


def to_geopandas(table: Table) -> Any:
    """A `geopandas.GeoDataFrame` with a point in degrees (WGS 84) a row; a row without a point keeps an empty one.

    Raises:
        MissingExtra: GeoPandas is not installed.
        ValueError: the table has no place.
    """
    if not {"place_lat", "place_lon"} <= {column.name for column in table.columns}:
        raise ValueError("this table has no place: take events or reports")
    geopandas = needed("geopandas", "geopandas")
    shapely = needed("shapely", "geopandas")
    places = [(row["place_lon"], row["place_lat"]) for row in table.rows]
    points = [None if None in place else shapely.Point(place) for place in places]
    return geopandas.GeoDataFrame(to_pandas(table), geometry=points, crs=DEGREES)


def values_of(table: Table, column: Column) -> list[Any]:
    """A column's values, days as dates."""
    values = [row[column.name] for row in table.rows]
    if column.kind != "day":
        return values
    return [None if value is None else dt.date.fromisoformat(value) for value in values]
