/// Makes a new input of an old one: by bytes, by words, and by rules or along a layout.
struct Mutator {
  private let grammar: Grammar?
  private let words: TokenMutator
  private let repair: (([UInt8], inout SplitMix) -> [UInt8])?
  private let layout: Target.Layout?

  init(_ grammar: Grammar?, _ target: Target) {
    self.grammar = grammar
    words = TokenMutator(words: grammar?.texts ?? [])
    repair = target.repair
    layout = target.layout
  }

  /// - Parameters:
  ///   - mutate: libFuzzer's own mutation of so many bytes, which gives their new number.
  ///   - bytes: as many of what that has made.
  func mutated(
    _ input: [UInt8], limit: Int, using random: inout SplitMix, _ mutate: (Int) -> Int,
    bytes: (Int) -> [UInt8]
  ) -> [UInt8] {
    var output: [UInt8]
    switch (grammar, layout, random.below(8)) {
    case (let grammar?, _, 0): output = grammar.input(limit: limit / 2, using: &random)
    case (let grammar?, _, 1...3):
      output = input
      let start = random.below(input.count + 1)
      let end = min(input.count, start + random.below(random.below(2) == 0 ? 1 : 40))
      output.replaceSubrange(start..<end, with: grammar.part(limit: limit / 8, using: &random))
    // Its checksums are as it wants them.
    case (_, let layout?, 0...4): return layout(input, limit, &random)
    case (.some, _, 4...6), (_, .some, 5): output = words.mutated(input, limit: limit, using: &random)
    default: output = bytes(mutate(input.count))
    }
    if let repair { output = repair(output, &random) }
    return output
  }
}
