/// How far a build is.
public struct BuildProgress: Hashable, Sendable {
  /// What a build does, in this order.
  public enum Stage: String, Hashable, Sendable {
    /// Documents through the language model and the heads that read facts: nearly all of the time.
    case reading
    /// All documents into one graph.
    case resolving
  }

  /// Once resolving has begun, no document is read any more.
  public var stage: Stage
  /// Of `total`, in the stage's own unit (bytes of input, graphs). The total is 0 where it is not known.
  public var done: Int
  /// In the same unit.
  public var total: Int
  /// How many documents have been read.
  public var documents: Int

  /// - Parameters:
  ///   - stage: what is being done.
  ///   - done: of `total`.
  ///   - total: in the unit of the stage; 0 where it is not known.
  ///   - documents: read so far.
  public init(stage: Stage, done: Int, total: Int, documents: Int = 0) {
    self.stage = stage
    self.done = done
    self.total = total
    self.documents = documents
  }
}

/// How long the stages of reading took.
struct StageTimes: Hashable, Sendable {
  var analysis = Duration.zero
  var extraction = Duration.zero
}
