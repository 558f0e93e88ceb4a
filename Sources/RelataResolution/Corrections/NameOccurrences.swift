import RelataNames

/// Which of some names a sentence holds.
///
/// Where one name is part of another ("Hmeimim" of "Hmeimim airbase"), the longer one is meant.
struct NameOccurrences {
  /// Whose each name is; names as they are compared.
  private let owners: [String: Int]
  /// The numbers of words that names have, the largest first.
  private let lengths: [Int]

  init(_ owners: [String: Int]) {
    self.owners = owners
    lengths = Set(owners.keys.map { $0.split(separator: " ").count }).filter { $0 > 0 }.sorted(by: >)
  }

  /// The names, as they are compared, in the order of the text.
  /// - Complexity: O(words of the text · different numbers of words).
  func names(in text: String) -> [String] {
    let words = NameWords.split(text).map(\.text)
    var found: [String] = []
    var next = 0
    while next < words.count {
      var step = 1
      for length in lengths where next + length <= words.count {
        let name = words[next..<next + length].joined(separator: " ")
        guard owners[name] != nil else { continue }
        found.append(name)
        step = length
        break
      }
      next += step
    }
    return found
  }

  /// The owner of all names that a text holds; nil where it holds none, or several owners' names.
  func owner(in text: String) -> Int? {
    let found = Set(names(in: text).compactMap { owners[$0] })
    return found.count == 1 ? found.first : nil
  }
}
