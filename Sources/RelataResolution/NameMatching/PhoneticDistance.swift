/// Edit distance over sounds, where the exchanges that transliteration makes are cheap and others cost 1.
enum PhoneticDistance {
  /// 1 for equal sounds, 0 for nothing in common.
  /// - Complexity: O(product of the lengths).
  static func similarity(_ a: PhoneticSpelling, _ b: PhoneticSpelling) -> Double {
    if a.sounds == b.sounds { return 1 }
    let longest = max(a.sounds.count, b.sounds.count)
    guard !a.sounds.isEmpty, !b.sounds.isEmpty else { return 0 }
    return max(0, 1 - distance(a.sounds, b.sounds) / Double(longest))
  }

  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Double {
    var beforeLast: [Double] = []
    var last = [0.0]
    for j in b.indices { last.append(last[j] + gap(b, j)) }
    for i in a.indices {
      var row = [last[0] + gap(a, i)]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        let isFinal = i == a.count - 1 && j == b.count - 1
        var best = min(
          last[j] + exchange(a[i], b[j], isFinal: isFinal), last[j + 1] + gap(a, i), row[j] + gap(b, j))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j], a[i] != b[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
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
    if let cost = cheap[UInt16(min(a, b)) << 8 | UInt16(max(a, b))] {
      // A final vowel tells Maria from Mario.
      return isFinal && PhoneticSpelling.isVowel(a) ? cost * 2 : cost
    }
    return PhoneticSpelling.isVowel(a) && PhoneticSpelling.isVowel(b) ? 0.6 : 1
  }

  /// Pairs of sounds that one original is written with.
  private static let cheap: [UInt16: Double] = {
    var table: [UInt16: Double] = [:]
    for (pair, cost) in [
      ("ou", 0.1), ("ei", 0.15), ("ae", 0.25), ("ao", 0.35), ("eu", 0.5), ("eo", 0.4), ("iy", 0.1),
      ("kq", 0.1), ("gq", 0.2), ("gk", 0.3), ("gG", 0.15), ("Gx", 0.4), ("qG", 0.2), ("kx", 0.3), ("hx", 0.2),
      ("Cx", 0.3), ("gJ", 0.25), ("gZ", 0.4), ("JZ", 0.2), ("yJ", 0.3), ("iJ", 0.4), ("CJ", 0.4), ("CS", 0.2),
      ("Ss", 0.4), ("CT", 0.3), ("sT", 0.3), ("zT", 0.25), ("sz", 0.25), ("Zz", 0.4), ("dz", 0.4),
      ("fv", 0.25),
      ("vw", 0.15), ("uw", 0.2), ("ow", 0.3), ("bp", 0.4), ("dt", 0.3), ("bv", 0.5), ("yi", 0.1), ("Cq", 0.5),
      ("gh", 0.4), ("mn", 0.7), ("kC", 0.5),
    ] {
      let sounds = Array(pair.utf8)
      table[UInt16(min(sounds[0], sounds[1])) << 8 | UInt16(max(sounds[0], sounds[1]))] = cost
    }
    return table
  }()
}
