"""Runs a Cypher script in an embedded LadybugDB, twice, then queries, and prints their rows as JSON.

usage: cypher.py SCRIPT [NAME=QUERY …]
"""

import json
import sys

import ladybug

connection = ladybug.Connection(ladybug.Database(":memory:"))


def rows(query):
    result = connection.execute(query)
    found = []
    while result.has_next():
        found.append(result.get_next())
    return found


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    script = file.read()
# A statement ends with a semicolon at the end of a line; strings hold no line feed.
statements = [s for s in script.split(";\n") if s]
for _ in range(2):
    for statement in statements:
        rows(statement)
answers = {}
for argument in sys.argv[2:]:
    name, query = argument.split("=", 1)
    answers[name] = sorted([json.dumps(v) if not isinstance(v, str) else v for v in row] for row in rows(query))
json.dump({"statements": len(statements), "rows": answers}, sys.stdout)
