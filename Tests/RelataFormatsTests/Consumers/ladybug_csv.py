"""Loads nodes.csv and edges.csv into an embedded LadybugDB by Documentation/ladybug.cypher and prints rows as JSON.

usage: ladybug_csv.py NODES EDGES [NAME=QUERY …]
"""

import json
import os
import pathlib
import sys
import tempfile

import ladybug

script = pathlib.Path(__file__).parents[3] / "Documentation" / "ladybug.cypher"
answers = {}
with tempfile.TemporaryDirectory() as folder:
    for name, path in zip(["nodes.csv", "edges.csv"], sys.argv[1:3]):
        os.symlink(path, os.path.join(folder, name))
    os.chdir(folder)
    connection = ladybug.Connection(ladybug.Database(":memory:"))
    for statement in script.read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            connection.execute(statement)
    for argument in sys.argv[3:]:
        name, query = argument.split("=", 1)
        result = connection.execute(query)
        rows = []
        while result.has_next():
            rows.append([str(value) for value in result.get_next()])
        answers[name] = sorted(rows)
    os.chdir("/")
json.dump(answers, sys.stdout)
