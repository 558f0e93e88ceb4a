/// What a drawing is written as.
public enum DrawingFormat: String, CaseIterable, Hashable, Sendable {
  case svg, png, pdf

  /// The format that a file name's extension means, in any case of letters; nil for
  /// another extension or none.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."), !fileName[dot...].contains("/") else { return nil }
    self.init(rawValue: fileName[fileName.index(after: dot)...].lowercased())
  }
}
