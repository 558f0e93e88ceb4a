import RelataGraph
import RelataQuery
import RelataTestSupport
import Testing

@Suite("Names with typing errors, compared with looking at every name")
struct NameSearchPropertyTests {
  /// A word whose sound is the word itself: consonants and vowels in turn, without digraphs.
  private func word(_ random: inout SeededGenerator) -> [Character] {
    (0..<Int.random(in: 3...11, using: &random)).map { place in
      let letters: [Character] = place % 2 == 0 ? Array("bdfklmnrsv") : Array("aiu")
      return letters.randomElement(using: &random) ?? "b"
    }
  }

  private func changed(_ word: [Character], _ random: inout SeededGenerator) -> [Character] {
    var word = word
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0..<word.count, using: &random)
      let letter = Array("bdfklmnrsvaiu").randomElement(using: &random) ?? "b"
      switch Int.random(in: 0..<4, using: &random) {
      case 0: word[place] = letter
      case 1: word.insert(letter, at: place)
      case 2 where word.count > 2: word.remove(at: place)
      default: if place + 1 < word.count { word.swapAt(place, place + 1) }
      }
    }
    return word
  }

  /// Whether folding leaves a word as it is.
  private func isPlain(_ word: [Character]) -> Bool {
    zip(word, word.dropFirst()).allSatisfy { $0 != $1 && !($0 == "a" && $1 == "i") }
  }

  /// By the definition of optimal string alignment.
  private func distance(_ a: [Character], _ b: [Character]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          table[i][j] = i + j
          continue
        }
        table[i][j] = min(
          table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }

  private func limit(_ a: [Character], _ b: [Character]) -> Int {
    switch min(a.count, b.count) {
    case ..<5: 0
    case 5...7: 1
    default: 2
    }
  }

  @Test("exactly the names within the documented number of errors are found", arguments: 0..<40)
  func nearby(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let words = Set((0..<300).map { _ in word(&random) }.filter(isPlain)).sorted { String($0) < String($1) }
    let graph = KnowledgeGraph(entities: words.map { entity("e/" + String($0), String($0)) })
    let matcher = EntityMatcher(graph)
    var checked = 0
    for _ in 0..<60 {
      let query = changed(words.randomElement(using: &random) ?? [], &random)
      guard isPlain(query), !words.contains(query) else { continue }
      let expected = words.filter { distance(query, $0) <= limit(query, $0) }.map { "e/" + String($0) }
      let found: [EntityMatch]
      switch matcher.find(String(query)) {
      case .unique(let match): found = [match]
      case .ambiguous(let matches): found = matches
      case .unknown(let suggestions):
        found = []
        let best = suggestions.first.map {
          distance(query, Array($0.name)) * 1000 / max(query.count, $0.name.count)
        }
        let least = words.map { distance(query, $0) * 1000 / max(query.count, $0.count) }.min() ?? 0
        #expect(best ?? 501 == (least <= 500 ? least : 501), "\(String(query)): \(suggestions.map(\.name))")
      }
      #expect(found.map(\.entity.id.rawValue).sorted() == expected.sorted(), "\(String(query))")
      #expect(found.allSatisfy { $0.quality == .nearby })
      checked += 1
    }
    #expect(checked > 20)
  }
}
