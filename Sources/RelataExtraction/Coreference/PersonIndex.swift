/// Finds the names of persons that share a word with a given one, however it is romanised.
struct PersonIndex {
  /// The first mention of each spelling, in the order of the text.
  let spellings: [Int]
  private var byKey: [String: [Int]] = [:]

  /// - Parameter mentions: those to index, in the order of the text, with the names of their texts.
  /// - Complexity: linear in names.
  init(_ persons: [Int], names: [String: PersonName], mentions: [Mention]) {
    var seen: Set<String> = []
    spellings = persons.filter { seen.insert(mentions[$0].text).inserted }
    for index in spellings {
      for key in Set(names[mentions[index].text]?.keys ?? []) { byKey[key, default: []].append(index) }
    }
  }

  /// Mentions of names that share a word with a name, in the order of the text.
  func candidates(_ name: PersonName?) -> [Int] {
    guard let name else { return [] }
    let lists = Set(name.keys).compactMap { byKey[$0] }
    return lists.count == 1 ? lists[0] : Set(lists.joined()).sorted()
  }
}
