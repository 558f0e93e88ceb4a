/// The steps by which a cluster finds near copies of texts, line by line. `Documentation/spark-resolution.md`
/// says what each takes and gives.
public enum CopyStep: String, CaseIterable, Sendable {
  /// What is kept of a document's text → by what it is found.
  case signatures
  /// A document and those that may be its original → the original.
  case copies
  /// An original and its copies → which of them stays.
  case originals
  /// What a graph keeps of a document, and its copies → both together.
  case copied
}
