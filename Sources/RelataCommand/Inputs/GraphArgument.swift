import ArgumentParser
import Relata

/// Which graph to take: an argument, or the option by which all queries name it.
struct GraphArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      """
      The graph: a graph.jsonld that “relata build” wrote, the folder that holds it, a graph.relata, or a collection (default: \
      \(GraphFile.defaultPath)).
      """,
      valueName: "graph"))
  var argument: String?

  @Option(
    name: [.customLong("graph"), .customLong("from-graph")],
    help: ArgumentHelp("The same, named as other commands name it.", valueName: "file"))
  var option: String?

  func validate() throws {
    if argument != nil, option != nil {
      throw ValidationError("the graph is named twice: as an argument and by --graph")
    }
  }

  func load() throws -> KnowledgeGraph {
    try GraphFile.load(argument ?? option ?? GraphFile.defaultPath, named: "an argument")
  }
}
