import RelataGraph

/// A time that a sentence mentions, resolved as far as the text allows.
struct TimeExpression: Sendable {
  /// The tokens that express it.
  var tokens: Range<Int>
  /// The token by which it hangs in the tree.
  var head: Int
  var span: TimeSpan
}
