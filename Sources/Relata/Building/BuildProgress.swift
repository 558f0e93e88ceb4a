/// How far a build is.
public struct BuildProgress: Hashable, Sendable {
  public enum Stage: String, Hashable, Sendable {
    /// Documents through the language model and the heads that read facts: nearly all of the time.
    case reading
    /// All documents into one graph.
    case resolving
  }

  public var stage: Stage
  /// Of `total`, in the stage's own unit (bytes of input, graphs). The total is 0 where it is not known.
  public var done: Int
  public var total: Int
  /// How many documents have been read.
  public var documents: Int

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
