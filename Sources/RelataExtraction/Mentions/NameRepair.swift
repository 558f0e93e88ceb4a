import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Mends name spans with what the whole document and the gazetteer know, before the tree is read.
///
/// - A name cut at "of" is joined where an acronym behind it or the gazetteer proves it one name:
///   "Revolutionary Armed Forces | of | Colombia (FARC)".
/// - A name cut at a hyphen goes on to its end: "Leung Kwok|-hung", "al|-Qaeda".
/// - Proper nouns beside each other are a name.
/// - A person's name does not begin with the end of a title: "Secretary of | State Mike Pompeo".
/// - A word that is a name elsewhere in the document is a name where the model missed it.
/// - A war or other event that is called by a common noun of two words and a capitalised modifier is a
///   name: "the Syrian civil war".
struct NameRepair: Sendable {
  private let gazetteer: Gazetteer
  /// Single-word names of the document, each with its most frequent label.
  private let known: [String: NameLabel]

  init(gazetteer: Gazetteer, document: AnalyzedDocument) {
    self.gazetteer = gazetteer
    var counts: [String: [NameLabel: Int]] = [:]
    for block in document.blocks where block.kind != .boilerplate {
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
    for index in result.names.indices { mend(&result.names, at: index, in: sentence) }
    let covered = Set(result.names.flatMap { Array($0.tokens) })
    for (index, token) in sentence.tokens.enumerated()
    where !covered.contains(index) && isAcronymOfNote(token, in: sentence) {
      result.names.append(NameSpan(tokens: index..<index + 1, label: .organization, confidence: 0.6))
    }
    for (index, token) in sentence.tokens.enumerated()
    where !covered.contains(index) && token.partOfSpeech == .properNoun && token.form.count >= 3
      && !result.names.contains(where: { $0.tokens.contains(index) })
    {
      guard let label = known[token.form], token.form.first?.isUppercase == true else { continue }
      result.names.append(NameSpan(tokens: index..<index + 1, label: label, confidence: 0.5))
    }
    for span in missed(in: sentence, besides: result.names) {
      result.names.append(NameSpan(tokens: span, label: label(of: span, in: sentence), confidence: 0.4))
    }
    for event in events(in: sentence) + dated(in: sentence) {
      result.names.removeAll { $0.tokens.overlaps(event) }
      result.names.append(NameSpan(tokens: event, label: .event, confidence: 0.5))
    }
    result.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return result
  }

  /// Proper nouns beside each other of which the model took none for a name: "the law firm Sidley Austin".
  /// Not what stands before a name, which is a title or its beginning.
  private func missed(in sentence: Sentence, besides names: [NameSpan]) -> [Range<Int>] {
    let tokens = sentence.tokens
    guard tokens.contains(where: { $0.form.count > 1 && $0.form.contains(where: \.isLowercase) }) else {
      return []
    }
    let covered = Set(names.flatMap { Array($0.tokens) })
    func isProper(_ index: Int) -> Bool {
      tokens[index].partOfSpeech == .properNoun && tokens[index].form.first?.isUppercase == true
        && tokens[index].form.allSatisfy { $0.isLetter || "’'.&".contains($0) } && !covered.contains(index)
    }
    var result: [Range<Int>] = []
    var start = 0
    while start < tokens.count {
      var end = start
      while end < tokens.count, isProper(end), end == start || isOne(end - 1, end, in: tokens) { end += 1 }
      if end - start > 1, !covered.contains(end), start == 0 || !covered.contains(start - 1),
        !isOffice(tokens[start..<end].map(\.form))
      {
        result.append(start..<end)
      }
      start = max(end, start + 1)
    }
    return result
  }

  /// Whether two neighbours belong to one phrase.
  private func isOne(_ left: Int, _ right: Int, in tokens: [Token]) -> Bool {
    tokens[right].head == left || tokens[left].head == right
      || tokens[left].head != nil && tokens[left].head == tokens[right].head
  }

  private func isOffice(_ words: [String]) -> Bool {
    gazetteer.title(words.joined(separator: " ")) != nil || words.contains { gazetteer.title($0) != nil }
  }

  private func label(of span: Range<Int>, in sentence: Sentence) -> NameLabel {
    let last = sentence.tokens[span.upperBound - 1].form.lowercased()
    switch gazetteer.organizationHead(last) {
    case nil: return .miscellaneous
    case .event: return .event
    default: return .organization
    }
  }

  /// Spans like "2019 UK general election", "2009 H1N1 outbreak", "Lockerbie bombing".
  private func dated(in sentence: Sentence) -> [Range<Int>] {
    let tokens = sentence.tokens
    return tokens.indices.dropFirst().compactMap { head in
      guard tokens[head].partOfSpeech == .noun || tokens[head].partOfSpeech == .properNoun,
        gazetteer.organizationHead(tokens[head].lemma.lowercased()) == .event
      else { return nil }
      var start = head
      while start > 0, head - start < 5, [head, start].contains(tokens[start - 1].head ?? -1),
        ["amod", "compound", "nummod", "nmod:unmarked", "nmod:desc", "nmod", "punct", "obl:unmarked"]
          .contains(
            tokens[start - 1].relation)
      {
        start -= 1
      }
      let isDated = (start..<head).first {
        tokens[$0].form.count == 4 && Int(tokens[$0].form).map { (1800...2100).contains($0) } == true
      }
      if let year = isDated { return year..<head + 1 }
      guard gazetteer.wordLists[.disasterNouns].contains(tokens[head].lemma.lowercased()),
        let place = sentence.names.first(where: { $0.tokens.upperBound == head && $0.label == .location }),
        gazetteer.country(named: tokens[head - 1].form) == nil,
        gazetteer.country(demonym: tokens[head - 1].form) == nil
      else { return nil }
      return place.tokens.lowerBound..<head + 1
    }
  }

  /// Spans like "Second Sudanese civil war", unless a longer name holds part of them.
  private func events(in sentence: Sentence) -> [Range<Int>] {
    let tokens = sentence.tokens
    return tokens.indices.dropFirst(2).compactMap { head in
      guard tokens[head].partOfSpeech == .noun,
        gazetteer.organizationHead(tokens[head - 1].form.lowercased() + " " + tokens[head].lemma.lowercased())
          == .event
      else { return nil }
      var start = head - 1
      while start > 0, tokens[start - 1].form.first?.isUppercase == true, tokens[start - 1].head == head,
        tokens[start - 1].partOfSpeech == .adjective || tokens[start - 1].partOfSpeech == .properNoun
      {
        start -= 1
      }
      let span = start..<head + 1
      let isFree = sentence.names.allSatisfy {
        !$0.tokens.overlaps(span)
          || span.contains($0.tokens.lowerBound) && span.contains($0.tokens.upperBound - 1)
      }
      return start < head - 1 && isFree ? span : nil
    }
  }

  /// "WHO" is no pronoun: a well-known body's capitals in a sentence that is not all in capitals.
  private func isAcronymOfNote(_ token: Token, in sentence: Sentence) -> Bool {
    guard token.form.count >= 3, Acronym.looksLike(token.form), token.partOfSpeech != .properNoun,
      gazetteer.organization(named: token.form) != nil
    else { return false }
    return sentence.tokens.contains { $0.form.count > 1 && $0.form.contains(where: \.isLowercase) }
  }

  private func mend(_ names: inout [NameSpan], at index: Int, in sentence: Sentence) {
    let tokens = sentence.tokens
    var span = names[index].tokens
    guard names[index].label != .time else { return }
    let limit = names.indices.contains(index + 1) ? names[index + 1].tokens.lowerBound : tokens.count
    // "Leung Kwok-hung", "al-Qaeda"; not "Moscow-based", "Putin-era".
    while span.upperBound + 1 < limit, ["-", "–"].contains(tokens[span.upperBound].form),
      !tokens[span.upperBound].hasSpaceAfter, !tokens[span.upperBound - 1].hasSpaceAfter,
      tokens[span.upperBound + 1].tag.hasPrefix("NNP"),
      tokens[span.upperBound + 1].form.first?.isUppercase == true || span.count > 1
    {
      span = span.lowerBound..<span.upperBound + 2
    }
    if names[index].label == .person {
      // "The government of Abdrabbuh Mansur Hadi" is no office.
      let isBehindOffice =
        span.lowerBound > 1 && ["of", "for", "and"].contains(tokens[span.lowerBound - 1].form)
        && tokens[span.lowerBound - 2].form.first?.isUppercase == true
      while span.count > 2, isBehindOffice, gazetteer.givenName(tokens[span.lowerBound].form) == nil,
        span.dropFirst().dropLast().contains(where: { gazetteer.givenName(tokens[$0].form) != nil })
      {
        span = span.dropFirst()
      }
    }
    names[index].tokens = span
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

  /// Whether nothing stands between two names, or only "of the", "and", a hyphen or the like.
  private func isJoin(_ gap: Range<Int>, in sentence: Sentence) -> Bool {
    let words = gap.map { sentence.tokens[$0].form.lowercased() }.joined(separator: " ")
    return gap.isEmpty || gazetteer.wordLists[.nameJoints].contains(words)
  }
}
