"""What the heads choose from: entity types, relations, kinds of mentions. The order is the order of their rows in the model file."""
import re

KINDS = ["name", "demonym", "nominal", "pronoun"]
TYPES = ["Person", "PopulationGroup", "Organization", "ArmedGroup", "GovernmentBody", "Company", "MediaOutlet", "PoliticalParty",
         "InternationalOrganization", "University", "SportsTeam", "CriminalGroup", "Place", "Country", "Region", "City", "Facility",
         "MilitaryBase", "Ship", "Event", "Agreement", "Work", "Thing"]
MODALITIES = ["asserted", "reported", "planned", "alleged", "hypothetical"]
OTHER = "other"


def relations(path):
    """The relations of an annotator's list (`name (symmetric): definition`), `other` last; and which of them are symmetric."""
    names, symmetric = [], set()
    with open(path, encoding="utf-8") as f:
        for line in f:
            if ":" in line:
                name = line.split(":")[0].split(" ")[0]
                names.append(name)
                if "(symmetric)" in line.split(":")[0]:
                    symmetric.add(name)
    return names + [OTHER], symmetric


def ontology(path):
    """For each relation of an ontology file the types that its subject and its object may have, subtypes included."""
    parents, found, name = {}, {}, None
    with open(path, encoding="utf-8") as f:
        for line in f:
            m = re.match(r"  (\w+): \{parent: (\w+)", line)
            if m:
                parents[m[1]] = m[2]
            m = re.match(r"  (\w+):$", line)
            if m:
                name = m[1]
            m = re.match(r"    (domain|range): \[(.*)\]", line)
            if m and name:
                found.setdefault(name, {})[m[1]] = [t.strip() for t in m[2].split(",")]

    def kinds(t):
        while t:
            yield t
            t = parents.get(t)
    return {r: tuple({i for i, t in enumerate(TYPES) if set(kinds(t)) & set(v[side])} for side in ("domain", "range"))
            for r, v in found.items() if len(v) == 2}
