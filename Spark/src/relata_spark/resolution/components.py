"""Connected components of a graph that no machine holds: large-star and small-star in joins.

R. Kiveris, S. Lattanzi, V. Mirrokni, V. Rastogi, S. Vassilvitskii: Connected Components in
MapReduce and Beyond (2014). The number of rounds is O(log² n) for n nodes; graphs of names take
few. Each round writes at most as many edges as the one before.
"""

from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from relata_spark.errors import RelataError, Status
from relata_spark.resolution.stages import Stages

_ROUNDS = 60
"""So many that only a defect needs more."""


def components(stages: Stages, name: str, edges: DataFrame) -> DataFrame:
    """For each ``node`` of the edges its ``component``: the smallest node connected with it.

    Parameters:
        name: under which rounds are written.
        edges: columns ``a`` and ``b``, texts, in any direction; a node without an edge is there
            as an edge to itself.
    """
    nodes = edges.select(F.col("a").alias("node")).union(edges.select("b")).distinct()
    current = stages.save(f"{name}-0", _distinct(edges.where("a <> b")))
    before = _signature(current)
    for number in range(1, _ROUNDS + 1):
        stars = _small_star(_large_star(current))
        current = stages.save(f"{name}-{number}", stars)
        after = _signature(current)
        if after == before:
            break
        before = after
    else:
        raise RelataError(Status.INTERNAL, f"{name}: not connected after {_ROUNDS} rounds")
    # Each node's only edge leads to the smallest of its component.
    return nodes.join(current.select(F.col("a").alias("node"), "b"), "node", "left").select(
        "node", F.coalesce("b", "node").alias("component")
    )


def _distinct(edges: DataFrame) -> DataFrame:
    """From the larger node to the smaller, each edge once."""
    return edges.select(F.greatest("a", "b").alias("a"), F.least("a", "b").alias("b")).distinct()


def _signature(edges: DataFrame) -> tuple[int, int]:
    """Two numbers that tell sets of edges apart: all that the driver sees of them."""
    row = edges.agg(
        F.count("*").alias("count"),
        F.coalesce(F.bit_xor(F.xxhash64("a", "b")), F.lit(0)).alias("hash"),
    ).first()
    return (row["count"], row["hash"]) if row is not None else (0, 0)


def _large_star(edges: DataFrame) -> DataFrame:
    """Connects each node's larger neighbours with the smallest of its neighbours and itself."""
    both = edges.select("a", "b").union(edges.select(F.col("b").alias("a"), F.col("a").alias("b")))
    least = both.groupBy("a").agg(F.min("b").alias("m")).select("a", F.least("a", "m").alias("m"))
    return _distinct(
        both.where("b > a").join(least, "a").select(F.col("b").alias("a"), F.col("m").alias("b"))
    )


def _small_star(edges: DataFrame) -> DataFrame:
    """Connects each node and its smaller neighbours with the smallest of them."""
    least = edges.groupBy("a").agg(F.min("b").alias("m"))
    joined = edges.join(least, "a")
    return _distinct(
        joined.where("b <> m")
        .select(F.col("b").alias("a"), F.col("m").alias("b"))
        .union(least.select("a", F.col("m").alias("b")))
    )
