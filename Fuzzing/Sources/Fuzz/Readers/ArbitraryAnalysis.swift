import Relata

/// Words with any tags and any tree: what the language model could say of them, and much that it never would.
///
/// What is said of a word depends on it, on its place and on the input's first byte alone, so that another word changes little.
enum ArbitraryAnalysis {
  private static let tags = [
    "WP", "WP$", "WRB", "WDT", "VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "NN", "NNS", "NNP", "NNPS", "JJ",
    "JJS", "RB", "IN",
    "DT", "PRP", "PRP$", "CD", "MD", "TO", "POS", "EX", "CC", ".", ",",
  ]
  private static let relations = [
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "obl:unmarked", "nmod", "nmod:poss", "aux",
    "aux:pass", "cop",
    "advmod", "amod", "nummod", "det", "case", "mark", "conj", "cc", "appos", "flat", "compound",
    "compound:prt", "xcomp",
    "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "expl", "punct", "dep",
  ]
  private static let features = [
    "", "Number=Plur", "Number=Sing|Person=3", "Tense=Past|VerbForm=Part|Voice=Pass",
  ]

  static func analysis(of bytes: [UInt8]) -> (sentence: Sentence, text: String) {
    var text = ""
    var tokens: [Token] = []
    for (index, word) in bytes.text.split(whereSeparator: \.isWhitespace).prefix(60).enumerated() {
      if index > 0 { text.unicodeScalars.append(" ") }
      // A sign at the end is a token of its own.
      let last = word.last.flatMap { $0.isPunctuation && word.count > 1 ? $0 : nil }
      for part in [String(last == nil ? word : word.dropLast()), last.map { String($0) } ?? ""]
      where !part.isEmpty {
        var random = SplitMix(seed: seed(part, tokens.count, bytes.first ?? 0))
        let start = text.unicodeScalars.count
        text.unicodeScalars.append(contentsOf: part.unicodeScalars)
        tokens.append(token(part, start..<text.unicodeScalars.count, &random))
      }
    }
    addTree(to: &tokens, first: bytes.first ?? 0)
    return (Sentence(tokens: tokens, names: names(of: tokens)), text)
  }

  private static func seed(_ word: String, _ place: Int, _ first: UInt8) -> UInt64 {
    // FNV-1a.
    (Array(word.utf8) + [UInt8(truncatingIfNeeded: place), first]).reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
  }

  private static func token(_ form: String, _ range: Range<Int>, _ random: inout SplitMix) -> Token {
    let lower = form.lowercased()
    let lemmas = [lower, String(lower.dropLast()), String(lower.dropLast(2)), "be", "do"]
    return Token(
      form: form, range: range, lemma: lemmas[random.below(8) % lemmas.count],
      partOfSpeech: PartOfSpeech.allCases[random.below(PartOfSpeech.allCases.count)],
      tag: tags[random.below(tags.count)], features: features[random.below(features.count)],
      relation: relations[random.below(relations.count)])
  }

  /// A tree: each word but the root hangs on the root or on a word before it.
  private static func addTree(to tokens: inout [Token], first: UInt8) {
    guard !tokens.isEmpty else { return }
    let root = Int(first) % tokens.count
    tokens[root].relation = "root"
    var hung = [root]
    for index in tokens.indices where index != root {
      var random = SplitMix(seed: seed(tokens[index].form, index, first &+ 1))
      tokens[index].head = hung[random.below(hung.count)]
      hung.append(index)
    }
  }

  /// Runs of words with capitals, as a model would find them.
  private static func names(of tokens: [Token]) -> [NameSpan] {
    var names: [NameSpan] = []
    var start: Int?
    for index in 0...tokens.count {
      let isName = index < tokens.count && tokens[index].form.first?.isUppercase == true
      if isName, start == nil { start = index }
      if !isName, let first = start {
        var random = SplitMix(seed: UInt64(first))
        let labels = NameLabel.allCases
        names.append(NameSpan(tokens: first..<index, label: labels[random.below(labels.count)]))
        start = nil
      }
    }
    return names
  }
}
