import Foundation
import RelataFormats
import RelataGraph
import RelataQuery

// Reads a graph in GraphML and prints how two of its entities are connected. No text is read, so no
// language model is needed.
//
//     GraphPaths FILE NAME NAME

let arguments = CommandLine.arguments
let ontology = try Ontology.embedded(includesTriggers: false)
let bytes = try [UInt8](Data(contentsOf: URL(filePath: arguments[1])))
let graph = try GraphMLReader(ontology: ontology).read(bytes).graph

let names = EntityMatcher(graph)
guard case .unique(let start) = names.find(arguments[2]), case .unique(let end) = names.find(arguments[3])
else {
  print("no such entities")
  exit(1)
}
for path in PathFinder(graph).paths(from: start.entity.id, to: end.entity.id) {
  let steps = path.hops.map { graph.statements[$0.steps[0].statement] }
  print(steps.map { "\($0.subject) \($0.relation) \($0.object)" }.joined(separator: ", "))
}
