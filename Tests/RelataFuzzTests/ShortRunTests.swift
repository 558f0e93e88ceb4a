import Foundation
import Testing

@testable import RelataFuzzing

/// Inputs as the fuzzer makes them, but for its looking where each leads: the same ones each time. `make
/// fuzz` looks, and reads more; see `Fuzzing/README.md`. A defect ends the process.
@Suite("A short run of the fuzzer's inputs")
struct ShortRunTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fuzzing")

  @Test("each reader comes to an end with each", arguments: Reader.allCases)
  func reads(reader: Reader) throws {
    let target = reader.target()
    let rules = Self.folder.appending(path: "Grammars/\(reader.rawValue).txt")
    // A file with checksums and sizes has a layout instead.
    let hasGrammar = target.layout == nil
    let grammar = hasGrammar ? try Grammar(String(contentsOf: rules, encoding: .utf8)) : nil
    let mutator = Mutator(grammar, target)
    let longest = Self.longest(reader)
    var inputs = try Self.seeds(of: reader)
    #expect(!inputs.isEmpty)
    for input in inputs { target.read(input) }
    var random = SplitMix(seed: 1)
    var different: Set<[UInt8]> = []
    let count = Self.count(reader)
    for _ in 0..<count {
      var bytes = inputs[random.below(inputs.count)]
      let old = bytes
      // The generator is lent to the mutator meanwhile.
      var noise = SplitMix(seed: random.next())
      let input = mutator.mutated(old, limit: longest, using: &random) { _ in
        Self.change(&bytes, using: &noise)
        return bytes.count
      } bytes: { _ in
        bytes
      }
      target.read(input)
      different.insert(input)
      // Changes of changes go further than changes of what is right.
      if input.count <= longest { inputs.append(input) }
    }
    #expect(different.count > count / 2)
  }

  @Test("a graph file that is taken apart is put together again to the same bytes")
  func graphFileParts() throws {
    var random = SplitMix(seed: 2)
    for _ in 0..<40 {
      let file = GraphFileReader.file(of: RandomGraph.graph(using: &random))
      let parts = try #require(GraphFileParts(file))
      #expect(parts.sections.count == 44)
      #expect(parts.file == file)
    }
  }

  @Test("headers whose sizes agree are accepted, and changes of them are refused or not")
  func headers() {
    #expect(ModelReader.accepts(ModelReader.example))
    #expect(HeadsReader.accepts(HeadsReader.example))
    let mutator = HeaderMutator(places: [])
    var random = SplitMix(seed: 3)
    var accepted: Set<Bool> = []
    var different: Set<[UInt8]> = []
    for _ in 0..<60 {
      let header = mutator.mutated(ModelReader.example, limit: 16384, using: &random)
      accepted.insert(ModelReader.accepts(header))
      different.insert(header)
    }
    #expect(accepted.count == 2)
    #expect(different.count > 30)
  }

  /// As in `fuzz.py`, but for texts, which are shorter.
  private static func longest(_ reader: Reader) -> Int {
    switch reader {
    case .graph: 32768
    case .model: 16384
    case .heads: 24576
    default: 4096
    }
  }

  /// How many: those that are read slowly are fewer.
  private static func count(_ reader: Reader) -> Int {
    switch reader {
    case .graph, .ontology, .question, .heads: 100
    case .text, .markdown, .html, .model: 300
    default: 600
    }
  }

  private static func seeds(of reader: Reader) throws -> [[UInt8]] {
    let made = FileManager.default.temporaryDirectory.appending(path: "relata-seeds-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: made) }
    try Seeds.write(to: made.path)
    return try [folder.appending(path: "Corpus"), made].flatMap { parent in
      let place = parent.appending(path: reader.rawValue)
      guard FileManager.default.fileExists(atPath: place.path) else { return [[UInt8]]() }
      return try FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
        .sorted { $0.path < $1.path }.map { try [UInt8](Data(contentsOf: $0)) }
    }
  }

  /// Some bytes removed, replaced, or copied to another place.
  private static func change(_ bytes: inout [UInt8], using random: inout SplitMix) {
    for _ in 0...random.below(4) {
      let start = random.below(bytes.count + 1)
      let end = min(bytes.count, start + random.below(16))
      switch random.below(3) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: for place in start..<end { bytes[place] = UInt8(truncatingIfNeeded: random.next()) }
      default: bytes.insert(contentsOf: bytes[start..<end], at: random.below(bytes.count + 1))
      }
    }
  }
}
