/// Collects the lines of one sentence.
struct CoNLLUSentenceBuilder {
  private var id = ""
  private var text: String?
  private var newDocument: String?
  private var startsParagraph = false
  private var tokens: [Token] = []
  private var heads: [Int] = []
  private var names: [String] = []
  private var multiwords: [CoNLLUSentence.Multiword] = []
  /// Whether white space follows the surface word that ends at the token.
  private var multiwordSpaces: [Bool] = []

  mutating func comment(_ line: String) {
    let content = line.dropFirst().drop { $0 == " " }
    let parts = content.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let key = parts[0].trimmingSpaces()
    let value = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
    switch key {
    case "sent_id": id = String(value)
    case "text": text = String(value)
    case "newdoc", "newdoc id": newDocument = String(value)
    case "newpar", "newpar id": startsParagraph = true
    default: break
    }
  }

  mutating func row(_ line: String, number: Int) throws(CoNLLUError) {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count == 10 else {
      throw CoNLLUError(line: number, reason: "\(columns.count) columns, not 10")
    }
    guard columns.allSatisfy({ !$0.isEmpty }) else {
      throw CoNLLUError(line: number, reason: "an empty column")
    }
    if columns[0].contains(".") { return }
    let misc = columns[9].split(separator: "|")
    let hasSpaceAfter = !misc.contains("SpaceAfter=No")
    if columns[0].contains("-") {
      let ends = columns[0].split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, ends[0] == tokens.count + 1, ends[1] > ends[0],
        (multiwords.last?.tokens.upperBound ?? 0) < ends[0]
      else {
        throw CoNLLUError(line: number, reason: "\(columns[0]) is no range of the words that follow")
      }
      multiwords.append(.init(tokens: (ends[0] - 1)..<ends[1], form: String(columns[1])))
      multiwordSpaces.append(hasSpaceAfter)
      return
    }
    guard Int(columns[0]) == tokens.count + 1 else {
      throw CoNLLUError(line: number, reason: "word \(columns[0]) where \(tokens.count + 1) was expected")
    }
    guard let head = columns[6] == "_" ? 0 : Int(columns[6]), head >= 0 else {
      throw CoNLLUError(line: number, reason: "\(columns[6]) is no head")
    }
    let form = String(columns[1])
    heads.append(head)
    names.append(misc.first { $0.hasPrefix("Name=") }.map { String($0.dropFirst(5)) } ?? "O")
    tokens.append(
      Token(
        form: form, range: 0..<0, hasSpaceAfter: hasSpaceAfter,
        lemma: columns[2] == "_" && form != "_" ? "" : String(columns[2]),
        partOfSpeech: PartOfSpeech(rawValue: String(columns[3])) ?? .other,
        tag: columns[4] == "_" ? "" : String(columns[4]),
        features: columns[5] == "_" ? "" : String(columns[5]),
        head: head == 0 ? nil : head - 1, relation: columns[7] == "_" ? "dep" : String(columns[7])))
  }

  /// The sentence so far, if there is one; the next begins empty.
  mutating func finish(line: Int) throws(CoNLLUError) -> CoNLLUSentence? {
    defer { self = CoNLLUSentenceBuilder() }
    if tokens.isEmpty { return nil }
    if let head = heads.first(where: { $0 > tokens.count }) {
      throw CoNLLUError(line: line, reason: "head \(head) in a sentence of \(tokens.count) words")
    }
    if let last = multiwords.last, last.tokens.upperBound > tokens.count {
      throw CoNLLUError(line: line, reason: "the words of \(last.form) are missing")
    }
    for (word, hasSpace) in zip(multiwords, multiwordSpaces) {
      for index in word.tokens { tokens[index].hasSpaceAfter = false }
      tokens[word.tokens.upperBound - 1].hasSpaceAfter = hasSpace
    }
    let text = text ?? Self.spelled(tokens, multiwords)
    place(in: Array(text.unicodeScalars))
    return CoNLLUSentence(
      id: id, text: text, sentence: Sentence(tokens: tokens, names: Self.spans(names)),
      multiwords: multiwords,
      newDocument: newDocument, startsParagraph: startsParagraph)
  }

  /// Sets the ranges. The words of a multiword that do not spell it (`won't` as `will`
  /// and `not`) share it out.
  private mutating func place(in scalars: [Unicode.Scalar]) {
    var position = 0
    var multiword = multiwords.makeIterator()
    var current = multiword.next()
    var surfaceEnd: Int?
    for index in tokens.indices {
      if let word = current, word.tokens.lowerBound == index {
        while position < scalars.count, scalars[position].isSpace { position += 1 }
        surfaceEnd = min(scalars.count, position + word.form.unicodeScalars.count)
      }
      if surfaceEnd == nil { while position < scalars.count, scalars[position].isSpace { position += 1 } }
      let form = Array(tokens[index].form.unicodeScalars)
      var end = min(surfaceEnd ?? scalars.count, position + form.count)
      if let surfaceEnd, let word = current, index == word.tokens.upperBound - 1 { end = surfaceEnd }
      tokens[index].range = position..<max(position, end)
      position = max(position, end)
      if let word = current, index == word.tokens.upperBound - 1 {
        surfaceEnd = nil
        current = multiword.next()
      }
    }
  }

  private static func spelled(_ tokens: [Token], _ multiwords: [CoNLLUSentence.Multiword]) -> String {
    var text = ""
    var index = 0
    var words = multiwords[...]
    while index < tokens.count {
      var last = index
      if let word = words.first, word.tokens.lowerBound == index {
        text += word.form
        last = word.tokens.upperBound - 1
        words = words.dropFirst()
      } else {
        text += tokens[index].form
      }
      if tokens[last].hasSpaceAfter, last + 1 < tokens.count { text += " " }
      index = last + 1
    }
    return text
  }

  /// BIO tags → spans.
  private static func spans(_ tags: [String]) -> [NameSpan] {
    var spans: [NameSpan] = []
    for (index, tag) in tags.enumerated() {
      guard tag.count > 2, let label = NameLabel(rawValue: String(tag.dropFirst(2))) else { continue }
      if tag.hasPrefix("I-"), let last = spans.last, last.label == label, last.tokens.upperBound == index {
        spans[spans.count - 1].tokens = last.tokens.lowerBound..<(index + 1)
      } else {
        spans.append(NameSpan(tokens: index..<(index + 1), label: label))
      }
    }
    return spans
  }
}

extension Substring {
  fileprivate func trimmingSpaces() -> Substring {
    var result = self
    while result.last == " " { result.removeLast() }
    return result
  }
}
