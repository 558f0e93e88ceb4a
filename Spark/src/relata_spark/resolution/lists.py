"""Lists of rows in one order, so that the same rows are the same line."""

from __future__ import annotations

from pyspark.sql import Column
from pyspark.sql import functions as F


def sorted_list(column: Column | str) -> Column:
    """All values of a group, ascending."""
    return F.array_sort(F.collect_list(column))


def sorted_by(column: Column, name: str) -> Column:
    """All values of a group, ascending by a field that no two have in common; the others may be of
    types that have no order."""
    keyed = F.map_from_entries(F.collect_list(F.struct(column[name], column.alias("value"))))
    return F.transform(F.array_sort(F.map_keys(keyed)), lambda key: keyed[key])
