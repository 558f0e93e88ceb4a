import ArgumentParser
import Relata

/// What `build --format` takes: the exporters' formats, the drawing and the page to explore.
enum OutputFormat: Hashable, CaseIterable {
  case export(GraphFormat)
  case svg
  case html

  static var allCases: [OutputFormat] { GraphFormat.allCases.map(OutputFormat.export) + [.svg, .html] }

  /// What is written where nothing is asked for.
  static var usual: [OutputFormat] { GraphFormat.usual.map(OutputFormat.export) + [.svg, .html] }

  static let names = allCases.map(\.name).joined(separator: ", ")

  var name: String {
    switch self {
    case .export(let format): format.rawValue
    case .svg: "svg"
    case .html: "html"
    }
  }

  /// Whether it says where the entities stand.
  var hasPlaces: Bool {
    switch self {
    case .export(let format): format.hasPlaces
    case .svg: false
    case .html: true
    }
  }

  /// - Parameter layout: where the entities stand; nil: nowhere in particular.
  /// - Throws: where a drawing cannot be had.
  func files(
    for graph: KnowledgeGraph, ontology: Ontology, layout: GraphLayout?
  ) throws(CommandFailure) -> [ExportedFile] {
    switch self {
    case .export(let format):
      format.files(for: graph, ontology: ontology, options: ExportOptions(layout: layout))
    case .svg:
      [
        ExportedFile(
          name: "graph.svg", bytes: try Drawing(format: .svg, engine: nil).draw(graph, ontology: ontology))
      ]
    case .html:
      [
        ExportedFile(
          name: "graph.html", bytes: ExplorerPage(ontology: ontology).html(of: graph, layout: layout))
      ]
    }
  }

  /// The formats of a list such as `dot,svg`, each once, in the order of `allCases`.
  static func list(_ text: String) throws -> [OutputFormat] {
    let typed = text.split(separator: ",").map { $0.filter { $0 != " " } }
    let names = typed.map { $0.lowercased() }
    for name in typed where !allCases.contains(where: { $0.name == name.lowercased() }) {
      throw ValidationError("--format: there is no format “\(name)”; there are \(Self.names)")
    }
    let chosen = allCases.filter { names.contains($0.name) }
    guard !chosen.isEmpty else { throw ValidationError("--format: name at least one of \(Self.names)") }
    return chosen
  }
}
