"""Records → one graph: resolution on a cluster, which gives the graph of ``relata build``.

Spark groups, sums, joins and sorts rows; whatever is decided is decided by ``relata step``, line
by line. ``Documentation/spark-resolution.md`` describes the steps and their bounds.
"""

from relata_spark.resolution.graph import FORMATS, write_graph
from relata_spark.resolution.neighbourhood import neighbourhood
from relata_spark.resolution.resolve import Graph, resolve
from relata_spark.resolution.steps import RuleText, Steps

__all__ = ["FORMATS", "Graph", "RuleText", "Steps", "neighbourhood", "resolve", "write_graph"]
