import RelataGazetteer

/// The keys by which a block that is too large is split: ``NameKeys`` of one of its names.
struct BlocksStep {
  struct Input: Decodable {
    var text: String
    var kind: NameKind
    /// How many names have each of its keys; nil where frequency does not count.
    var frequencies: [Frequency]?
    /// The keys of the block, one for each level before; none at first.
    var path: [String]?
  }

  struct Frequency: Decodable {
    var key: String
    var count: Int
  }

  struct Output: Encodable {
    var keys: [String]
  }
}

extension ResolutionSteps {
  func blocks(_ line: BlocksStep.Input) throws -> BlocksStep.Output {
    let path = line.path ?? []
    guard path.count < NameKeys.levels else {
      throw Refusal(description: "a block has \(NameKeys.levels) keys at most")
    }
    let counts = Dictionary(
      (line.frequencies ?? []).map { ($0.key, $0.count) }, uniquingKeysWith: { first, _ in first })
    let keys = NameKeys(frequency: KeyFrequency(counts: counts))
    let name = ParsedName(line.text, kind: line.kind, gazetteer: gazetteer)
    return BlocksStep.Output(keys: keys.keys(of: name, after: path).sorted())
  }
}
