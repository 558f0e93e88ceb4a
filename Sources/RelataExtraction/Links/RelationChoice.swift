import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Names a link: by what was learned, by the ontology's triggers for relations that nobody taught, else
/// by the text's own words.
struct RelationChoice: Sendable {
  struct Chosen: Sendable {
    var relation: String
    var isOpen: Bool
    var isSymmetric: Bool
    /// The probability of the statement.
    var probability: Double
    var trigger: String
    /// The token whose clause says it, where the grammar of a trigger links both.
    var predicate: Int?
    var role: String?
    /// What the words of a trigger say of themselves: "president-elect" is planned.
    var isDenied = false
    var modality: Modality?
  }

  /// What is left of a relation's probability where the types of its ends do not fit it.
  private static let misfit: Float = 0.2
  /// From this weight on the grammar of a trigger counts.
  private static let sure = 0.85
  /// How much likelier a relation is that it gives.
  private static let grammar: Float = 10
  /// How sure a link is that such grammar finds where the heads see none: they read short texts worse.
  private static let unseen: Float = 0.2
  /// How much the text's own word counts beside relations, where it may be that none fits.
  private static let open: Float = 0.45
  /// How sure a trigger of a relation that was not learned is, whatever the heads see.
  private static let taught = 0.7

  private let heads: FactHeads
  private let weights: RelationWeights
  /// For each learned relation its place among the weights', nil where they do not know it.
  private let places: [Int?]
  /// The relations of which an object has one subject at a time.
  private let offices: Set<String>
  /// For each learned relation the ontology's type, nil where the user's ontology has none.
  private let types: [RelationType?]
  /// For each type of entity the learned relations that it can be the subject (object) of.
  private let asSubject: [EntityType: [Bool]]
  private let asObject: [EntityType: [Bool]]
  private let words: WordLists

  init(heads: FactHeads, weights: RelationWeights, ontology: Ontology, words: WordLists) {
    self.heads = heads
    self.words = words
    self.weights = weights
    places = heads.relations.map { weights.relations.firstIndex(of: $0) }
    offices = Set(ontology.relations.filter(\.isInverseFunctional).map(\.id))
    let types = heads.relations.map { ontology.relation($0) }
    self.types = types
    func table(_ allowed: (RelationType) -> [EntityType]) -> [EntityType: [Bool]] {
      Dictionary(
        uniqueKeysWithValues: ontology.types.map { kind in
          (kind.type, types.map { type in type.map { ontology.allows(kind.type, in: allowed($0)) } ?? false })
        })
    }
    asSubject = table(\.domain)
    asObject = table(\.range)
  }

  /// Whether one at a time can be the subject of a relation to an object: a state's head.
  func isOffice(_ relation: String) -> Bool { offices.contains(relation) }

