import ArgumentParser
import Relata

/// How `render`, `build` and the answers to questions draw a graph.
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

  /// - Parameter drawsAll: whether every statement has its line, instead of the most important ones.
  func draw(
    _ graph: KnowledgeGraph, ontology: Ontology, drawsAll: Bool = false
  ) throws(CommandFailure) -> [UInt8] {
    var options = PictureOptions()
    if drawsAll { options.lineLimit = nil }
    do {
      return try GraphRenderer().render(
        graph, ontology: ontology, format: format, engine: engine, options: options)
    } catch {
      throw CommandFailure(.unavailable, "\(error)")
    }
  }
}
