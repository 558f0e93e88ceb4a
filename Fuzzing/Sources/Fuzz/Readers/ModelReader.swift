import Relata

/// Model files. An input is the JSON header alone: all its tensors lie at the beginning of one payload.
enum ModelReader {
  private static let payload = ModelPayload(
    ModelPayload.values + Array("[UNK]\n[CLS]\n[SEP]\na\nb\n##a\nada\nmet\nomar\n.".utf8))
  private static var vocabulary: Range<Int> { ModelPayload.values.count..<payload.bytes.count }

  /// A header that is right.
  static var example: [UInt8] { ModelHeader.usual.text(vocabulary: vocabulary) }

  static func target() -> Target {
    let tokens = Tokenizer().tokens(of: "Ada met Omar.")
    return Target(layout: changed) { header in
      guard let model = model(header) else { return }
      if header.isOne(of: 16) { _ = Analyzer(model: model).analyze([tokens]) }
    }
  }

  /// Whether a model can be made of it.
  static func accepts(_ header: [UInt8]) -> Bool { model(header) != nil }

  private static func model(_ header: [UInt8]) -> LanguageModel? {
    try? LanguageModel(bytes: payload.file(header))
  }

  private static func changed(_ input: [UInt8], limit: Int, using random: inout SplitMix) -> [UInt8] {
    var header = input
    if random.below(4) == 0 {
      header = ModelHeader.arbitrary(using: &random).text(vocabulary: vocabulary)
    }
    let places = [0, vocabulary.lowerBound, vocabulary.upperBound]
    return HeaderMutator(places: places).mutated(header, limit: limit, using: &random)
  }
}
