import ArgumentParser
import Relata

/// What `render` and `build` ask of Graphviz.
struct Drawing {
  static let engineNames = LayoutEngine.allCases.map(\.rawValue).joined(separator: ", ")
  private static let formatNames = DrawingFormat.allCases.map { "." + $0.rawValue }.joined(separator: ", ")

  private let format: DrawingFormat
  /// nil: chosen by the size of the graph.
  private let engine: LayoutEngine?

  init(format: DrawingFormat, engine: LayoutEngine? = nil) {
    self.format = format
    self.engine = engine
  }

  /// From the ending of a file's name and the name of an engine.
  init(fileName: String, engineName: String?) throws {
    let ending = fileName.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased()
    guard let format = ending.flatMap(DrawingFormat.init(rawValue:)) else {
      throw ValidationError("--output: the file must end in one of \(Self.formatNames)")
    }
    if let engineName, LayoutEngine(rawValue: engineName) == nil {
      throw ValidationError("--engine: there is no engine “\(engineName)”; there are \(Self.engineNames)")
    }
    self.init(format: format, engine: engineName.flatMap(LayoutEngine.init(rawValue:)))
  }

  /// Of more entities nobody makes a picture, and where they stand would take minutes to find.
  private static let placed = 20_000

  /// Where the entities stand in files that say so; nil in large graphs.
  static func places(in graph: KnowledgeGraph) -> GraphLayout? {
    graph.entities.count <= placed ? GraphLayout(of: graph) : nil
  }

  func draw(_ graph: KnowledgeGraph, ontology: Ontology) throws(CommandFailure) -> [UInt8] {
    do {
      return try GraphRenderer().render(graph, ontology: ontology, format: format, engine: engine)
    } catch {
      throw CommandFailure(.unavailable, "\(error)")
    }
  }
}
