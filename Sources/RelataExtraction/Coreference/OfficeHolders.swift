import RelataGraph
import RelataLanguage
import RelataWords

/// Who holds which office, by the titles beside names: "Greek Prime Minister Kyriakos Mitsotakis". A
/// description that is this office, if only in the headline ("Greek prime minister reaffirms …"), means its
/// holder.
///
/// What is learned of antecedents looks back for them, and not far. Only offices that one person holds at a
/// time are heeded.
struct OfficeHolders {
  private struct Office: Hashable {
    var title: String
    /// The chain of what it is held in.
    var body: Int
    /// "Interim president": whoever is president may be called so, but an interim president not the
    /// president.
    var isActing: Bool
  }

  private let mentions: [Mention]
  private let trees: [SentenceTree]
  /// By sentence and head token: the mention that names, and the one that describes.
  private var named: [[Int: Int]]
  private var described: [[Int: Int]]
  /// Chains of countries.
  private let countries: Set<Int>

  private static let titles = CoreferenceWordList.soleOffices.words
  private static let acting = CoreferenceWordList.acting.words
  private static let others = CoreferenceWordList.otherHolders.words

  /// - Parameter mentions: in the order of the text, names with their chains.
  init(_ mentions: [Mention], _ trees: [SentenceTree]) {
    self.mentions = mentions
    self.trees = trees
    named = trees.map { _ in [:] }
    described = named
    countries = Set(mentions.filter { $0.types.first == .country }.compactMap(\.entities.first))
    for (index, mention) in mentions.enumerated() {
      switch mention.kind {
      case .name, .demonym: named[mention.sentence][mention.head] = index
      case .nominal: described[mention.sentence][mention.head] = index
      case .pronoun: break
      }
    }
  }

  /// Gives a description of an office that has no antecedent, or one whom the text does not call so, the
  /// first mention of the office's only holder, before it or after it; takes from a description an antecedent
  /// who holds the same office of another country ("the Polish prime minister"), or who is followed in it
  /// ("the next prime minister").
  /// - Parameters:
  ///   - antecedents: for each mention the one before it that speaks of the same, if any.
  ///   - roles: by sentence.
  /// - Complexity: linear in roles and mentions.
  func corrected(_ antecedents: [Int?], _ roles: [[RoleOccurrence]]) -> [Int?] {
    let holders = holders(roles)
    var states: [String: [Int: Set<Int>]] = [:]
    for (office, persons) in holders {
      for person in persons.keys {
        states[office.title, default: [:]][person, default: []].insert(office.body)
      }
    }
    var corrected = antecedents
    for (sentence, list) in roles.enumerated() {
      for role in list where !role.isFormer && role.holders.isEmpty {
        guard let description = described[sentence][role.token], let office = office(of: role, sentence)
        else { continue }
        if let antecedent = antecedents[description] {
          guard let person = mentions[antecedent].entities.first else { continue }
          guard let held = states[office.title]?[person] else {
            // Whom the text calls so is meant rather than somebody whom it does not.
            if isPlain(role, sentence), isSpokenOf(role.token, in: trees[sentence]),
              let holder = only(office, holders)
            {
              corrected[description] = holder
            }
            continue
          }
          let isElsewhere = !held.contains(office.body) && held.union([office.body]).isSubset(of: countries)
          if isElsewhere || isFollowed(role, sentence) { corrected[description] = nil }
        } else if isPlain(role, sentence), isSpokenOf(role.token, in: trees[sentence]) {
          corrected[description] = only(office, holders)
        }
      }
    }
    return corrected
  }

  // MARK: Holders

  /// Of each office: who is said to hold it, and the first mention that says so by the mere title.
  private func holders(_ roles: [[RoleOccurrence]]) -> [Office: [Int: Int?]] {
    var holders: [Office: [Int: Int?]] = [:]
    for (sentence, list) in roles.enumerated() {
      for role in list where !role.isFormer {
        guard let office = office(of: role, sentence) else { continue }
        for holder in role.holders where isBeside(role.token, holder, in: trees[sentence]) {
          guard let mention = named[sentence][holder], mentions[mention].types.first == .person,
            let person = mentions[mention].entities.first
          else { continue }
          let known: Int? = holders[office]?[person] ?? nil
          let plain = known ?? (isPlain(role, sentence) ? mention : nil)
          holders[office, default: [:]].updateValue(plain, forKey: person)
        }
      }
    }
    return holders
  }

