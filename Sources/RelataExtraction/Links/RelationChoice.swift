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
  }

  /// What is left of a relation's probability where the types of its ends do not fit it.
  private static let misfit: Float = 0.2
  /// From this weight on a trigger's relation is taken.
  private static let sure = 0.85
  /// How often it is right where the heads see no link, and what is added where they see one.
  private static let grammar = 0.4
  private static let seen = 0.45
  /// How often the text's own word is right where there is a link that no relation fits.
  private static let open: Float = 0.6
  /// How sure a trigger of a relation that was not learned is, whatever the heads see.
  private static let taught = 0.7

  private let heads: FactHeads
  /// The relations of which an object has one subject at a time.
  private let offices: Set<String>
  /// For each learned relation the ontology's type, nil where the user's ontology has none.
  private let types: [RelationType?]
  /// For each type of entity the learned relations that it can be the subject (object) of.
  private let asSubject: [EntityType: [Bool]]
  private let asObject: [EntityType: [Bool]]

  init(heads: FactHeads, ontology: Ontology) {
    self.heads = heads
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

  /// - Parameter found: what the grammar of triggers links, the best first.
  func choice(
    for link: Link, subject: Chain, object: Chain, found: [TriggerLinks.Found], in tree: SentenceTree,
    objectToken: Int
  ) -> Chosen? {
    if let own = found.first(where: { heads.relationNumbers[$0.relation.id] == nil }) {
      return Chosen(
        relation: own.relation.id, isOpen: false, isSymmetric: own.relation.isSymmetric,
        probability: max(Self.taught, Double(link.probability)) * own.weight, trigger: own.description,
        predicate: own.predicate, role: Self.role(own))
    }
    // Where the grammar of a trigger links both and their types fit, its relation is more often
    // right than what was learned.
    if let sure = found.first, sure.weight >= Self.sure {
      return Chosen(
        relation: sure.relation.id, isOpen: false, isSymmetric: sure.relation.isSymmetric,
        probability: Self.grammar + Self.seen * Double(link.probability), trigger: sure.description,
        predicate: sure.predicate, role: Self.role(sure))
    }
    var scores = link.relations
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
    let total = scores.reduce(0, +)
    guard total > 0, let other = scores.indices.last else { return nil }
    // A near relation of the ontology says more than the text's own word, and any more than
    // a word that says nothing.
    let name = openName(link, objectToken, in: tree)
    scores[other] *= name == nil ? 0 : Self.open
    guard let best = scores.indices.max(by: { (scores[$0], $1) < (scores[$1], $0) }), scores[best] > 0 else {
      return nil
    }
    let probability = Double(scores[best] / total * link.probability)
    if let type = types[best] {
      let same = found.first { $0.relation.id == type.id }
      return Chosen(
        relation: type.id, isOpen: false, isSymmetric: type.isSymmetric, probability: probability,
        trigger: same?.description ?? Self.description(link, in: tree), predicate: same?.predicate,
        role: same.flatMap(Self.role))
    }
    return name.map { name in
      Chosen(
        relation: name, isOpen: true, isSymmetric: false, probability: probability, trigger: "open " + name,
        predicate: nil, role: nil)
    }
  }

  private static func role(_ found: TriggerLinks.Found) -> String? {
    found.role.map { found.isFormer ? "former " + $0 : $0 }
  }

  private static func description(_ link: Link, in tree: SentenceTree) -> String {
    link.trigger.map { "word \(tree.lemmas[$0])" } ?? "juxtaposition"
  }

  /// The lemma of the word that says it, with the adposition of the object: `collide_with`, `be_critic_of`.
  private func openName(_ link: Link, _ objectToken: Int, in tree: SentenceTree) -> String? {
    guard let trigger = link.trigger else { return nil }
    let lemma = tree.lemmas[trigger].filter { $0.isLetter || $0 == "-" }.replacing("-", with: "_")
    guard !lemma.isEmpty else { return nil }
    let adposition = tree.adposition(of: objectToken).replacing(" ", with: "_")
    let hangs = tree.heads[objectToken] == trigger && !adposition.isEmpty
    switch tree.tokens[trigger].partOfSpeech {
    case .verb: return lemma + (hangs ? "_" + adposition : "")
    case .noun, .adjective:
      // A noun without the object's adposition says that there is something, not what:
      // "installations in Tartus" of Russia.
      if hangs { return "be_" + lemma + "_" + adposition }
      return tree.relations[objectToken] == "nmod:poss" && tree.heads[objectToken] == trigger
        ? "be_" + lemma + "_of" : nil
    default: return nil
    }
  }
}
