import RelataGazetteer
import RelataGraph
import RelataLanguage
import RelataNames
import RelataTestSupport
import Testing

@testable import RelataExtraction

/// What is looked up is what comparing each name with each would find.
@Suite struct ManyNamesTests {
  private func mention(_ text: String, sentence: Int) -> Mention {
    let count = text.split(separator: " ").count
    return Mention(
      kind: .name, sentence: sentence, tokens: 0..<count, head: count - 1, text: text, types: [.person],
      typeConfidence: 0.9, gender: nil, isPlural: false)
  }

  private static let words = [
    "Ahmed", "Ahmad", "Akhmed", "al-Sharaa", "Sharaa", "Shara", "Ben", "Ali", "van", "Gaal", "J.", "John",
    "Jon",
    "S.", "Smith", "Smyth", "Maria", "Elena", "A", "de la", "Cruz", "Krus", "é", "Élan", "Kwok-hing", "Kwok",
  ]

  @Test(arguments: 0..<30) func namesThatFitAreFound(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let texts = (0..<80).map { _ in
      (0..<(seed % 5 == 0 ? 9 : 2 + Int(random.next() % 3))).map { _ in
        Self.words.randomElement(using: &random) ?? ""
      }.joined(separator: " ")
    }
    let mentions = texts.enumerated().map { mention($1, sentence: $0) }
    let names = Dictionary(texts.map { ($0, PersonName($0)) }, uniquingKeysWith: { first, _ in first })
    let full = mentions.indices.filter { (names[texts[$0]]?.words.count ?? 0) > 1 }
    let index = PersonIndex(full, names: names, mentions: mentions)
    let found = FullNameIndex(index, names: names, mentions: mentions)
    var pairs = 0
    for spelling in index.spellings {
      let name = PersonName(texts[spelling])
      let expected = index.candidates(name).filter {
        $0 != spelling && names[texts[$0]]?.isCompatible(with: name) == true
      }
      #expect(found.fitting(spelling) == expected, "\(texts[spelling])")
      pairs += expected.count
    }
    #expect(seed % 5 == 0 || pairs > 0)
  }

  @Test(arguments: 0..<20) func aShortNameMeansWhomTheTextSpeaksOfMost(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    func number(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
    let fitting = (0..<number(40)).map { ($0, number(20), number(12)) }
    let weight = Dictionary(uniqueKeysWithValues: (0..<10).map { ($0, number(4)) })
    let targets = ShortNameTargets(fitting, weight: weight)
    for sentence in -1...21 {
      var values: [Int: Int] = [:]
      for (_, place, root) in fitting {
        let value = weight[root, default: 0] + (place <= sentence ? 1 : 0)
        values[root] = max(values[root] ?? 0, value)
      }
      let expected = values.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      let best = targets.best(in: sentence)
      #expect(best?.root == expected)
      #expect(best?.fuller == fitting.first { $0.2 == expected }?.0)
    }
    for root in 0..<12 { #expect(targets.contains(root) == fitting.contains { $0.2 == root }) }
  }

  @Test func slipsOfThePenAreFound() {
    var random = SeededGenerator(seed: 5)
    let words = Set(
      (0..<150).map { _ in
        "s"
          + String(
            (0..<(4 + Int(random.next() % 3))).map { _ in "abcé".randomElement(using: &random) ?? "a" })
      })
    let index = SlipIndex(words)
    var slips = 0
    for word in words.sorted() {
      let expected = words.filter {
        guard word.count >= 6, $0.count >= 6, $0 != word else { return false }
        let distance = EditDistance.levenshtein($0, word)
        return distance == 1 || distance == 2 && $0.sorted() == word.sorted()
      }
      #expect(index.words(meantBy: word) == expected)
      slips += expected.count
    }
    #expect(slips > 30)
    #expect(index.words(meantBy: "tabcab").isEmpty)
  }

  /// A list of a family, and the surname alone as often: compared each with each, it took minutes.
  @Test func thousandsOfOneSurnameTakeSeconds() throws {
    // No two sound alike: four consonants, of which no neighbours are one.
    let letters = Array("bdfklmnprst")
    let consonants = (0..<11 * 11 * 11 * 11).map { [$0 % 11, $0 / 11 % 11, $0 / 121 % 11, $0 / 1331] }
    let given = consonants.filter { zip($0, $0.dropFirst()).allSatisfy(!=) }.prefix(8_000).map {
      $0.map { "\(letters[$0])a" }.joined()
    }
    var mentions: [Mention] = []
    for (sentence, name) in given.enumerated() {
      mentions.append(mention("\(name) Marlowe", sentence: sentence))
      mentions.append(mention("Marlowe", sentence: sentence))
    }
    let trees = given.map { _ in SentenceTree(Sentence(tokens: [])) }
    let clusterer = try NameClusterer(
      ontology: Ontology(types: [], relations: []), gazetteer: .embedded())
    var chains: [Chain] = []
    let time = ContinuousClock().measure { chains = clusterer.cluster(&mentions, trees: trees) }
    #expect(chains.count == given.count)
    #expect(time < .seconds(15 * CostScale.factor), "\(time)")
  }
}
