/// How documents are read.
public struct ReadingOptions: Hashable, Sendable {
  /// Bounds on what one input may cost.
  public var limits: ReadingLimits
  /// What the fields of JSON lines and the columns of tables are.
  public var fields: FieldNames
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
}
