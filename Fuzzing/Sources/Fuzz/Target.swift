/// A reader, as the fuzzer sees it.
struct Target {
  /// Changes an input of a binary format, or makes a new one, of at most so many bytes, with right checksums.
  typealias Layout = (_ input: [UInt8], _ limit: Int, _ random: inout SplitMix) -> [UInt8]

  /// Reads an input. Whatever the input is, this returns; a defect ends the process.
  let read: ([UInt8]) -> Void
  /// Puts checksums right, so that more than these is read.
  let repair: (([UInt8], inout SplitMix) -> [UInt8])?
  /// Instead of the rules that other readers have (`Grammars/`): their inputs are no texts, or
  /// are full of sizes that have to agree.
  let layout: Layout?

  init(
    repair: (([UInt8], inout SplitMix) -> [UInt8])? = nil, layout: Layout? = nil,
    read: @escaping ([UInt8]) -> Void
  ) {
    self.read = read
    self.repair = repair
    self.layout = layout
  }
}

/// All readers of what others write.
enum Reader: String, CaseIterable {
  case text, markdown, html
  case jsonld, graphml, csv, nodelink, graph
  case ontology, identities, corrections
  case pattern, question, model, heads

  func target() -> Target {
    switch self {
    case .text: TextReaders.document(id: "input.txt")
    case .markdown: TextReaders.document(id: "input.md")
    case .html: TextReaders.html()
    case .jsonld: GraphReaders.jsonld()
    case .graphml: GraphReaders.graphml()
    case .csv: GraphReaders.csv()
    case .nodelink: GraphReaders.nodelink()
    case .graph: GraphFileReader.target()
    case .ontology: RuleReaders.ontology()
    case .identities: RuleReaders.identities()
    case .corrections: RuleReaders.corrections()
    case .pattern: QueryReaders.pattern()
    case .question: QueryReaders.question()
    case .model: ModelReader.target()
    case .heads: HeadsReader.target()
    }
  }
}

extension [UInt8] {
  /// True for one input of so many, always the same ones: for what would take too long for all.
  func isOne(of count: UInt64) -> Bool {
    // FNV-1a.
    reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } % count == 0
  }

  var text: String { String(decoding: self, as: UTF8.self) }
}
