import RelataGraph
import RelataLanguage
import RelataWords

/// Who holds which office, by what a text says beside the names: "Greek Prime Minister Kyriakos Mitsotakis". A description
/// that is this office, if only in the headline ("Greek prime minister reaffirms …"), means its holder.
///
/// What is learned of antecedents looks back for them, and not far.
struct OfficeHolders {
  private struct Office: Hashable {
    var title: String
    /// The chain of what it is held in.
    var body: Int
  }

  private let mentions: [Mention]
  private let trees: [SentenceTree]
  /// By sentence and head token: the mention that names, and the one that describes.
  private var named: [[Int: Int]]
  private var described: [[Int: Int]]

  /// - Parameter mentions: in the order of the text, names with their chains.
  init(_ mentions: [Mention], _ trees: [SentenceTree]) {
    self.mentions = mentions
    self.trees = trees
    named = trees.map { _ in [:] }
    described = named
    for (index, mention) in mentions.enumerated() {
      switch mention.kind {
      case .name, .demonym: named[mention.sentence][mention.head] = index
      case .nominal: described[mention.sentence][mention.head] = index
      case .pronoun: break
      }
    }
  }

  /// Antecedents as they are where offices are heeded: of a description that is an office the first mention that names its
  /// only holder; never who holds the same office elsewhere ("the Polish prime minister"), nor the holder for another
  /// ("the next prime minister").
  /// - Parameters:
  ///   - antecedents: for each mention the one before it that speaks of the same, if any.
  ///   - roles: by sentence.
  /// - Complexity: linear in roles and mentions.
  func corrected(_ antecedents: [Int?], _ roles: [[RoleOccurrence]]) -> [Int?] {
    let holders = holders(roles)
    var bodies: [String: [Int: Set<Int>]] = [:]
    for (office, persons) in holders {
      for person in persons.keys {
        bodies[office.title, default: [:]][person, default: []].insert(office.body)
      }
    }
    var corrected = antecedents
    for (sentence, list) in roles.enumerated() {
      for role in list where !role.isFormer && role.holders.isEmpty {
        guard let description = described[sentence][role.token], let office = office(of: role, sentence)
        else { continue }
        let meant = meansHolder(role.token, in: trees[sentence])
        let persons = holders[office] ?? [:]
        if meant, persons.count == 1 {
          corrected[description] = persons.values.first
        } else if let antecedent = antecedents[description], let person = mentions[antecedent].entities.first,
          let held = bodies[office.title]?[person], !meant || !held.contains(office.body)
        {
          corrected[description] = nil
        }
      }
    }
    return corrected
  }

  /// Of each office: who is said to hold it, and the first mention that says so.
  private func holders(_ roles: [[RoleOccurrence]]) -> [Office: [Int: Int]] {
    var holders: [Office: [Int: Int]] = [:]
    for (sentence, list) in roles.enumerated() {
      for role in list where !role.isFormer {
        guard let office = office(of: role, sentence), let holder = holder(of: role, sentence),
          let person = mentions[holder].entities.first, holders[office]?[person] == nil
        else { continue }
        holders[office, default: [:]][person] = holder
      }
    }
    return holders
  }

  private func office(of role: RoleOccurrence, _ sentence: Int) -> Office? {
    let bodies = Set(
      role.bodies.compactMap { named[sentence][$0] }.compactMap { mentions[$0].entities.first })
    guard bodies.count == 1, let body = bodies.first else { return nil }
    let words = role.title.lowercased().split(separator: " ").map(String.init)
    let title = words.filter { !CoreferenceWordList.temporary.words.contains($0) }
    return Office(title: title.joined(separator: " "), body: body)
  }

  private func holder(of role: RoleOccurrence, _ sentence: Int) -> Int? {
    let persons = role.holders.compactMap { named[sentence][$0] }.filter {
      mentions[$0].types.first == .person
    }
    return persons.count == 1 ? persons[0] : nil
  }

  /// Not "a Greek minister", "the next president", "the presidents".
  private func meansHolder(_ token: Int, in tree: SentenceTree) -> Bool {
    !tree.tokens[token].tag.hasSuffix("S")
      && !tree.children[token].contains {
        CoreferenceWordList.indefinite.words.contains(tree.lemmas[$0])
          || CoreferenceWordList.otherHolders.words.contains(tree.lemmas[$0])
          || tree.tokens[$0].partOfSpeech == .numeral
      }
  }
}
