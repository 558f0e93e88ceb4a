/// A word that others are compared with by their edit distance: insertions, deletions, replacements and swaps
/// of neighbours (optimal string alignment), counted in Unicode scalars.
///
/// Whole columns of the table of distances are held in the bits of a word: H. Hyyrö, A Bit-Vector Algorithm
/// for Computing Levenshtein and Damerau Edit Distances (Nordic Journal of Computing 10, 2003). Words of more
/// than 64 scalars are compared the slow way.
package struct EditPattern {
  /// In Unicode scalars.
  package let length: Int
  private let word: String
  /// By ASCII character: at which places of the word it stands.
  private let places: [UInt64]
  private let otherPlaces: [Unicode.Scalar: UInt64]

  package init(_ word: String) {
    self.word = word
    let scalars = Array(word.unicodeScalars)
    length = scalars.count
    var places = [UInt64](repeating: 0, count: 128)
    var others: [Unicode.Scalar: UInt64] = [:]
    for (place, scalar) in scalars.prefix(64).enumerated() {
      let bit: UInt64 = 1 << UInt64(place)
      if scalar.isASCII { places[Int(scalar.value)] |= bit } else { others[scalar, default: 0] |= bit }
    }
    self.places = places
    otherPlaces = others
  }

  /// The distance, or nil where it is above `limit`.
  ///
  /// - Complexity: O(length of the other word).
  package func distance(to utf8: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
    guard (1...64).contains(length) else { return slowDistance(to: utf8, limit: limit) }
    let distance = places.withUnsafeBufferPointer { places -> Int? in
      var columns = Columns(length: length)
      for byte in utf8 {
        guard byte < 0x80 else { return nil }
        columns.add(places[Int(byte)])
      }
      return columns.distance
    }
    guard let distance else { return distanceByScalars(to: utf8, limit: limit) }
    return distance <= limit ? distance : nil
  }

  private func distanceByScalars(to utf8: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
    var columns = Columns(length: length)
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      columns.add(scalar.isASCII ? places[Int(scalar.value)] : otherPlaces[scalar] ?? 0)
    }
    return columns.distance <= limit ? columns.distance : nil
  }

  private func slowDistance(to utf8: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
    EditDistance.alignment(word, String(decoding: utf8, as: UTF8.self), limit: limit)
  }

  /// The differences between neighbouring cells of the table, in the names of the paper.
  private struct Columns {
    var distance: Int
    private let last: UInt64
    private var verticalPositive = UInt64.max
    private var verticalNegative: UInt64 = 0
    private var diagonal: UInt64 = 0
    private var previous: UInt64 = 0

    init(length: Int) {
      distance = length
      last = 1 << UInt64(length - 1)
    }

    @inline(__always) mutating func add(_ matches: UInt64) {
      let swapped = ((~diagonal & matches) << 1) & previous
      diagonal =
        (((matches & verticalPositive) &+ verticalPositive) ^ verticalPositive) | matches | verticalNegative
        | swapped
      var positive = verticalNegative | ~(diagonal | verticalPositive)
      let negative = diagonal & verticalPositive
      if positive & last != 0 { distance += 1 }
      if negative & last != 0 { distance -= 1 }
      positive = positive << 1 | 1
      verticalPositive = negative << 1 | ~(diagonal | positive)
      verticalNegative = positive & diagonal
      previous = matches
    }
  }
}
