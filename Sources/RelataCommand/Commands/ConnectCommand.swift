import ArgumentParser
import Relata

struct ConnectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "connect",
    abstract: "Shows the smallest part of the graph that links several entities.",
    discussion: """
      The links are chosen as “relata path” ranks them: those that say most. The smallest part is approximated \
      (Documentation/paths.md).

      EXAMPLES:
        relata connect Putin Turkey HTS
        relata connect Iran Israel Turkey Russia --types Person --svg four.svg
      """)

  @Argument(help: "The names or identifiers of at least two entities.")
  var entities: [String]

  @Flag(help: "As few links as possible, however weak.")
  var shortest = false

  @Option(
    help: ArgumentHelp("Pass only through entities of these types, kinds included.", valueName: "a,b"))
  var types: String?

  @Option(help: ArgumentHelp("Do not pass through this entity; may be repeated.", valueName: "name"))
  var avoid: [String] = []

  @OptionGroup var options: QueryOptions

  func validate() throws {
    if entities.count < 2 { throw ValidationError("name at least two entities to connect") }
  }

  func run() throws {
    let ontology = try options.ontologyFile.loadVocabulary()
    try options.graphFile.query { try answer($0, ontology) }
  }

  private func answer(_ graph: MappedGraph, _ ontology: Ontology) throws {
    var chosen: [Entity] = []
    for name in entities {
      let entity = try graph.entity(named: name)
      if !chosen.contains(where: { $0.id == entity.id }) { chosen.append(entity) }
    }
    guard chosen.count > 1 else {
      throw CommandFailure(.usage, "these are all the same entity: \(chosen.map(\.name).joined())")
    }
    let finder = try graph.finder(
      PathOptions(
        maximumHops: nil, ranking: shortest ? .shortest : .informative,
        informativeness: Informativeness(ontology),
        statements: try options.selection.selection(graph, ontology),
        avoid: Set(try avoid.map { try graph.entity(named: $0).id }),
        types: try types.map { try TypeList($0, ontology: ontology).types }))
    var tree = finder.connect(chosen.map(\.id))
    var part = try graph.part(hops: tree.hops, entities: tree.entities)
    part.graph = options.selection.quotingFirst(part.graph)
    let explanation =
      tree.groups.count > 1 ? try ComponentText(finder.components(), graph).explanation(chosen) : nil
    tree.hops = part.hops
    let answer = SteinerTreeAnswer(graph: part.graph, ontology: ontology, tree: tree)
    let isEmpty = tree.hops.isEmpty
    try options.files.give(
      answer.record, text: isEmpty ? "" : answer.text,
      part: isEmpty ? nil : part.graph.part(hops: tree.hops, entities: tree.entities),
      ontology: ontology)
    guard tree.groups.count > 1 else { return }
    let groups = tree.groups.map { group in
      chosen.filter { group.contains($0.id) }.map(\.name).joined(separator: ", ")
    }
    throw CommandFailure(
      .noPath,
      "not all of these are connected: "
        + (explanation ?? groups.joined(separator: " apart from ") + ", under these options")
        + options.selection.undatedHint)
  }
}
