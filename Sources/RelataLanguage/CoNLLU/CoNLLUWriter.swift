import RelataDocuments

/// Analysed documents → CoNLL-U (universaldependencies.org/format.html).
///
/// Beside the tree, the MISC column holds `SpaceAfter=No`, the place of each word in the original text as
/// `Start=…|End=…` (Unicode scalars, end exclusive), and names as `Name=B-PER`, `Name=I-PER`.
public struct CoNLLUWriter: Sendable {
  /// Needs nothing.
  public init() {}

  /// The lines of one document.
  /// - Complexity: O(*n*) for *n* tokens.
  public func bytes(of document: AnalyzedDocument) -> [UInt8] {
    var out: [UInt8] = []
    let source = Array(document.source.text.unicodeScalars)
    Self.line("# newdoc id = " + Self.singleLine(document.source.id), to: &out)
    var number = 0
    for (index, block) in document.blocks.enumerated() {
      for (position, sentence) in block.sentences.enumerated() where !sentence.tokens.isEmpty {
        number += 1
        if position == 0 { Self.line("# newpar id = p\(index + 1)", to: &out) }
        Self.line("# sent_id = \(Self.singleLine(document.source.id))-\(number)", to: &out)
        Self.line("# block = \(block.kind.rawValue)", to: &out)
        write(sentence, source: source, to: &out)
      }
    }
    return out
  }

  private func write(_ sentence: Sentence, source: [Unicode.Scalar], to out: inout [UInt8]) {
    let words = SurfaceWords.find(in: sentence.tokens)
    Self.line("# text = " + Self.text(of: sentence.tokens), to: &out)
    let heads = TreeRepair.heads(of: sentence.tokens)
    let names = Self.tags(of: sentence)
    var nextWord = words[...]
    for (index, token) in sentence.tokens.enumerated() {
      if let word = nextWord.first, word.lowerBound == index {
        nextWord = nextWord.dropFirst()
        let parts = sentence.tokens[word]
        let space = parts.last?.hasSpaceAfter ?? true
        let form = parts.map(\.form).joined()
        let rest =
          "\t_\t_\t_\t_\t_\t_\t_\t"
          + (space || word.upperBound == sentence.tokens.count ? "_" : "SpaceAfter=No")
        Self.line("\(word.lowerBound + 1)-\(word.upperBound)\t\(Self.cell(form))" + rest, to: &out)
      }
      let isInsideWord = words.contains(index: index)
      var misc: [String] = []
      if let tag = names[index] { misc.append("Name=" + tag) }
      if !token.hasSpaceAfter, !isInsideWord, index + 1 < sentence.tokens.count {
        misc.append("SpaceAfter=No")
      }
      misc.append("Start=\(token.range.lowerBound)|End=\(token.range.upperBound)")
      let head = heads[index]
      let columns = [
        "\(index + 1)", Self.cell(token.form), Self.cell(token.lemma), token.partOfSpeech.rawValue,
        Self.cell(token.tag), Self.cell(token.features), head.map { "\($0 + 1)" } ?? "0",
        head == nil ? "root" : Self.relation(token.relation), "_", misc.joined(separator: "|"),
      ]
      Self.line(columns.joined(separator: "\t"), to: &out)
    }
    out.append(UInt8(ascii: "\n"))
  }

  /// Only the root may be called root.
  private static func relation(_ relation: String) -> String {
    relation == "root" || relation.isEmpty ? "dep" : cell(relation)
  }

  private static func tags(of sentence: Sentence) -> [Int: String] {
    var tags: [Int: String] = [:]
    for name in sentence.names {
      for index in name.tokens {
        tags[index] = (index == name.tokens.lowerBound ? "B-" : "I-") + name.label.rawValue
      }
    }
    return tags
  }

  private static func text(of tokens: [Token]) -> String {
    var text = ""
    for (index, token) in tokens.enumerated() {
      text += cell(token.form)
      if token.hasSpaceAfter, index + 1 < tokens.count { text += " " }
    }
    return text
  }

  private static func line(_ text: String, to out: inout [UInt8]) {
    out.append(contentsOf: text.utf8)
    out.append(UInt8(ascii: "\n"))
  }

  /// A column: never empty, never with white space that would end it.
  private static func cell(_ text: String) -> String {
    if text.isEmpty { return "_" }
    return singleLine(text)
  }

  private static func singleLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.isSpace && $0 != " " }) else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { view.append(scalar.isSpace ? " " : scalar) }
    return String(view)
  }
}

extension [Range<Int>] {
  /// Whether one of the ranges, which ascend, holds `index`.
  fileprivate func contains(index: Int) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].contains(index)
  }
}
