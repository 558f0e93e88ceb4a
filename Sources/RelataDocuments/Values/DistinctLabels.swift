/// Makes names distinct: the second "a.txt" becomes "a (2).txt".
struct DistinctLabels {
  /// How often a name was used, by its hash: names may be many and long. Two names of one hash only get a
  /// number more than they need.
  private var uses: [UInt64: Int] = [:]

  /// - Complexity: O(length of the name), amortized.
  mutating func label(for name: String) -> String {
    var number = uses[Self.hash(name)] ?? 0
    var label: String
    repeat {
      number += 1
      label = number == 1 ? name : numbered(name, number)
    } while number > 1 && uses[Self.hash(label)] != nil
    uses[Self.hash(label)] = 1
    uses[Self.hash(name)] = number
    return label
  }

  private func numbered(_ name: String, _ number: Int) -> String {
    let folder = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    guard let dot = name[folder...].lastIndex(of: "."), dot > folder,
      name.distance(from: dot, to: name.endIndex) <= 8
    else { return "\(name) (\(number))" }
    return "\(name[..<dot]) (\(number))\(name[dot...])"
  }

  /// FNV-1a.
  private static func hash(_ name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
