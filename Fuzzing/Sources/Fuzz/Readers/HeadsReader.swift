import Relata

/// The heads for facts of model files. An input is what the header says of them: members of the object of
/// labels, and objects that describe tensors, each on a line of its own. The rest is always the same, so that
/// most inputs are models, and what is left to be wrong is the heads.
///
/// The weights of relations by words and tree (`relations.bin`) are part of the program; nobody else's
/// are read, and so they are not forged here.
enum HeadsReader {
  /// Where the payload has values of one kind. Tensors are in ``noise`` unless a change moves them.
  private enum Place {
    static let noise = 294_912..<614_400
    /// Not a number, infinity, and other floats at the edges.
    static let odd = 614_400..<737_280
    /// For scales.
    static let small = 737_280..<761_856
    /// For sums of weights.
    static let zeros = 761_856..<786_432
  }

  private static let text = """
    Ada Khan, the chair of the Lighthouse Union, met Omar Sule in Berlin on 3 May 2024. She praised the \
    group and its leader. Its fighters, Russian forces and the army of Sweden captured Northport and Aleppo \
    last week, officials in Paris said. He did not visit the city, which they had attacked before.
    """

  private static let payload: ModelPayload = {
    var bytes = ModelPayload.values
    var random = SplitMix(seed: 1)
    for place in stride(from: Place.noise.lowerBound, to: Place.noise.upperBound, by: 4) {
      // As floats from 0.03 to 0.5, of either sign; as weights whatever they are.
      let exponent = UInt32(122 + random.below(4)) << 23
      bytes.put(UInt32(truncatingIfNeeded: random.next()) & 0x807F_FFFF | exponent, at: place)
    }
    let odd: [Float] = [
      .nan, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
      .leastNonzeroMagnitude, -0.0, .signalingNaN, 1,
    ]
    for place in stride(from: Place.odd.lowerBound, to: Place.odd.upperBound, by: 4) {
      bytes.put(odd[place / 4 % odd.count].bitPattern, at: place)
    }
    for place in stride(from: Place.small.lowerBound, to: Place.small.upperBound, by: 4) {
      bytes.put(Float(0.001).bitPattern, at: place)
    }
    for place in Place.zeros { bytes[place] = 0 }
    // Each word of the text is a piece, so that each has a vector of its own.
    var pieces = ["[UNK]", "[CLS]", "[SEP]", ".", ","]
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      if !pieces.contains(String(word)) { pieces.append(String(word)) }
    }
    return ModelPayload(bytes + Array(pieces.joined(separator: "\n").utf8))
  }()

  /// A header that is right but for the heads.
  private static let base: ModelHeader = {
    var header = ModelHeader(sets: [
      ModelHeader.LabelSet(
        head: "feats", labels: ["_", "Number=Plur", "Tense=Past|VerbForm=Part|Voice=Pass"]),
      ModelHeader.LabelSet(
        head: "labels",
        labels: [
          "root", "nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "appos", "conj", "case", "amod",
          "compound", "acl:relcl", "flat",
        ]),
      ModelHeader.LabelSet(head: "lemma_scripts", labels: ["l 0 ", "l 1 e", "k 0 "]),
      ModelHeader.LabelSet(
        head: "names", labels: ["O", "B-PER", "I-PER", "E-PER", "S-PER", "S-ORG", "S-LOC", "S-EVENT"]),
      ModelHeader.LabelSet(
        head: "upos", labels: ["NOUN", "PROPN", "VERB", "PRON", "ADP", "ADJ", "DET", "PUNCT"]),
      ModelHeader.LabelSet(
        head: "xpos", labels: ["NN", "NNS", "NNP", "VBD", "VBN", "PRP", "PRP$", "IN", "JJ", "DT"]),
    ])
    header.layers = 2
    header.pieces = 128
    return header
  }()

  private static let tensors: String = {
    var list = tensorList
    base.add(to: &list)
    return list.objects.joined(separator: ",")
  }()

  private static var tensorList: TensorList {
    TensorList(values: Place.noise, scales: Place.small.lowerBound, sums: Place.zeros.lowerBound)
  }

  /// An input that is right.
  static var example: [UInt8] { input(of: HeadsHeader.usual) }

  private static func input(of heads: HeadsHeader) -> [UInt8] {
    var list = tensorList
    heads.add(to: &list)
    let lines = (base.sets + heads.sets).map(\.member) + list.objects
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// Whether heads can be made of it.
  static func accepts(_ input: [UInt8]) -> Bool { made(input) != nil }

  static func target() -> Target {
    // As the model that comes with relata analyses it: forged words would seldom be names.
    let document = Shared.analyzer.analyze(SourceDocument(id: "input.txt", text: text))
    return Target(layout: changed) { input in
      // What is made for a model takes longer than all else.
      guard let (model, extractor) = made(input), input.isOne(of: 4) else { return }
      let sentences = document.blocks.flatMap(\.sentences)
      let own = Analyzer(model: model).analyze(sentences.map(\.tokens))
      if input.isOne(of: 8) {
        check(extractor, document.replacingSentences(with: own))
      } else {
        let read = zip(sentences, own).map { sentence, own in
          var sentence = sentence
          sentence.vectors = own.vectors
          return sentence
        }
        check(extractor, document.replacingSentences(with: read))
      }
    }
  }

  private static func made(_ input: [UInt8]) -> (model: LanguageModel, extractor: Extractor)? {
    guard let model = try? LanguageModel(bytes: payload.file(header(input))),
      let extractor = try? Extractor(ontology: Shared.ontology, gazetteer: Shared.gazetteer, model: model)
    else { return nil }
    return (model, extractor)
  }

  /// The header of which an input is a part.
  private static func header(_ input: [UInt8]) -> [UInt8] {
    let lines = input.split(separator: UInt8(ascii: "\n"))
    func joined(_ isTensor: Bool) -> String {
      let kept = lines.filter { ($0.first == UInt8(ascii: "{")) == isTensor }
      return Array(kept.joined(separator: [UInt8(ascii: ",")])).text
    }
    let own = joined(true)
    let text = base.text(
      labels: joined(false), tensors: own.isEmpty ? tensors : tensors + "," + own,
      vocabulary: ModelPayload.values.count..<payload.bytes.count)
    return Array(text.utf8)
  }

  private static func check(_ extractor: Extractor, _ document: AnalyzedDocument) {
    let length = text.unicodeScalars.count
    let found = extractor.extract(document)
    for statement in found.statements {
      let ends = [statement.subject, statement.object, statement.attribution, statement.place]
      precondition(
        ends.compactMap(\.self).allSatisfy(found.entities.indices.contains), "no such entity")
      let evidence = statement.evidence
      precondition(
        0 <= evidence.start && evidence.start <= evidence.end && evidence.end <= length,
        "a sentence beyond the text")
    }
    _ = extractor.mentions(in: document)
  }

  private static func changed(_ input: [UInt8], limit: Int, using random: inout SplitMix) -> [UInt8] {
    var heads = input
    if random.below(4) == 0 { heads = Self.input(of: HeadsHeader.arbitrary(using: &random)) }
    let places = [0] + [Place.noise, Place.odd, Place.small, Place.zeros].map(\.lowerBound)
    return HeaderMutator(places: places).mutated(heads, limit: limit, using: &random)
  }
}
