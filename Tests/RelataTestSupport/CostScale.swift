import Foundation

/// By how much a bound on time or memory is widened where the program is slower and larger than it is:
/// under a sanitizer (`scripts/sanitize` sets it).
public enum CostScale {
  /// 1 where nothing is said.
  public static let factor =
    ProcessInfo.processInfo.environment["RELATA_COST_SCALE"].flatMap { Double($0) } ?? 1
}
