import Crypto
public import RelataGraph
public import RelataLayout

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A graph as one HTML page in which a person looks around, asks, and corrects.
///
/// The page needs no server and makes no request: data, style and script are in the file, and a policy
/// (Content Security Policy, Level 3) lets nothing else run. The same graph gives the same bytes.
///
/// ```swift
/// let page = ExplorerPage(ontology: try Ontology.embedded())
/// try Data(page.html(of: graph, layout: GraphLayout(of: graph))).write(to: URL(filePath: "graph.html"))
/// ```
public struct ExplorerPage: Sendable {
  /// What gives types and relations their labels and kinds; the page offers all of it for corrections.
  public var ontology: Ontology
  /// The heading, and the title of the window; nil: the names of what matters most.
  public var title: String?

  /// - Parameter title: the heading; nil: the names of what matters most.
  public init(ontology: Ontology, title: String? = nil) {
    self.ontology = ontology
    self.title = title
  }

  /// The page, as UTF-8.
  ///
  /// - Parameter layout: where the entities stand; nil: the page finds places for what it shows.
  /// - Complexity: O(n log n) in the size of the graph.
  public func html(of graph: KnowledgeGraph, layout: GraphLayout? = nil) -> [UInt8] {
    let points = layout?.points ?? [:]
    let title = title ?? Self.title(of: graph)
    let data = ExplorerData(
      graph: graph, ontology: ontology, points: points.mapValues { ($0.x, $0.y) }, title: title
    ).json()
    let parts = PageParts()
    return PageTemplate(parts.template).filled([
      "title": Array(Self.escaped(title).utf8), "policy": Array(Self.policy(of: parts).utf8),
      "style": Array(parts.style.utf8), "script": Array(parts.script.utf8), "data": data,
    ])
  }

  /// "Syria, Russia and HTS".
  private static func title(of graph: KnowledgeGraph) -> String {
    let names = zip(EntityRanks(graph).ranks, graph.entities).sorted { $0.0 < $1.0 }.prefix(3).map(\.1.name)
    guard let last = names.last else { return "An empty graph" }
    return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Nothing runs but this very script, and nothing is asked of any server.
  private static func policy(of parts: PageParts) -> String {
    func hash(_ text: String) -> String {
      "'sha256-\(Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString())'"
    }
    return "default-src 'none'; script-src \(hash(parts.script)); style-src \(hash(parts.style)); "
      + "img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
