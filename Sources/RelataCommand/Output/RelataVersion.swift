enum RelataVersion {
  /// Semantic version of the command and its output formats.
  static let current = "0.1.0"
}
