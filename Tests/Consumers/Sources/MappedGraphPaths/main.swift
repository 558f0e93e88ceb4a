import RelataGraph
import RelataQuery
import RelataStore

// Asks a graph file, which is mapped into memory, for a path: MappedGraphPaths FILE IDENTIFIER IDENTIFIER

let arguments = CommandLine.arguments
let graph = try MappedGraph(mapping: arguments[1])
let paths = try graph.finder(PathOptions(maximumHops: nil)).paths(
  from: EntityID(rawValue: arguments[2]), to: EntityID(rawValue: arguments[3]))
for step in paths.flatMap(\.hops).flatMap(\.steps) { print(try graph.statement(step.statement).relation) }
