"""Reads one graph in every format with the programs that people read it with, and prints as JSON what each took it for.

usage: injection.py DOT GRAPHML NODES EDGES JSONLD TURTLE NQUADS GEXF CYPHER CYTOSCAPE NODELINK FTM TIMELINE
       ONTOLOGY SHAPES
"""

import csv
import json
import subprocess
import sys
import urllib.parse

import ladybug
import lxml.etree
import networkx
import pyoxigraph
import pyshacl
import rdflib
from followthemoney import model

(dot, graphml, nodes, edges, jsonld, turtle, nquads, gexf, cypher, cytoscape, nodelink, ftm, timeline) = sys.argv[1:14]
(ontology, shapes) = sys.argv[14:]
SCHEMA_NAME = "https://schema.org/name"
found = {}


def tell(format, names, edge_count, foreign=()):
    found[format] = {"names": sorted(names), "edges": edge_count, "foreign": sorted(set(map(str, foreign)))}


def active(svg):
    """What a browser would run or fetch: elements, attributes and links that a drawing has no use for."""
    tree = lxml.etree.fromstring(svg, lxml.etree.XMLParser(resolve_entities=False, no_network=True))
    for element in tree.iter():
        name = element.tag if isinstance(element.tag, str) else ""
        tag = lxml.etree.QName(name).localname if name else ""
        if tag in ("script", "foreignObject", "image", "use", "iframe", "animate", "set", "handler"):
            yield tag
        for attribute, value in element.attrib.items():
            local = lxml.etree.QName(attribute).localname
            if local.lower().startswith("on"):
                yield local
            if local in ("href", "src") and not value.startswith(
                ("https://www.wikidata.org/wiki/", "https://www.geonames.org/", "#")
            ):
                yield value


def dot_output(*arguments):
    ran = subprocess.run(["dot", *arguments, dot], capture_output=True, check=True)
    assert not ran.stderr, ran.stderr
    return ran.stdout


plain = dot_output("-Tplain", "-Kcirco").decode().split("\n")
svg = dot_output("-Tsvg", "-Kcirco")
found["dot"] = {
    "names": [],
    # The legend is a node of its own.
    "nodes": sum(line.startswith("node ") for line in plain) - 1,
    "edges": sum(line.startswith("edge ") for line in plain),
    "foreign": sorted(set(active(svg))),
}
found["timeline"] = {"names": [], "foreign": sorted(set(active(open(timeline, "rb").read())))}

graph = networkx.read_graphml(graphml, force_multigraph=True)
tell("graphml", [data["name"] for _, data in graph.nodes(data=True)], graph.number_of_edges())
graph = networkx.read_gexf(gexf)
tell("gexf", [data["label"] for _, data in graph.nodes(data=True)], graph.number_of_edges())
with open(nodelink, encoding="utf-8") as file:
    graph = networkx.node_link_graph(json.load(file), edges="links")
tell("nodelink", [data["name"] for _, data in graph.nodes(data=True)], graph.number_of_edges())
with open(cytoscape, encoding="utf-8") as file:
    graph = networkx.cytoscape_graph(json.load(file))
tell("cytoscape", [data["name"] for _, data in graph.nodes(data=True)], graph.number_of_edges())

with open(nodes, newline="", encoding="utf-8") as file:
    names = [row["name"] for row in csv.DictReader(file, strict=True)]
with open(edges, newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file, strict=True))
assert all(None not in row and None not in row.values() for row in rows)
tell("csv", names, len(rows))

for format, path, kind in [
    ("jsonld", jsonld, pyoxigraph.RdfFormat.JSON_LD),
    ("turtle", turtle, pyoxigraph.RdfFormat.TURTLE),
    ("nquads", nquads, pyoxigraph.RdfFormat.N_QUADS),
]:
    quads = list(pyoxigraph.parse(path=path, format=kind))
    terms = [t for q in quads for t in (q.subject, q.predicate, q.object, q.graph_name)]
    iris = [t.value for t in terms if isinstance(t, pyoxigraph.NamedNode)]
    named = {
        (q.subject.value, q.object.value)
        for q in quads
        if q.predicate.value == SCHEMA_NAME and "/entity/" in q.subject.value
    }
    statements = {
        q.subject for q in quads if q.object == pyoxigraph.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement")
    }
    tell(format, [name for _, name in named], len(statements), [i for i in iris if i.startswith("http://evil")])

connection = ladybug.Connection(ladybug.Database(":memory:"))


def query(text):
    result = connection.execute(text)
    rows = []
    while result.has_next():
        rows.append(result.get_next())
    return rows


with open(cypher, encoding="utf-8", newline="") as file:
    for statement in file.read().split(";\n"):
        if statement:
            query(statement)
tell(
    "cypher",
    [name for (name,) in query("MATCH (n:Entity) RETURN n.name")],
    query("MATCH (:Entity)-[r]->(:Entity) RETURN count(*)")[0][0],
)

