/// Edit distance over sounds, where the exchanges that transliteration makes are cheap and others cost 1.
package enum PhoneticDistance {
  /// 1 for equal sounds, 0 for nothing in common.
  /// - Complexity: O(product of the lengths).
  package static func similarity(_ a: PhoneticSpelling, _ b: PhoneticSpelling) -> Double {
    if a.sounds == b.sounds { return 1 }
    let longest = max(a.sounds.count, b.sounds.count)
    guard !a.sounds.isEmpty, !b.sounds.isEmpty else { return 0 }
    return max(0, 1 - distance(a.sounds, b.sounds) / Double(longest))
  }

  package static func distance(_ a: [UInt8], _ b: [UInt8]) -> Double {
    distance(a, b, limit: .infinity) ?? .infinity
  }

  /// Whether ``similarity(_:_:)`` reaches a threshold; most words that differ are told
  /// apart by their first sounds.
  package static func isSimilar(_ a: PhoneticSpelling, _ b: PhoneticSpelling, threshold: Double) -> Bool {
    if a.sounds == b.sounds { return true }
    guard !a.sounds.isEmpty, !b.sounds.isEmpty else { return false }
    let longest = Double(max(a.sounds.count, b.sounds.count))
    // A little more than is asked, so that rounding rejects nothing; the similarity itself decides.
    guard let distance = distance(a.sounds, b.sounds, limit: (1 - threshold) * longest + 0.01) else {
      return false
    }
    return max(0, 1 - distance / longest) >= threshold
  }

  /// Whether words that are spellings of one can begin with the first sounds of these: false only where all
  /// the rest would not make up for it.
  package static func mayBeginAlike(_ a: PhoneticSpelling, _ b: PhoneticSpelling) -> Bool {
    guard let first = a.sounds.first, let other = b.sounds.first else { return true }
    return max(a.sounds.count, b.sounds.count) > 9 || exchange(first, other, isFinal: false) < 1
      || gap(a.sounds, 0) < 1 || gap(b.sounds, 0) < 1
  }

  /// As ``mayBeginAlike(_:_:)`` for the last sounds.
  package static func mayEndAlike(_ a: PhoneticSpelling, _ b: PhoneticSpelling) -> Bool {
    guard let last = a.sounds.last, let other = b.sounds.last else { return true }
    return max(a.sounds.count, b.sounds.count) > 9 || exchange(last, other, isFinal: true) < 1
      || gap(a.sounds, a.sounds.count - 1) < 1 || gap(b.sounds, b.sounds.count - 1) < 1
  }

  /// The distance, or nil as soon as it is certain to exceed the limit.
  private static func distance(_ a: [UInt8], _ b: [UInt8], limit: Double) -> Double? {
    let width = b.count + 1
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * width) { rows -> Double? in
      // Three rows that take turns: the one before last, the last and the one that is being made.
      var (beforeLast, last, row) = (0, width, 2 * width)
      rows.initialize(repeating: 0)
      for j in b.indices { rows[last + j + 1] = rows[last + j] + gap(b, j) }
      var leastOfLast = 0.0
      for i in a.indices {
        rows[row] = rows[last] + gap(a, i)
        var least = rows[row]
        let deletion = gap(a, i)
        for j in b.indices {
          let isFinal = i == a.count - 1 && j == b.count - 1
          var best = min(
            rows[last + j] + exchange(a[i], b[j], isFinal: isFinal), rows[last + j + 1] + deletion,
            rows[row + j] + gap(b, j))
          if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j], a[i] != b[j] {
            best = min(best, rows[beforeLast + j - 1] + 1)
          }
          rows[row + j + 1] = best
          least = min(least, best)
        }
        // An exchange of neighbours skips a row: both have to be beyond the limit.
        if min(least, leastOfLast) > limit { return nil }
        leastOfLast = least
        (beforeLast, last, row) = (last, row, beforeLast)
      }
      return rows[last + b.count]
    }
  }

  /// The cost of a sound that the other spelling lacks.
  private static func gap(_ sounds: [UInt8], _ index: Int) -> Double {
    let sound = sounds[index]
    let isFinal = index == sounds.count - 1
    if PhoneticSpelling.isVowel(sound) {
      guard isFinal, index > 0 else { return 0.5 }
      // A mute e (Poutine) says nothing; another final vowel tells Putina from Putin.
      return sound == UInt8(ascii: "e") ? 0.2 : 0.8
    }
    switch UnicodeScalar(sound) {
    case "y": return 0.3
    case "h": return 0.4
    case "w": return 0.5
    default: return 1
    }
  }

  private static func exchange(_ a: UInt8, _ b: UInt8, isFinal: Bool) -> Double {
    if a == b { return 0 }
    guard a < 128, b < 128 else { return 1 }
    let cost = costs[Int(a) << 7 | Int(b)]
    guard cost < 0 else { return cost }
    // A final vowel tells Maria from Mario.
    return isFinal && PhoneticSpelling.isVowel(a) ? -cost * 2 : -cost
  }

  /// The cost of each exchange of two sounds below 128; negative for those that one original is written with.
  private static let costs: [Double] = {
    var costs = [Double](repeating: 1, count: 128 * 128)
    for a in 0..<128 {
      for b in 0..<128 {
        let (first, second) = (UInt8(a), UInt8(b))
        if let cost = cheap[UInt16(min(first, second)) << 8 | UInt16(max(first, second))] {
          costs[a << 7 | b] = -cost
        } else if PhoneticSpelling.isVowel(first), PhoneticSpelling.isVowel(second) {
          costs[a << 7 | b] = 0.6
        }
      }
    }
    return costs
  }()

  /// Pairs of sounds that one original is written with.
  private static let cheap: [UInt16: Double] = {
    var table: [UInt16: Double] = [:]
    for (pair, cost) in [
      // Vowels.
      ("ou", 0.1), ("ei", 0.15), ("ae", 0.25), ("ao", 0.35), ("eo", 0.4), ("eu", 0.5),
      // Semivowels.
      ("iy", 0.1), ("yJ", 0.3), ("iJ", 0.4), ("vw", 0.15), ("uw", 0.2), ("ow", 0.3),
      // Velars, uvulars and h.
      ("kq", 0.1), ("gq", 0.2), ("gk", 0.3), ("kx", 0.3), ("gG", 0.15), ("qG", 0.2), ("Gx", 0.4),
      ("hx", 0.2), ("gh", 0.4),
      // Those that some languages palatalised.
      ("gJ", 0.25), ("gZ", 0.4), ("Cx", 0.3), ("kC", 0.5), ("Cq", 0.5),
      // Sibilants and affricates.
      ("JZ", 0.2), ("CS", 0.2), ("CT", 0.3), ("CJ", 0.4), ("sz", 0.25), ("zT", 0.25), ("sT", 0.3),
      ("Ss", 0.4), ("Zz", 0.4), ("dz", 0.4),
      // Labials, dentals and nasals.
      ("fv", 0.25), ("bp", 0.4), ("bv", 0.5), ("dt", 0.3), ("mn", 0.7),
    ] {
      let sounds = Array(pair.utf8)
      table[UInt16(min(sounds[0], sounds[1])) << 8 | UInt16(max(sounds[0], sounds[1]))] = cost
    }
    return table
  }()
}
