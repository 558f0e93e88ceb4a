/// Numbers that look like chance and are the same everywhere for the same seed (G. L. Steele et al., Fast
/// Splittable Pseudorandom Number Generators, 2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Any number is a good seed, also zero and its neighbours.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from zero up to a bound, which must be positive and is left out.
  public mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
