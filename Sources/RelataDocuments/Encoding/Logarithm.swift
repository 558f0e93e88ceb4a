#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

package enum Logarithm {
  package static func natural(_ value: Double) -> Double { log(value) }
  static func power(_ base: Double, _ exponent: Int) -> Double { pow(base, Double(exponent)) }
}
