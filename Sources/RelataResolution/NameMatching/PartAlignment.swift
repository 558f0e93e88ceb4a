import RelataNames

/// Which part of one name stands for which part of the other.
struct PartAlignment {
  struct Pair {
    var left: Range<Int>
    var right: Range<Int>
    var similarity: Double
    var weight: Double
    /// An initial for a full word.
    var isInitial: Bool
    /// Two given names known to be forms of one.
    var isFamiliar: Bool
    /// Words that only one of the names writes apart.
    var isJoined: Bool { left.count != right.count }
    var isMatch: Bool { similarity >= PartAlignment.matchThreshold }
  }

  /// From here on two words are spellings of one: transliteration costs less, another consonant in a
  /// word of eight sounds more.
  static let matchThreshold = 0.89

  /// Disjoint, best first.
  private(set) var pairs: [Pair] = []
  /// Parts without any counterpart.
  private(set) var onlyLeft: [Int] = []
  private(set) var onlyRight: [Int] = []

  var matches: [Pair] { pairs.filter(\.isMatch) }

  /// Takes the most similar pair first, then the most similar of what is left.
  /// - Complexity: O(product of the numbers of parts, sorted).
  init(_ left: [ParsedName.Part], _ right: [ParsedName.Part]) {
    var candidates: [Pair] = []
    for i in left.indices {
      for j in right.indices { candidates.append(Self.compare(left, i, right, j)) }
    }
    candidates += Self.joined(left, right)
    // Ties: the same place in the name first.
    candidates.sort { a, b in
      let distances = (
        abs(a.left.lowerBound - a.right.lowerBound), abs(b.left.lowerBound - b.right.lowerBound)
      )
      return (b.similarity, distances.0, a.left.lowerBound, a.right.lowerBound)
        < (a.similarity, distances.1, b.left.lowerBound, b.right.lowerBound)
    }
    var freeLeft = Set(left.indices)
    var freeRight = Set(right.indices)
    for pair in candidates
    where pair.left.allSatisfy(freeLeft.contains) && pair.right.allSatisfy(freeRight.contains) {
      pairs.append(pair)
      freeLeft.subtract(pair.left)
      freeRight.subtract(pair.right)
    }
    onlyLeft = freeLeft.sorted()
    onlyRight = freeRight.sorted()
  }

  private static func compare(
    _ left: [ParsedName.Part], _ i: Int, _ right: [ParsedName.Part], _ j: Int
  ) -> Pair {
    let (a, b) = (left[i], right[j])
    var pair = Pair(
      left: i..<(i + 1), right: j..<(j + 1), similarity: 0, weight: (a.weight + b.weight) / 2,
      isInitial: false, isFamiliar: false)
    if a.text == b.text {
      pair.similarity = 1
    } else if a.isInitial || b.isInitial {
      guard a.isInitial != b.isInitial else { return pair }
      pair.isInitial = true
      if a.text.first == b.text.first || a.sounds.sounds.first == b.sounds.sounds.first {
        pair.similarity = 0.9
      }
    } else if a.isNumber || b.isNumber {
      return pair
    } else {
      pair.similarity = PhoneticDistance.similarity(a.sounds, b.sounds)
      if pair.similarity < matchThreshold, let groups = NameLexicon.givenNameGroups[a.text],
        let others = NameLexicon.givenNameGroups[b.text], !groups.isDisjoint(with: others)
      {
        pair.similarity = 0.92
        pair.isFamiliar = true
      }
    }
    if a.isKunya != b.isKunya { pair.similarity *= 0.5 }
    return pair
  }

  /// Whether two parts that were aligned would match. As ``compare(_:_:_:_:)``, and faster where they do not.
  static func canMatch(_ a: ParsedName.Part, _ b: ParsedName.Part) -> Bool {
    guard a.isKunya == b.isKunya else { return false }
    if a.text == b.text { return true }
    if a.isInitial || b.isInitial {
      return a.isInitial != b.isInitial
        && (a.text.first == b.text.first || a.sounds.sounds.first == b.sounds.sounds.first)
    }
    if a.isNumber || b.isNumber { return false }
    if PhoneticDistance.isSimilar(a.sounds, b.sounds, threshold: matchThreshold) { return true }
    guard let groups = NameLexicon.givenNameGroups[a.text], let others = NameLexicon.givenNameGroups[b.text]
    else { return false }
    return !groups.isDisjoint(with: others)
  }

  /// "Good Will" and "Goodwill", "Nasr Allah" and "Nasrallah".
  private static func joined(_ left: [ParsedName.Part], _ right: [ParsedName.Part]) -> [Pair] {
    var pairs: [Pair] = []
    func collect(_ many: [ParsedName.Part], _ single: [ParsedName.Part], isLeft: Bool) {
      for start in many.indices {
        for end in (start + 2)..<(start + 4) where end <= many.count {
          let text = many[start..<end].map(\.text).joined()
          for (index, part) in single.enumerated() where abs(text.utf8.count - part.text.utf8.count) <= 2 {
            let similarity = PhoneticDistance.similarity(PhoneticSpelling(text), part.sounds)
            guard similarity >= matchThreshold else { continue }
            let (range, one) = (start..<end, index..<(index + 1))
            pairs.append(
              Pair(
                left: isLeft ? range : one, right: isLeft ? one : range, similarity: similarity, weight: 1,
                isInitial: false, isFamiliar: false))
          }
        }
      }
    }
    collect(left, right, isLeft: true)
    collect(right, left, isLeft: false)
    return pairs
  }
}
