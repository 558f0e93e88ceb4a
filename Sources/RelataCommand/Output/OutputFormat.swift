import ArgumentParser
import Relata

/// What `build --format` takes: the exporters' formats, and the drawing.
enum OutputFormat: Hashable, CaseIterable {
  case export(GraphFormat)
  case svg

  static var allCases: [OutputFormat] { GraphFormat.allCases.map(OutputFormat.export) + [.svg] }

  /// What is written where nothing is asked for.
  static var usual: [OutputFormat] { GraphFormat.usual.map(OutputFormat.export) + [.svg] }

  static let names = allCases.map(\.name).joined(separator: ", ")

  var name: String {
    switch self {
    case .export(let format): format.rawValue
    case .svg: "svg"
    }
  }

  /// The formats of a list such as `dot,svg`, each once, in the order of `allCases`.
  static func list(_ text: String) throws -> [OutputFormat] {
    let names = text.split(separator: ",").map { $0.filter { $0 != " " }.lowercased() }
    for name in names where !allCases.contains(where: { $0.name == name }) {
      throw ValidationError("--format: there is no format “\(name)”; there are \(Self.names)")
    }
    let chosen = allCases.filter { names.contains($0.name) }
    guard !chosen.isEmpty else { throw ValidationError("--format: name at least one of \(Self.names)") }
    return chosen
  }
}
