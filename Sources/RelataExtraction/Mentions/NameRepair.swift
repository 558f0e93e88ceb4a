import RelataGazetteer
import RelataLanguage

/// Mends name spans with what the whole document and the gazetteer know, before the tree is read.
///
/// - A name cut at "of" is joined where an acronym behind it or the gazetteer proves it one name:
///   "Revolutionary Armed Forces | of | Colombia (FARC)".
/// - A word that is a name elsewhere in the document is a name where the model missed it.
struct NameRepair: Sendable {
  private let gazetteer: Gazetteer
  /// Single-word names of the document, each with its most frequent label.
  private let known: [String: NameLabel]

  init(gazetteer: Gazetteer, document: AnalyzedDocument) {
    self.gazetteer = gazetteer
    var counts: [String: [NameLabel: Int]] = [:]
    for block in document.blocks where block.kind != .furniture {
      for sentence in block.sentences {
        for name in sentence.names where name.tokens.count == 1 && name.label != .time {
          counts[sentence.tokens[name.tokens.lowerBound].form, default: [:]][name.label, default: 0] += 1
        }
      }
    }
    known = counts.compactMapValues { labels in
      labels.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
    }
  }

  func repaired(_ sentence: Sentence) -> Sentence {
    var result = sentence
    result.names = joined(sentence)
    let covered = Set(result.names.flatMap { Array($0.tokens) })
    for (index, token) in sentence.tokens.enumerated()
    where !covered.contains(index) && token.partOfSpeech == .properNoun && token.form.count >= 3 {
      guard let label = known[token.form], token.form.first?.isUppercase == true else { continue }
      result.names.append(NameSpan(tokens: index..<index + 1, label: label, confidence: 0.5))
    }
    result.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return result
  }

  private func joined(_ sentence: Sentence) -> [NameSpan] {
    var names: [NameSpan] = []
    for name in sentence.names {
      guard let last = names.last, name.label != .time, last.label != .time,
        isJoin(last.tokens.upperBound..<name.tokens.lowerBound, in: sentence)
      else {
        names.append(name)
        continue
      }
      let whole = last.tokens.lowerBound..<name.tokens.upperBound
      let words = whole.map { sentence.tokens[$0].form }
      let next = whole.upperBound
      let acronym =
        next + 1 < sentence.tokens.count && sentence.tokens[next].form == "("
        ? sentence.tokens[next + 1].form : ""
      let text = TypeClassifier.join(words)
      if Acronym.isAcronym(acronym, of: text)
        && !Acronym.isAcronym(acronym, of: TypeClassifier.join(name.tokens.map { sentence.tokens[$0].form }))
        || gazetteer.organization(named: text) != nil
      {
        names[names.count - 1] = NameSpan(
          tokens: whole, label: .organization, confidence: max(last.confidence, name.confidence))
      } else {
        names.append(name)
      }
    }
    return names
  }

  /// Whether only "of", "of the", "for", "and" or a hyphen stands between two names.
  private func isJoin(_ gap: Range<Int>, in sentence: Sentence) -> Bool {
    let words = gap.map { sentence.tokens[$0].form.lowercased() }
    return [["of"], ["of", "the"], ["for"], ["and"], ["-"], ["for", "the"], ["&"], ["in"], []].contains(words)
  }
}