  /// - Parameters:
  ///   - ends: the link's mentions.
  ///   - found: what the grammar of triggers links, the best first.
  func choice(
    for link: Link, subject: Chain, object: Chain, ends: (subject: Mention, object: Mention),
    found: [TriggerLinks.Found], in tree: SentenceTree
  ) -> Chosen? {
    if let own = found.first(where: { heads.relationNumbers[$0.relation.id] == nil }) {
      return Chosen(
        relation: own.relation.id, isOpen: false, isSymmetric: own.relation.isSymmetric,
        probability: max(Self.taught, Double(link.probability)) * own.weight, trigger: own.description,
        predicate: own.predicate, role: Self.role(own), isDenied: own.trigger.polarity == .negated,
        modality: own.trigger.modality)
    }
    // The grammar says it of the mentions that it links, not of others of the same two.
    let here = found.filter { $0.subject == ends.subject.head && $0.object == ends.object.head }
    var scores = relations(
      of: link,
      RelationFeatures(
        subject: RelationFeatures.End(ends.subject, of: subject),
        object: RelationFeatures.End(ends.object, of: object),
        trigger: trigger(of: link, ends.subject.head, here, in: tree), in: tree))
    let (left, right) = (asSubject[subject.type] ?? [], asObject[object.type] ?? [])
    for number in types.indices.dropLast() {
      if types[number] == nil {
        scores[number] = 0
      } else if !left.indices.contains(number) || !left[number] || !right.indices.contains(number)
        || !right[number]
      {
        scores[number] *= Self.misfit
      }
    }
    if isOfficeOfOther(link, ends, in: tree) {
      for number in types.indices where types[number].map({ isOffice($0.id) }) == true { scores[number] = 0 }
    }
    let sure = here.first.flatMap { $0.weight >= Self.sure ? heads.relationNumbers[$0.relation.id] : nil }
    if let sure { scores[sure] *= Self.grammar }
    let total = scores.reduce(0, +)
    guard total > 0, let other = scores.indices.last else { return nil }
    // A near relation of the ontology says more than the text's own word, and any more than
    // a word that says nothing.
    let name = openName(link, ends.subject.head, ends.object.head, in: tree)
    scores[other] *= name == nil ? 0 : Self.open
    guard let best = scores.indices.max(by: { (scores[$0], $1) < (scores[$1], $0) }), scores[best] > 0,
      here.contains(where: { $0.relation.id == types[best]?.id }) || !isAboutOther(link, ends, in: tree)
    else { return nil }
    let linked = best == sure ? Self.unseen + (1 - Self.unseen) * link.probability : link.probability
    let probability = Double(scores[best] / total * linked)
    if let type = types[best] {
      let same = here.first { $0.relation.id == type.id }
      return Chosen(
        relation: type.id, isOpen: false, isSymmetric: type.isSymmetric, probability: probability,
        trigger: same?.description ?? Self.description(link, in: tree), predicate: same?.predicate,
        role: same.flatMap(Self.role), isDenied: same?.trigger.polarity == .negated,
        modality: same?.trigger.modality)
    }
    return name.map { name in
      Chosen(
        relation: name, isOpen: true, isSymmetric: false, probability: probability, trigger: "open " + name,
        predicate: nil, role: nil)
    }
  }

  /// The word that says a link: the title, where the heads see but the "of" of "Prime Ministers A of O and B of P", or the
  /// title of another ("*President* A and Prime Minister B of O").
  private func trigger(
    of link: Link, _ subject: Int, _ found: [TriggerLinks.Found], in tree: SentenceTree
  ) -> Int? {
    guard let trigger = link.trigger,
      let title = found.first(where: { $0.role != nil && $0.weight >= Self.sure })
    else { return link.trigger }
    let isOthersTitle =
      ["nmod:desc", "appos"].contains(tree.relations[trigger]) && tree.heads[trigger] != subject
    return tree.tokens[trigger].partOfSpeech == .adposition || isOthersTitle ? title.predicate : trigger
  }

  /// Whether the office that a link speaks of is one that the subject deputizes for or seeks: "vice president
  /// of O", "nominee for president of O".
  private func isOfficeOfOther(
    _ link: Link, _ ends: (subject: Mention, object: Mention), in tree: SentenceTree
  ) -> Bool {
    [link.trigger, tree.heads[ends.object.head]].compactMap(\.self).contains { noun in
      let isDeputy =
        tree.lemmas[noun].hasPrefix("vice-")
        || tree.children[noun].contains { $0 < noun && words[.deputyWords].contains(tree.lemmas[$0]) }
      let isTitle =
        [noun, tree.heads[noun]].contains(ends.subject.head) || tree.heads[ends.subject.head] == noun
      let isNoun = [.noun, .properNoun].contains(tree.tokens[noun].partOfSpeech)
      return isDeputy || isNoun && !isTitle && tree.adposition(of: noun) == "for"
    }
  }

