/// Numbers that look like chance and are the same for the same seed, so that what fails once fails again
/// (SplitMix64; G. L. Steele et al., Fast Splittable Pseudorandom Number Generators, 2014).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Any number is a good seed, also zero and its neighbours.
  public init(seed: some BinaryInteger) { state = UInt64(truncatingIfNeeded: seed) }

  /// The next number: SplitMix64.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension RandomNumberGenerator {
  /// A number from zero up to a bound, which must be positive and is left out.
  public mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// One of some values, of which there must be at least one.
  public mutating func choice<Value>(_ values: [Value]) -> Value { values[number(values.count)] }

  /// A value or, as often, none.
  public mutating func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &self) ? value : nil }
}
