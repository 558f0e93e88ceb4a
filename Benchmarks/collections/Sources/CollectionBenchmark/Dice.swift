import BenchmarkSupport

/// Numbers that look like chance and are the same for the same seed.
struct Dice: RandomNumberGenerator {
  private var numbers: SplitMix64

  init(_ parts: UInt64...) {
    let seed: UInt64 = parts.reduce(0x9e37_79b9_7f4a_7c15) { seed, part in
      var numbers = SplitMix64(seed: seed ^ part &* 0xff51_afd7_ed55_8ccd)
      return numbers.next()
    }
    numbers = SplitMix64(seed: seed)
  }

  mutating func next() -> UInt64 { numbers.next() }

  /// 0 ≤ x < 1.
  mutating func fraction() -> Double { Double(next() >> 11) / Double(1 << 53) }

  mutating func happens(_ probability: Double) -> Bool { fraction() < probability }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[numbers.below(elements.count)]
  }

  /// A rank from 0 to `count - 1`, the first ones most often: Zipf's law with an exponent below 1, by
  /// its inverse distribution.
  mutating func rank(of count: Int, exponent: Double) -> Int {
    let power = 1 - exponent
    let value = Double(count).power(power)
    let rank = (fraction() * (value - 1) + 1).power(1 / power)
    return min(count - 1, max(0, Int(rank) - 1))
  }
}