  /// Whether the noun that a link speaks of is the complement of the noun that the subject is called: what is
  /// said of "the president of O" is not said of his wife.
  private func isAboutOther(
    _ link: Link, _ ends: (subject: Mention, object: Mention), in tree: SentenceTree
  ) -> Bool {
    let subject = ends.subject.head
    guard let title = link.trigger ?? tree.heads[ends.object.head], title != subject,
      tree.heads[ends.object.head] == title, tree.tokens[title].partOfSpeech == .noun,
      tree.relations[title] == "nmod", let noun = tree.heads[title], tree.tokens[noun].partOfSpeech == .noun
    else { return false }
    return noun == subject || tree.heads[subject] == noun && tree.relations[subject] == "appos"
      || tree.heads[noun] == subject && tree.relations[noun] == "appos"
  }

  /// What the heads and the words and the tree around the ends say together: the product of both.
  private func relations(of link: Link, _ features: RelationFeatures) -> [Float] {
    let known = Logistic.probabilities(weights.scores(features))
    return zip(link.relations, places).map { probability, place in
      probability * (place.map { known[$0] } ?? 0)
    }
  }

  private static func role(_ found: TriggerLinks.Found) -> String? {
    found.role.map { found.isFormer ? "former " + $0 : $0 }
  }

  private static func description(_ link: Link, in tree: SentenceTree) -> String {
    link.trigger.map { "word \(tree.lemmas[$0])" } ?? "juxtaposition"
  }

  /// The lemma of the word that says it, with what a verb has besides and the adposition of the object:
  /// `collide_with`, `offer_reward_for`, `be_escorted_through`, `be_critic_of`.
  private func openName(_ link: Link, _ subject: Int, _ object: Int, in tree: SentenceTree) -> String? {
    guard let trigger = link.trigger, let lemma = Self.word(trigger, in: tree) else { return nil }
    let adposition = tree.adposition(of: object).replacing(" ", with: "_")
    let hangs = tree.heads[object] == trigger && !adposition.isEmpty
    switch tree.tokens[trigger].partOfSpeech {
    case .verb:
      let noun = tree.child(of: trigger, "obj").flatMap {
        $0 != object && tree.tokens[$0].partOfSpeech == .noun ? $0 : nil
      }
      let isBelowNoun = noun != nil && tree.heads[object] == noun && !adposition.isEmpty
      let isDone =
        tree.heads[subject] == trigger && tree.relations[subject] == "nsubj:pass"
        || tree.tokens[trigger].tag == "VBN" && tree.heads[trigger] == subject
      let parts = [
        isDone ? "be_" + Self.word(tree.tokens[trigger].form.lowercased()) : lemma,
        tree.child(of: trigger, "compound:prt").flatMap { Self.word($0, in: tree) },
        noun.flatMap { Self.word($0, in: tree) }, hangs || isBelowNoun ? adposition : nil,
      ]
      return parts.compactMap(\.self).joined(separator: "_")
    case .noun, .adjective:
      // "Deleted a photo of O".
      if hangs, tree.relations[trigger] == "obj", let verb = tree.heads[trigger],
        tree.child(of: verb, "nsubj") == subject, let deed = Self.word(verb, in: tree)
      {
        return [deed, lemma, adposition].joined(separator: "_")
      }
      // A noun without the object's adposition says that there is something, not what:
      // "installations in Tartus" of Russia.
      if hangs { return "be_" + lemma + "_" + adposition }
      return tree.relations[object] == "nmod:poss" && tree.heads[object] == trigger
        ? "be_" + lemma + "_of" : nil
    default: return nil
    }
  }

  /// A lemma as part of a relation's name, nil where nothing of it can be.
  private static func word(_ token: Int, in tree: SentenceTree) -> String? {
    let lemma = word(tree.lemmas[token])
    return lemma.isEmpty ? nil : lemma
  }

  private static func word(_ text: String) -> String {
    text.filter { $0.isLetter || $0 == "-" }.replacing("-", with: "_")
  }
}

extension RelationFeatures.End {
  fileprivate init(_ mention: Mention, of chain: Chain) {
    self.init(
      token: mention.head, type: chain.type.rawValue,
      isNameless: mention.kind == .nominal || mention.kind == .pronoun)
  }
}
