import RelataGraph

let ontology = try Ontology.embedded(includesTriggers: false)
print("\(ontology.types.count) types, \(ontology.relations.count) relations")
