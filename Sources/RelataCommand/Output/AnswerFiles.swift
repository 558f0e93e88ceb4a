import ArgumentParser
import Relata

/// How an answer is given: as text or JSON, and the part of the graph that it consists of as drawings.
struct AnswerFiles: ParsableArguments {
  @Flag(help: "Print JSON.")
  var json = false

  @Option(help: ArgumentHelp("Write the answer's part of the graph as Graphviz DOT.", valueName: "file"))
  var dot: String?

  @Option(help: ArgumentHelp("Draw the answer's part of the graph as SVG.", valueName: "file"))
  var svg: String?

  @Option(help: ArgumentHelp("Draw the answer's part of the graph as PNG.", valueName: "file"))
  var png: String?

  /// Prints the answer, after its drawings are written.
  ///
  /// - Parameter part: exactly what the answer tells; nil where it tells nothing.
  func give(
    _ record: some Encodable, text: String, part: KnowledgeGraph?, ontology: Ontology
  ) throws {
    if let part { try draw(part, ontology) }
    if json { try writeJSON(record) } else if !text.isEmpty { try StandardOutput.write(text) }
  }

  /// Writes the drawings that were asked for, of those in one folder all or none.
  func draw(_ part: KnowledgeGraph, _ ontology: Ontology) throws {
    let kinds: [(path: String?, format: DrawingFormat?)] = [(dot, nil), (svg, .svg), (png, .png)]
    let asked = kinds.compactMap { kind in kind.path.map { (path: $0, format: kind.format) } }
    try OutputTarget.write(to: asked.map(\.path)) {
      try asked.map { path, format in
        ExportedFile(
          name: path,
          bytes: try format.map { try Drawing(format: $0).draw(part, ontology: ontology, drawsAll: true) }
            ?? DOTWriter(ontology: ontology).write(part))
      }
    }
  }
}

extension KnowledgeGraph {
  /// The part that an answer consists of.
  func part(hops: [PathHop], entities: [EntityID] = []) -> KnowledgeGraph {
    let statements = Set(hops.flatMap { $0.steps.map(\.statement) })
    return subgraph(
      entities: Set(entities + hops.flatMap { [$0.from, $0.to] }), statements: statements.sorted())
  }
}
