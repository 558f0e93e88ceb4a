"""Validates FollowTheMoney entities with the model's own package and prints what each file holds as JSON.

Every entity and every value must be valid by its schema, and every reference must lead to an entity of a schema that the
property admits.
"""

import json
import sys

from followthemoney import model

found = []
for path in sys.argv[1:]:
    errors = []
    entities = {}
    with open(path, encoding="utf-8", newline="\n") as file:
        lines = file.read().split("\n")
    assert lines.pop() == ""
    for line in lines:
        data = json.loads(line)
        schema = model.get(data["schema"])
        try:
            schema.validate(data)
        except Exception as error:
            errors.append(f"{data['id']}: {error}: {getattr(error, 'errors', '')}")
        proxy = model.get_proxy(data, cleaned=False)
        if data["id"] in entities:
            errors.append(f"{data['id']} is there twice")
        entities[data["id"]] = proxy
    for proxy in entities.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                other = entities.get(value)
                if other is None or not other.schema.is_a(prop.range):
                    errors.append(f"{proxy.id} {prop.name}: {value} is {other and other.schema.name}")
    found.append(
        {
            "errors": errors[:5],
            "entities": [
                {"id": proxy.id, "schema": proxy.schema.name, "properties": {k: sorted(v) for k, v in proxy.to_dict()["properties"].items()}}
                for proxy in entities.values()
            ],
        }
    )
json.dump(found, sys.stdout)
