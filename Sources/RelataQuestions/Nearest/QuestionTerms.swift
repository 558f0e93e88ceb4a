import RelataGraph
import RelataLanguage
import RelataNames
import RelataWords

/// The words of a question that say something, as what stands in a graph is compared with them.
struct QuestionTerms {
  /// No more than this many, each a bit of a ``Mask``.
  private static let most = 64

  /// Which of the terms something has.
  typealias Mask = UInt64

  /// What each term is compared by: its form, and the lemmas that the form may have.
  private(set) var keys: [Set<String>] = []
  /// Relations that the question's words may stand for, with the terms that say so.
  private(set) var relations: [String: Mask] = [:]
  private let lemmas: WordLemmas

  private static let askingWords = QuestionWordList.askingWords.words
  private static let lightVerbs = QuestionWordList.lightVerbs.words
  private static let adpositions = QuestionWordList.adpositions.words

  /// - Complexity: O(words + triggers of the ontology).
  init(_ tokens: [Token], ontology: Ontology, lemmas: WordLemmas) {
    self.lemmas = lemmas
    var words: [String: Mask] = [:]
    for token in tokens where Self.saysSomething(token) && keys.count < Self.most {
      let lemma = token.lemma.lowercased()
      var forms = lemmas.lemmas(of: token.form)
      forms.insert(lemma)
      let bit = Mask(1) << Mask(keys.count)
      for form in forms { words[form, default: 0] |= bit }
      keys.append(Set(forms.map(NameFolding.fold)))
    }
    // Of a trigger that is several words the small ones must be there as well: “take over”.
    let small = Set(tokens.map { $0.form.lowercased() })
    for relation in ontology.relations {
      for trigger in relation.triggers {
        var mask: Mask = 0
        let isThere = trigger.pattern.allSatisfy { word in
          if let bits = words[word] { mask |= bits } else { return small.contains(word) }
          return true
        }
        if isThere, mask != 0 { relations[relation.id, default: 0] |= mask }
      }
      let label = relation.label.lowercased().split(separator: " ").map(String.init)
      let mask = label.compactMap { words[$0] }.reduce(0, |)
      if mask != 0 { relations[relation.id, default: 0] |= mask }
    }
  }

  private static func saysSomething(_ token: Token) -> Bool {
    let form = token.form.lowercased()
    guard !askingWords.contains(form), !lightVerbs.contains(token.lemma.lowercased()),
      token.form.contains(where: { $0.isLetter || $0.isNumber })
    else { return false }
    return [.noun, .properNoun, .verb, .adjective, .numeral, .symbol, .other].contains(token.partOfSpeech)
  }

  /// The terms among the words of a text.
  struct Finder {
    private let terms: [String: Mask]
    private let lemmas: WordLemmas
    /// What each form has been found to be.
    private var known: [Substring: Mask] = [:]

    init(_ terms: QuestionTerms) {
      lemmas = terms.lemmas
      var table: [String: Mask] = [:]
      for (index, keys) in terms.keys.enumerated() {
        for key in keys { table[key, default: 0] |= Mask(1) << Mask(index) }
      }
      self.terms = table
    }

    /// - Complexity: O(length).
    mutating func find(in text: String) -> Mask {
      var result: Mask = 0
      for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        if let mask = known[word] {
          result |= mask
          continue
        }
        let mask = lemmas.lemmas(of: String(word)).reduce(0) { $0 | (terms[NameFolding.fold($1)] ?? 0) }
        known[word] = mask
        result |= mask
      }
      return result
    }
  }
}
