/// Which Relata this is.
public enum RelataVersion {
  /// Semantic version of the library, the command and its output formats.
  public static let current = "0.1.0"
}
