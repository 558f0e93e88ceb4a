/// What becomes of documents on their way into a graph.
public struct BuildOptions: Hashable, Sendable {
  /// Whether documents that say the same in nearly the same words are evidence of their own.
  public var keepsCopies: Bool
  /// Whether texts that are not English are read nevertheless, as if they were.
  public var readsAllLanguages: Bool
  /// Whether the graph carries the texts that its evidence indexes.
  public var keepsTexts: Bool

  /// What `relata build` does where nothing is asked: no copies, English alone, a graph with its texts.
  public init(keepsCopies: Bool = false, readsAllLanguages: Bool = false, keepsTexts: Bool = true) {
    self.keepsCopies = keepsCopies
    self.readsAllLanguages = readsAllLanguages
    self.keepsTexts = keepsTexts
  }
}
