/// How documents are read.
public struct ReadingOptions: Hashable, Sendable {
  /// Bounds on what one input may cost.
  public var limits: ReadingLimits

  public init(limits: ReadingLimits = ReadingLimits()) {
    self.limits = limits
  }
}