with open(ftm, encoding="utf-8") as file:
    proxies = [model.get_proxy(json.loads(line), cleaned=False) for line in file]
tell("followthemoney", [p.caption for p in proxies if p.schema.name == "Person"], 0)

RELATA = "https://relata.dev/ns#"
KIND = "https://relata.dev/ns/type#"
RELATION = "https://relata.dev/ns/relation#"
INVERSE = "https://relata.dev/ns/inverse#"
WIKIDATA = "http://www.wikidata.org/entity/"
SCHEMA = "https://schema.org/"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OWL = "http://www.w3.org/2002/07/owl#"
SH = "http://www.w3.org/ns/shacl#"


class Vocabulary:
    """Triples, and what is in them that stands in none of the namespaces that ours are made of."""

    def __init__(self, path):
        self.triples = set(pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE))
        iris = {
            term.value
            for t in self.triples
            for term in (t.subject, t.predicate, t.object)
            if isinstance(term, pyoxigraph.NamedNode)
        }
        known = ("https://relata.dev/ns", "http://www.w3.org/", "http://purl.org/dc/terms/", "http://id.loc.gov/")
        known += (SCHEMA, WIKIDATA, "https://github.com/openeventdata/PLOVER")
        self.foreign = [iri for iri in iris if not iri.startswith(known)]

    def values(self, predicate, of="", within=None):
        """The texts of a property of subjects with a prefix, or the names of the things in a namespace."""
        for t in self.triples:
            if t.predicate.value != predicate or not t.subject.value.startswith(of):
                continue
            if within is None:
                yield t.object.value
            elif t.object.value.startswith(within):
                yield urllib.parse.unquote(t.object.value[len(within) :])

    def subjects(self, prefix):
        """The names of what is described in a namespace."""
        iris = {t.subject.value for t in self.triples if t.subject.value.startswith(prefix)}
        return [urllib.parse.unquote(iri[len(prefix) :]) for iri in iris]

    def compare(self, names, **others):
        """Whatever is not called as all else is, is foreign."""
        for place, found in others.items():
            self.foreign += [f"{place}: {name}" for name in set(names) ^ set(found)]


vocabulary = Vocabulary(ontology)
relations = list(vocabulary.values(RDFS + "label", of=RELATION))
vocabulary.compare(
    relations,
    relations=vocabulary.subjects(RELATION),
    inverses=vocabulary.subjects(INVERSE),
    types=vocabulary.subjects(KIND),
    type_labels=vocabulary.values(RDFS + "label", of=KIND),
    inverse_labels=vocabulary.values(RDFS + "label", of=INVERSE),
    read_backwards=vocabulary.values(RELATA + "inverseLabel"),
    definitions=vocabulary.values(SKOS + "definition"),
    events=vocabulary.values(RELATA + "plover"),
    parents=vocabulary.values(RDFS + "subClassOf", within=KIND),
    schema_org=vocabulary.values(RDFS + "subClassOf", within=SCHEMA),
    items=vocabulary.values(SKOS + "exactMatch", of=KIND, within=WIKIDATA),
    properties=vocabulary.values(SKOS + "exactMatch", of=RELATION, within=WIKIDATA),
    domains=vocabulary.values(SCHEMA + "domainIncludes", within=KIND),
    ranges=vocabulary.values(SCHEMA + "rangeIncludes", within=KIND),
)
inverses = list(vocabulary.values(OWL + "inverseOf", of=INVERSE))
tell("ontology", relations, len(inverses), vocabulary.foreign)

vocabulary = Vocabulary(shapes)
shape = "SubjectShape"
relations = [name.removesuffix(shape) for name in vocabulary.subjects(RELATA) if name.endswith(shape)]
vocabulary.compare(
    relations,
    subjects=vocabulary.values(SH + "targetSubjectsOf", within=RELATION),
    objects=vocabulary.values(SH + "targetObjectsOf", within=RELATION),
    types=vocabulary.values(SH + "class", within=KIND),
)
# Each relation between things of no type: both of its ends are told, and of nothing else.
data = rdflib.Graph()
for iri in vocabulary.values(SH + "targetSubjectsOf"):
    data.add((rdflib.URIRef("urn:subject"), rdflib.URIRef(iri), rdflib.URIRef("urn:object")))
conforms, report, _ = pyshacl.validate(
    data, shacl_graph=rdflib.Graph().parse(shapes, format="turtle"), allow_warnings=True, meta_shacl=True
)
assert conforms
ends = [report.value(result, rdflib.SH.focusNode) for result in report.subjects(rdflib.RDF.type, rdflib.SH.ValidationResult)]
assert ends.count(rdflib.URIRef("urn:subject")) == len(relations), ends
tell("shapes", relations, ends.count(rdflib.URIRef("urn:object")), vocabulary.foreign)
json.dump(found, sys.stdout)
