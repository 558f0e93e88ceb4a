import Relata

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Graphs that are no graph to ask yet, but that `relata import` makes one of.
enum ImportableGraph {
  /// What such a file is and what to do with it; nil for all other files.
  static func advice(on path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var start = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&start, 1, start.count, file)
    return advice(on: path, beginning: Array(start.prefix(count)))
  }

  /// - Parameter start: the first bytes of the file, 64 KiB unless it is shorter.
  static func advice(on path: String, beginning start: [UInt8]) -> String? {
    guard let kind = kind(start) else { return nil }
    let files = CSVReader.table(of: start) == nil ? path : "nodes.csv edges.csv"
    return "\(path): is \(kind); read it with “relata import \(files) --output FOLDER”, then ask FOLDER"
  }

  private static func kind(_ start: [UInt8]) -> String? {
    switch CSVReader.table(of: start) {
    case .nodes: return "a table of nodes"
    case .edges: return "a table of edges"
    case nil: break
    }
    if GraphManifest(json: start) != nil { return "the manifest of a graph in shards" }
    let text = String(decoding: start, as: UTF8.self)
    switch text.unicodeScalars.first(where: { $0.value > 0x20 && $0 != "\u{FEFF}" }) {
    case "<": return text.contains("<graphml") ? "GraphML" : nil
    case "{": return text.contains("\"nodes\"") && !text.contains("\"@graph\"") ? "node-link JSON" : nil
    default: return nil
    }
  }
}
