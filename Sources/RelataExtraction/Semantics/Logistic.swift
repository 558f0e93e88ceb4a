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

  /// The natural logarithm of a count of one or more.
  static func logarithm(_ count: Int) -> Double { log(Double(count)) }
}
