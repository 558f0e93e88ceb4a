import Relata

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a file that holds a graph is, by its first bytes.
enum GraphFileKind {
  case graphFile, collection, other

  init(of path: String) {
    self = .other
    guard let file = fopen(path, "rb") else { return }
    defer { fclose(file) }
    var start = [UInt8](repeating: 0, count: 16)
    guard fread(&start, 1, start.count, file) == start.count else { return }
    self.init(start)
  }

  /// - Parameter start: the first bytes of a file, 16 at least unless it is shorter.
  init(_ start: [UInt8]) {
    self = .other
    if start.starts(with: MappedGraph.magic) { self = .graphFile }
    if start.starts(with: Array("SQLite format 3".utf8)) { self = .collection }
  }
}
