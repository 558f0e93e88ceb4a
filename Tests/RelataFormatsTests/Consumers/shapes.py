"""Checks Turtle files against SHACL shapes with pySHACL and prints for each what does not conform, by severity.

usage: shapes.py SHAPES.ttl GRAPH.ttl …
"""

import json
import sys

import pyshacl
import rdflib

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
shapes = rdflib.Graph().parse(sys.argv[1], format="turtle")
found = []
for path in sys.argv[2:]:
    data = rdflib.Graph().parse(path, format="turtle")
    conforms, report, _ = pyshacl.validate(data, shacl_graph=shapes, allow_warnings=True, meta_shacl=path == sys.argv[2])
    results = {"Violation": [], "Warning": []}
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        severity = report.value(result, SH.resultSeverity).fragment
        results[severity].append(
            f"{report.value(result, SH.focusNode)} {report.value(result, SH.resultPath)}"
        )
    assert conforms == (not results["Violation"])
    found.append({severity: sorted(texts) for severity, texts in results.items()})
json.dump(found, sys.stdout)