  private func only(_ office: Office, _ holders: [Office: [Int: Int?]]) -> Int? {
    var persons = holders[office] ?? [:]
    if office.isActing {
      let plain = Office(title: office.title, body: office.body, isActing: false)
      persons.merge(holders[plain] ?? [:]) { $0 ?? $1 }
    }
    return persons.count == 1 ? persons.values.first ?? nil : nil
  }

  /// "President Putin", "Putin, the president of Russia"; not who "could become president".
  private func isBeside(_ token: Int, _ name: Int, in tree: SentenceTree) -> Bool {
    let beside: Set = ["appos", "flat", "compound", "nmod:desc", "nmod:unmarked"]
    return tree.heads[token] == name && beside.contains(tree.relations[token])
      || tree.heads[name] == token && beside.contains(tree.relations[name])
  }

  // MARK: Offices

  private func office(of role: RoleOccurrence, _ sentence: Int) -> Office? {
    let bodies = role.bodies.map { named[sentence][$0].flatMap { mentions[$0].entities.first } }
    guard let body = bodies.first ?? nil, bodies.allSatisfy({ $0 == body }),
      let title = title(of: role.title)
    else { return nil }
    let isActing = before(role, sentence).contains { Self.acting.contains(trees[sentence].lemmas[$0]) }
    return Office(title: title, body: body, isActing: isActing)
  }

  /// The longest end of a title that is an office: "embattled prime minister" is one of a prime minister.
  private func title(of written: String) -> String? {
    let words = written.lowercased().split(separator: " ")
    return words.indices.map { words[$0...].joined(separator: " ") }.first(where: Self.titles.contains)
  }

  // MARK: Words beside an office

  /// What hangs on an office, or on the name behind it, and stands before its title; what stands beside it
  /// and makes it another's, whatever that hangs on ("then Syrian President Bashar al-Assad").
  private func before(_ role: RoleOccurrence, _ sentence: Int) -> [Int] {
    let tree = trees[sentence]
    let first = role.token - role.title.split(separator: " ").count + 1
    var found = ([role.token] + role.holders).flatMap { tree.children[$0] }.filter { $0 < first }
    var beside = first - 1
    while beside >= 0, role.bodies.contains(beside) || tree.heads[beside].map(role.bodies.contains) == true {
      beside -= 1
    }
    if beside >= 0, Self.others.contains(tree.lemmas[beside]) { found.append(beside) }
    return found
  }

  /// Whether a title stands for itself: not "the embattled president", "then President Assad", "a vice
  /// president".
  private func isPlain(_ role: RoleOccurrence, _ sentence: Int) -> Bool {
    let tree = trees[sentence]
    return title(of: role.title) == role.title.lowercased()
      && before(role, sentence).allSatisfy { token in
        role.bodies.contains(token) || tree.lemmas[token] == "the" || Self.acting.contains(tree.lemmas[token])
          || ["case", "punct", "cc"].contains(tree.universalRelation(of: token))
      }
  }

  private func isFollowed(_ role: RoleOccurrence, _ sentence: Int) -> Bool {
    before(role, sentence).contains { Self.others.contains(trees[sentence].lemmas[$0]) }
  }

  /// One person, who is spoken of: not "the presidents", "ran for president", "the president who ordered it
  /// in 1945".
  private func isSpokenOf(_ token: Int, in tree: SentenceTree) -> Bool {
    !tree.tokens[token].tag.hasSuffix("S") && !["for", "as"].contains(tree.adposition(of: token))
      && !tree.children[token].contains { tree.universalRelation(of: $0) == "acl" }
  }
}
