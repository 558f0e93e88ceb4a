/// How documents are read.
public struct ReadingOptions: Hashable, Sendable {
  /// Bounds on what one input may cost.
  public var limits: ReadingLimits
  /// What the fields of JSON lines and the columns of tables are.
  public var fields: FieldNames
  /// In place of ``fields``, for what lies at or below a path; of several the longest counts.
  public var fieldsByPath: [String: FieldNames] = [:]
  /// Whether the first thing that cannot be read ends the reading.
  public var isStrict: Bool

  /// The usual bounds and names of fields, and reading that goes on where something cannot be read.
  public init(
    limits: ReadingLimits = ReadingLimits(), fields: FieldNames = FieldNames(), isStrict: Bool = false
  ) {
    self.limits = limits
    self.fields = fields
    self.isStrict = isStrict
  }

  /// The options for a file.
  /// - Complexity: O(length of the path).
  func of(_ path: String) -> ReadingOptions {
    guard !fieldsByPath.isEmpty else { return self }
    var result = self
    result.fieldsByPath = [:]
    var place = path[...]
    while !place.isEmpty {
      if let names = fieldsByPath[String(place)] {
        result.fields = names
        break
      }
      guard let slash = place.lastIndex(of: "/") else { break }
      place = place[..<slash]
    }
    return result
  }
}
