import RelataGazetteer
import RelataGraph

/// What the grammar of the ontology's triggers links in a sentence: who fills the slots of
/// each, where their types fit.
///
/// The heads for links weigh it as one sign among others; for relations that the model has not learned
/// it is what types a link.
struct TriggerLinks: Sendable {
  struct Ends: Hashable {
    var subject: Int
    var object: Int
  }

  struct Found: Sendable {
    var relation: RelationType
    /// The relation's place in the ontology.
    var rank: Int
    var trigger: Trigger
    var description: String
    /// The token whose clause carries negation, modality and time.
    var predicate: Int
    var role: String?
    var isFormer: Bool
    /// How directly the syntax links both, and how well their types fit, 0…1.
    var weight: Double
    /// The heads of the mentions that it links.
    var subject, object: Int
  }

  private let ontology: Ontology
  private let coreference: Coreference

  init(ontology: Ontology, coreference: Coreference) {
    self.ontology = ontology
    self.coreference = coreference
  }

  /// For each ordered pair of chains what links them, the best first.
  func links(_ frames: [TriggerMatch], sentence: Int) -> [Ends: [Found]] {
    let tree = coreference.trees[sentence]
    var result: [Ends: [Found]] = [:]
    for frame in frames {
      let trigger = frame.match.trigger
      let domain = trigger.domain.isEmpty ? frame.match.relation.domain : trigger.domain
      let range = trigger.range.isEmpty ? frame.match.relation.range : trigger.range
      // A title belongs to one name of a list: "Foreign Minister X and Health Minister Y", and to as many bodies as
      // the finder of roles has told.
      let lefts = ends(frame.subjects, in: tree, sentence: sentence, withConjuncts: frame.role == nil)
      // "A and B met": each pair once, and not where a list of ten would give fifty.
      if frame.isReciprocal, !(2...4).contains(lefts.count) { continue }
      let rights =
        frame.isReciprocal
        ? lefts : ends(frame.objects, in: tree, sentence: sentence, withConjuncts: frame.role == nil)
      for (position, left) in lefts.enumerated() {
        for right in frame.isReciprocal ? rights[(position + 1)...] : rights[...]
        where left.entity != right.entity {
          let (subject, object) = trigger.isReversed ? (right, left) : (left, right)
          guard let a = fit(subject.entity, domain), let b = fit(object.entity, range) else { continue }
          result[Ends(subject: subject.entity, object: object.entity), default: []].append(
            Found(
              relation: frame.match.relation, rank: frame.match.rank, trigger: trigger,
              description: frame.match.description, predicate: frame.predicate, role: frame.role,
              isFormer: frame.isFormer,
              weight: frame.weight * a * b, subject: subject.token, object: object.token))
        }
      }
    }
    return result.mapValues { found in found.sorted(by: Self.isBetter) }
  }

  /// The longer pattern, then the surer, then the earlier relation of the ontology.
  private static func isBetter(_ a: Found, than b: Found) -> Bool {
    (a.trigger.pattern.count, a.weight, -a.rank) > (b.trigger.pattern.count, b.weight, -b.rank)
  }

  /// 1 where the type is allowed, less where it is uncertain, nil where it is wrong.
  private func fit(_ entity: Int, _ allowed: [EntityType]) -> Double? {
    let chain = coreference.chains[entity]
    if ontology.allows(chain.type, in: allowed) { return 1 }
    if chain.type == .thing { return 0.6 }
    // "Place" may be a city, "Organization" an armed group: the type is only not known more exactly.
    if chain.typeConfidence < 0.8, allowed.contains(where: { ontology.isKind($0, of: chain.type) }) {
      return 0.8
    }
    return chain.typeConfidence < 0.65 ? 0.5 : nil
  }

  /// The entities that some tokens speak of, each once, and where: conjuncts and examples ("powers such as
  /// Turkey and Iran") included.
  private func ends(
    _ tokens: [Int], in tree: SentenceTree, sentence: Int, withConjuncts: Bool = true
  ) -> [(entity: Int, token: Int)] {
    var result: [(entity: Int, token: Int)] = []
    for first in tokens {
      for token in withConjuncts ? tree.conjuncts(of: first) : [first] {
        var places = [token]
        for child in tree.children(of: token, "nmod")
        where coreference.words[.exampleAdpositions].contains(tree.adposition(of: child)) {
          places += tree.conjuncts(of: child)
        }
        for place in places {
          for entity in coreference.entities(at: place, sentence: sentence)
          where !result.contains(where: { $0.entity == entity }) {
            result.append((entity, place))
          }
        }
      }
    }
    return result
  }
}
