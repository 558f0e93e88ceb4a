#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a logistic regression needs of arithmetic.
enum Logistic {
  /// From a sum of weighted features to a probability, 0…1.
  static func probability(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

  /// From scores to probabilities that add up to 1: the softmax.
  static func probabilities(_ scores: [Float]) -> [Float] {
    let most = scores.max() ?? 0
    let weights = scores.map { exp($0 - most) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// The natural logarithm of a count of one or more.
  static func logarithm(_ count: Int) -> Double { log(Double(count)) }
}
