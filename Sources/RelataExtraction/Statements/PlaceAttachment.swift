import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Decides where what a predicate tells took place, by the tree: "met in Sochi", "was shot dead by police in
/// the city of Aden", "held talks at the Kremlin".
struct PlaceAttachment {
  let coreference: Coreference
  let ontology: Ontology
  private var words: WordLists { coreference.words }

  /// How far from the predicate its clause's places are looked for.
  private static let mostSteps = 4

  /// - Parameters:
  ///   - subject: who is said to do it; not where it happens.
  ///   - object: whom it is done to, the same.
  /// - Returns: a chain that is named there; nil where the predicate's clause names no place, or not as its
  ///   own.
  /// - Complexity: O(children of the predicate and of the few words above it).
  func place(of predicate: Int, sentence: Int, from subject: Mention, to object: Mention) -> Int? {
    let tree = coreference.trees[sentence]
    // "Stationed at the air base and the naval base": a base is not where the other is.
    let lists = Set([subject, object].map { first(of: $0.head, in: tree) })
    var current = predicate
    // "Was born in Chicago and studied in Boston": of a clause before, only "In Chicago, …" holds for both.
    var bound = tree.tokens.count
    for _ in 0..<Self.mostSteps {
      var found = setting(of: current, before: bound, except: lists, in: tree, sentence: sentence)
      if found == nil, isKilling(subject, object, at: current, in: tree) {
        found = setting(of: subject.head, before: bound, except: lists, in: tree, sentence: sentence)
      }
      if found == nil {
        guard let head = tree.heads[current], isPartOf(head, current, from: predicate, in: tree) else {
          return nil
        }
        switch tree.universalRelation(of: current) {
        // "In Niamey, where both signed".
        case "acl": found = named(at: head, in: tree, sentence: sentence)
        case "conj": bound = min(bound, head)
        default: break
        }
        current = head
      }
      if let found {
        return subject.entities.contains(found) || object.entities.contains(found) ? nil : found
      }
    }
    return nil
  }

  /// Where what a mention speaks of is, by its own noun phrase: "the caucus in American Samoa", "a hospital
  /// in Cairo".
  func place(of mention: Mention) -> Int? {
    setting(
      of: mention.head, before: .max, except: [], in: coreference.trees[mention.sentence],
      sentence: mention.sentence)
  }

  /// The first of the conjuncts that a token is one of.
  private func first(of token: Int, in tree: SentenceTree) -> Int {
    var current = token
    for _ in tree.tokens.indices {
      guard tree.universalRelation(of: current) == "conj", let head = tree.heads[current] else { break }
      current = head
    }
    return current
  }

  /// "He was killed by special forces in Pakistan": what stands last is often read as said of the noun before
  /// it, and whoever lays hands on a person is there. A state may be attacked from anywhere.
  private func isKilling(_ subject: Mention, _ object: Mention, at token: Int, in tree: SentenceTree) -> Bool
  {
    tree.heads[subject.head] == token && subject.head > token && tree.nameAt[subject.head] == nil
      && tree.adposition(of: subject.head) == "by" && tree.child(of: subject.head, "conj") == nil
      && object.entities.contains { ontology.isKind(coreference.chains[$0].type, of: .person) }
  }

  /// Whether what happens at a word happens where the clause of its head says.
  private func isPartOf(_ head: Int, _ token: Int, from predicate: Int, in tree: SentenceTree) -> Bool {
    switch tree.universalRelation(of: token) {
    // "Talks took place in Geneva"; what else a subject does says nothing of where it was.
    case "nsubj": token == predicate && words[.occurrenceVerbs].contains(tree.lemmas[head])
    // "Held talks", "managed to capture", but neither "condemned the attack" nor "promised to meet".
    case "obj": words[.lightVerbs].contains(tree.lemmas[head])
    case "xcomp": words[.implicativeVerbs].contains(tree.lemmas[head])
    case "amod", "compound": true
    // "Met for a summit where both signed".
    case "obl", "nmod":
      words[.occasionAdpositions].contains(tree.adposition(of: token)) || isToldOf(token, in: tree)
    // "Arrested X and charged Y", but not "X flew to Rome and Y spoke", "met X and flew to Berlin to meet Y".
    case "conj": token == predicate && tree.child(of: token, "nsubj") == nil
    // "Gathered in Sochi to discuss", but not "flew from Paris to Berlin to meet".
    case "advcl": token == predicate && isPurpose(token, in: tree) && !isMove(head, in: tree)
    case "acl": saysWhere(token, in: tree)
    default: false
    }
  }

  private func isPurpose(_ verb: Int, in tree: SentenceTree) -> Bool {
    tree.children[verb].contains { tree.relations[$0] == "mark" && tree.lemmas[$0] == "to" }
  }

  private func isMove(_ verb: Int, in tree: SentenceTree) -> Bool {
    tree.children(of: verb, "obl").contains { words[.goalAdpositions].contains(tree.adposition(of: $0)) }
  }

  private func saysWhere(_ verb: Int, in tree: SentenceTree) -> Bool {
    tree.children[verb].contains { tree.lemmas[$0] == "where" }
  }

  /// Whether a clause tells what happened at a noun.
  private func isToldOf(_ noun: Int, in tree: SentenceTree) -> Bool {
    tree.children(of: noun, "acl").contains { saysWhere($0, in: tree) }
  }

  private func setting(
    of token: Int, before bound: Int, except lists: Set<Int>, in tree: SentenceTree, sentence: Int
  ) -> Int? {
    for child in tree.children(of: token, "obl", "nmod")
    where child < bound && words[.settingAdpositions].contains(tree.adposition(of: child))
      && !lists.contains(child)
    {
      if let place = named(at: child, in: tree, sentence: sentence) { return place }
    }
    return nil
  }

  /// The place that a noun phrase names: itself; by a noun beside it, "the city of Aleppo"; or as where what
  /// it describes is, "a hotel in Doha".
  private func named(at token: Int, in tree: SentenceTree, sentence: Int) -> Int? {
    if let chain = coreference.names(at: token, sentence: sentence).first,
      ontology.isKind(coreference.chains[chain].type, of: .place)
    {
      return chain
    }
    guard tree.nameAt[token] == nil else { return nil }
    let isPart = words[.placeNouns].contains(tree.lemmas[token])
    for child in tree.children(of: token, "nmod", "appos") where child > token {
      let adposition = tree.adposition(of: child)
      guard
        tree.universalRelation(of: child) == "appos" || isPart && adposition == "of"
          || words[.settingAdpositions].contains(adposition)
      else { continue }
      return named(at: child, in: tree, sentence: sentence)
    }
    return nil
  }
}
