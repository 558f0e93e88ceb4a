import RelataGraph
import RelataLanguage

/// Turns the frames of one sentence into statements between entities, with types checked and qualifiers read.
struct StatementBuilder: Sendable {
  let ontology: Ontology
  let coreference: CoreferenceResolver
  let documentID: String
  let text: [Unicode.Scalar]

  private struct Candidate {
    var subject: Int
    var object: Int
    var subjectToken: Int
    var objectToken: Int
    var frame: FrameMatch
    var confidence: Double
    /// Whether both ends are certainly of the types that the trigger asks for.
    var isExact: Bool
  }

  func statements(
    sentence: Int, frames: [FrameMatch], times: [TimeExpression], context: TimeContext
  ) -> [DocumentStatement] {
    let tree = coreference.trees[sentence]
    var best: [Key: Candidate] = [:]
    for frame in frames {
      for candidate in candidates(frame, in: tree, sentence: sentence) {
        let key = Key(predicate: frame.predicate, subject: candidate.subject, object: candidate.object)
        if let known = best[key], !isBetter(candidate, than: known) { continue }
        best[key] = candidate
      }
    }
    // A light verb and its noun are one event: the longer of the two patterns tells it.
    for (key, candidate) in best {
      let used = candidate.frame.match.used
      guard !used.isEmpty else { continue }
      for (other, inner) in best
      where used.contains(other.predicate)
        && Set([other.subject, other.object]) == Set([key.subject, key.object])
      {
        let isInnerBetter =
          inner.frame.match.trigger.pattern.count >= candidate.frame.match.trigger.pattern.count
        best[isInnerBetter ? key : other] = nil
      }
    }
    let ordered = best.values.sorted {
      ($0.frame.predicate, $0.subjectToken, $0.objectToken, $0.subject, $0.object)
        < ($1.frame.predicate, $1.subjectToken, $1.objectToken, $1.subject, $1.object)
    }
    return ordered.map { statement($0, in: tree, sentence: sentence, times: times, context: context) }
  }

  private struct Key: Hashable {
    var predicate: Int
    var subject: Int
    var object: Int
  }

  /// The longer pattern, then the surer, then the earlier relation of the ontology.
  private func isBetter(_ a: Candidate, than b: Candidate) -> Bool {
    let x = a.frame.match
    let y = b.frame.match
    // A trigger with types of its own wins only where the ends really are of these types.
    func narrowness(_ candidate: Candidate) -> Int {
      let trigger = candidate.frame.match.trigger
      return candidate.isExact && !(trigger.range.isEmpty && trigger.domain.isEmpty) ? 1 : 0
    }
    return (x.trigger.pattern.count, narrowness(a), a.confidence, -x.rank)
      > (y.trigger.pattern.count, narrowness(b), b.confidence, -y.rank)
  }

  // MARK: Ends

