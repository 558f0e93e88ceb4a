/// Which Relata this is.
public enum RelataVersion {
  /// The semantic version of the library and the command, which `CHANGELOG.md` describes: the one place that
  /// says it. File formats have versions of their own (`Documentation/versions.md`).
  public static let current = "1.0.0"
}