  private func candidates(_ frame: FrameMatch, in tree: SentenceTree, sentence: Int) -> [Candidate] {
    var result: [Candidate] = []
    let trigger = frame.match.trigger
    let domain = trigger.domain.isEmpty ? frame.match.relation.domain : trigger.domain
    let range = trigger.range.isEmpty ? frame.match.relation.range : trigger.range
    // A title belongs to one name of a list: "Foreign Minister X and Health Minister Y".
    let lefts = ends(frame.subjects, in: tree, sentence: sentence, withConjuncts: frame.role == nil)
    // "A and B met": each pair once, and not where a list of ten would give fifty.
    if frame.isReciprocal, !(2...4).contains(lefts.count) { return [] }
    var rights = frame.isReciprocal ? lefts : ends(frame.objects, in: tree, sentence: sentence)
    if rights.isEmpty, frame.role == nil, let stance = frame.match.relation.plover,
      Self.attitudes.contains(stance)
    {
      rights = ends(frame.objects.flatMap { owners(of: $0, in: tree) }, in: tree, sentence: sentence)
    }
    if let home = frame.home, let place = coreference.home(home, sentence: sentence) {
      rights = [End(entity: place, token: frame.predicate, weight: 0.9)]
    }
    // "X alleged that he and his followers did it" accuses nobody.
    if Attribution.isAllegation(tree.lemmas[frame.predicate]), frame.role == nil,
      rights.contains(where: { right in lefts.contains { $0.entity == right.entity } })
    {
      return []
    }
    for (position, left) in lefts.enumerated() {
      for right in frame.isReciprocal ? rights[(position + 1)...] : rights[...]
      where left.entity != right.entity {
        let (subject, object) = trigger.isReversed ? (right, left) : (left, right)
        // "led the delegation" is not "led the country": what represents somebody can act and be met, but not be owned or led.
        if !frame.match.relation.isEvent, isRepresentative(object.token, in: tree, sentence: sentence) {
          continue
        }
        guard let a = fit(subject.entity, domain), let b = fit(object.entity, range) else { continue }
        result.append(
          Candidate(
            subject: subject.entity, object: object.entity, subjectToken: subject.token,
            objectToken: object.token,
            frame: frame, confidence: frame.weight * subject.weight * object.weight * a * b,
            isExact: a == 1 && b == 1))
      }
    }
    return result
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

  /// Whether a token is a common noun that stands for whoever sent it ("delegation", "troops"), a government aside.
  private func isRepresentative(_ token: Int, in tree: SentenceTree, sentence: Int) -> Bool {
    guard let mention = coreference.mention(at: token, sentence: sentence), mention.kind == .nominal else {
      return false
    }
    let lemma = tree.lemmas[token]
    return [
      "delegation", "mission", "team", "convoy", "fighter", "troop", "soldier", "warplane", "airstrike",
      "official", "forces",
    ]
    .contains(lemma)
  }

  private struct End {
    var entity: Int
    var token: Int
    var weight: Double
  }

  /// The entities that some tokens speak of: conjuncts and examples ("powers such as Turkey and Iran") included.
  private func ends(
    _ tokens: [Int], in tree: SentenceTree, sentence: Int, withConjuncts: Bool = true
  ) -> [End] {
    var result: [End] = []
    for first in tokens {
      for token in withConjuncts ? tree.conjuncts(of: first) : [first] {
        var places = [token]
        for child in tree.children(of: token, "nmod")
        where Self.exemplifying.contains(tree.adposition(of: child)) {
          places += tree.conjuncts(of: child)
        }
        if coreference.entities(at: token, sentence: sentence).isEmpty {
          places += within(token, in: tree, sentence: sentence)
        }
        for place in places {
          let weight = weight(of: place, sentence: sentence)
          for entity in coreference.entities(at: place, sentence: sentence)
          where !result.contains(where: { $0.entity == entity }) {
            result.append(End(entity: entity, token: place, weight: weight))
          }
        }
      }
    }
    return result
  }

  /// "at his New Jersey home", "at the opening of the festival": where a common noun only says which part or place of a name is
  /// meant.
  private func within(_ token: Int, in tree: SentenceTree, sentence: Int) -> [Int] {
    guard tree.tokens[token].partOfSpeech == .noun else { return [] }
    if Self.transparent.contains(tree.lemmas[token]) {
      return tree.children(of: token, "nmod").filter { tree.adposition(of: $0) == "of" }
    }
    guard ["in", "at", "to", "from", "near", "outside"].contains(tree.adposition(of: token)) else {
      return []
    }
    return tree.children(of: token, "compound").filter { child in
      guard coreference.mention(at: child, sentence: sentence)?.kind == .name,
        let place = coreference.entities(at: child, sentence: sentence).first
      else { return false }
      return ontology.isKind(coreference.chains[place].type, of: .place)
    }
  }

  /// "praised the quality of X's work", "condemned the actions of X": whose doing an attitude is about.
  private func owners(of token: Int, in tree: SentenceTree) -> [Int] {
    guard tree.tokens[token].partOfSpeech == .noun else { return [] }
    let owned = tree.children(of: token, "nmod:poss")
    if !owned.isEmpty { return owned }
    return tree.children(of: token, "nmod").filter { tree.adposition(of: $0) == "of" }.flatMap { child in
      [child] + tree.children(of: child, "nmod:poss")
    }
  }

  /// PLOVER's classes of what somebody thinks of somebody.
  private static let attitudes: Set<String> = ["ACCUSE", "SUPPORT", "REJECT", "PROTEST", "THREATEN"]

  private static let transparent: Set<String> = [
    "opening", "start", "beginning", "end", "close", "eve", "sideline", "outskirt", "outskirts", "edge",
    "heart",
    "center", "centre", "middle", "part", "north", "south", "east", "west", "suburb", "coast", "border",
    "vicinity",
    "city", "town", "village", "province", "region", "area", "district", "island", "state",
  ]

  private static let exemplifying: Set<String> = ["such as", "like", "including", "include"]

  private func weight(of token: Int, sentence: Int) -> Double {
    switch coreference.mention(at: token, sentence: sentence)?.kind {
    case .name: return 1
    case .demonym: return 0.98
    case .nominal: return 0.85
    case .pronoun: return 0.8
    case nil: return 0.7
    }
  }

  // MARK: Qualifiers

  private func statement(
    _ candidate: Candidate, in tree: SentenceTree, sentence: Int, times: [TimeExpression],
    context: TimeContext
  ) -> DocumentStatement {
    let frame = candidate.frame
    let relation = frame.match.relation
    var factuality = Factuality(of: frame.predicate, in: tree)
    if frame.role != nil { factuality = roleFactuality(frame.predicate, in: tree) }
    if frame.match.trigger.polarity == .negated {
      factuality.polarity = factuality.polarity == .negated ? .affirmed : .negated
    }
    if let modality = frame.match.trigger.modality, factuality.modality == .asserted {
      factuality.modality = modality
    }
    let source = factuality.source.flatMap { coreference.entities(at: $0, sentence: sentence).first }
    var time = TimeAttachment.time(of: frame.predicate, in: tree, among: times)
    if time == nil, relation.isEvent, frame.role == nil, factuality.modality == .asserted {
      time = context.time(of: frame.predicate, in: tree, hasTimes: !times.isEmpty)
    }
    return DocumentStatement(
      subject: candidate.subject, relation: relation.id, object: candidate.object,
      polarity: factuality.polarity,
      modality: factuality.modality, attribution: source, time: time,
      role: frame.isFormer ? frame.role.map { "former " + $0 } : frame.role,
      confidence: (candidate.confidence * 100).rounded() / 100,
      evidence: evidence(of: tree, trigger: frame.match.description))
  }

  /// An office named in passing holds whatever the clause around it says: only its own copula counts.
  private func roleFactuality(_ token: Int, in tree: SentenceTree) -> Factuality {
    if tree.child(of: token, "cop") != nil { return Factuality(of: token, in: tree) }
    if ["xcomp", "obl"].contains(tree.base(token)), let head = tree.heads[token], tree.isVerb(head) {
      return Factuality(of: head, in: tree)
    }
    return Factuality()
  }

  // MARK: Relations without a trigger

  /// Statements of the article itself, where no typed statement links the same two ends already.
  func implicit(
    _ found: [ImplicitRelations.Found], sentence: Int, besides typed: [DocumentStatement]
  ) -> [DocumentStatement] {
    let tree = coreference.trees[sentence]
    return found.compactMap { relation in
      let isKnown = typed.contains {
        $0.relation == relation.relation && $0.subject == relation.subject && $0.object == relation.object
      }
      guard !isKnown else { return nil }
      return DocumentStatement(
        subject: relation.subject, relation: relation.relation, object: relation.object,
        confidence: relation.confidence,
        evidence: evidence(of: tree, trigger: relation.trigger))
    }
  }

  /// Statements under the text's own predicate, where no typed statement links the same two ends.
  func open(
    _ found: [OpenRelations.Found], sentence: Int, times: [TimeExpression], context: TimeContext,
    besides typed: [DocumentStatement]
  ) -> [DocumentStatement] {
    let tree = coreference.trees[sentence]
    var result: [DocumentStatement] = []
    for relation in found {
      for subject in ends(relation.subjects, in: tree, sentence: sentence) {
        for object in ends(relation.objects, in: tree, sentence: sentence)
        where object.entity != subject.entity {
          let isKnown = typed.contains {
            Set([$0.subject, $0.object]) == Set([subject.entity, object.entity])
          }
          // What something is for has a purpose, not a place.
          let isPlace = ontology.isKind(coreference.chains[object.entity].type, of: .place)
          guard !isKnown, !isPlace || !relation.name.hasSuffix("_for") else { continue }
          let factuality = Factuality(of: relation.predicate, in: tree)
          result.append(
            DocumentStatement(
              subject: subject.entity, relation: relation.name, object: object.entity, isOpen: true,
              polarity: factuality.polarity, modality: factuality.modality,
              attribution: factuality.source.flatMap {
                coreference.entities(at: $0, sentence: sentence).first
              },
              time: TimeAttachment.time(of: relation.predicate, in: tree, among: times)
                ?? (factuality.modality == .asserted
                  ? context.time(of: relation.predicate, in: tree, hasTimes: !times.isEmpty) : nil),
              confidence: (0.7 * relation.weight * subject.weight * object.weight * 100).rounded() / 100,
              evidence: evidence(of: tree, trigger: "open " + relation.name)))
        }
      }
    }
    return result
  }

  func evidence(of tree: SentenceTree, trigger: String) -> Evidence {
    guard let first = tree.tokens.first, let last = tree.tokens.last else {
      return Evidence(document: documentID, start: 0, end: 0, quote: "", trigger: trigger)
    }
    let start = first.range.lowerBound
    let end = min(last.range.upperBound, text.count)
    var quote = String.UnicodeScalarView()
    if start < end { quote.append(contentsOf: text[start..<end]) }
    return Evidence(document: documentID, start: start, end: end, quote: String(quote), trigger: trigger)
  }
}

extension Factuality {
  /// What the article says in its own voice.
  init() {}
}
