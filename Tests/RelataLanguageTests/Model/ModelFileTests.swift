import Foundation
import RelataLanguage
import RelataTestSupport
import Testing

/// Damaged files are refused with a reason and read no memory that is not theirs.
@Suite struct ModelFileTests {
  private static var headerLength: Int {
    Int(Embedded.bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self).littleEndian)
  }
  private static var payload: Int { (12 + headerLength + 63) / 64 * 64 }

  private func error(_ bytes: some Collection<UInt8>) -> ModelError? {
    do {
      _ = try LanguageModel(bytes: bytes)
      return nil
    } catch { return error }
  }

  /// The embedded file with a changed header.
  private func file(_ change: (inout [String: Any]) -> Void) throws -> [UInt8] {
    let bytes = Embedded.bytes
    let old = try JSONSerialization.jsonObject(with: Data(bytes[12..<12 + Self.headerLength]))
    var header = try #require(old as? [String: Any])
    change(&header)
    let json = try JSONSerialization.data(withJSONObject: header)
    var result = Array("RELATAM1".utf8)
    withUnsafeBytes(of: UInt32(json.count).littleEndian) { result += $0 }
    result += json
    result += [UInt8](repeating: 0, count: (64 - result.count % 64) % 64)
    result += bytes[Self.payload...]
    return result
  }

  private func file(tensor name: String, _ change: (inout [String: Any]) -> Void) throws -> [UInt8] {
    try file { header in
      var tensors = header["tensors"] as? [[String: Any]] ?? []
      for index in tensors.indices where tensors[index]["name"] as? String == name { change(&tensors[index]) }
      header["tensors"] = tensors
    }
  }

  @Test func aCopyOfTheEmbeddedFileIsRead() throws {
    let copy = Analyzer(model: try LanguageModel(bytes: Embedded.bytes))
    let sentence = [tokens("Norway joined the alliance in 1949 .")]
    #expect(try copy.analyze(sentence) == Embedded.analyzer().analyze(sentence))
  }

  @Test func aHeaderWrittenByAnotherProgramIsRead() throws {
    #expect(error(try file { _ in }) == nil)
  }

  @Test(arguments: ["", "RELATAM", "RELATAM1abc", "{\"tensors\": []}", "PK\u{3}\u{4}............"])
  func otherFilesAreNoModels(text: String) { #expect(error(Array(text.utf8)) == .notAModel) }

  @Test func filesCutOffAnywhereAreRefused() {
    var generator = SeededGenerator(seed: 1)
    let bytes = Embedded.bytes
    let inHeader = (0..<5).map { _ in Int.random(in: 12..<Self.payload, using: &generator) }
    let inPayload = (0..<5).map { _ in Int.random(in: Self.payload..<bytes.count, using: &generator) }
    for length in inHeader + inPayload + [12, Self.payload - 1, Self.payload, bytes.count - 1] {
      guard case .truncated(let expected, let found) = error(bytes.prefix(length)) else {
        Issue.record("cut off at \(length): \(String(describing: error(bytes.prefix(length))))")
        continue
      }
      #expect(found == length && expected > length && expected <= bytes.count)
    }
  }

  @Test func aFlippedBitInTheWeightsIsNoticed() {
    var generator = SeededGenerator(seed: 2)
    var bytes = [UInt8](Embedded.bytes)
    for _ in 0..<6 {
      let place = Int.random(in: Self.payload..<bytes.count, using: &generator)
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      #expect(error(bytes) == .altered)
      bytes = [UInt8](Embedded.bytes)
    }
  }

  @Test func anotherVersionIsRefused() throws {
    let bytes = try file { $0["version"] = 1 }
    #expect(error(bytes)?.description.contains("version 1") == true)
  }

  @Test(arguments: [0, -3, 513])
  func impossibleWindowsAreRefused(pieces: Int) throws {
    let bytes = try file { $0["window"] = pieces }
    #expect(error(bytes) == .malformed("a window of \(pieces) word pieces"))
  }

  @Test func aHeaderThatIsNoJSONIsRefused() {
    var bytes = [UInt8](Embedded.bytes)
    bytes[12] = UInt8(ascii: "[")
    #expect(error(bytes) == .malformed("its header cannot be read"))
  }

  @Test(arguments: [-1, Int.max, 1 << 50])
  func impossiblePayloadSizesAreRefused(size: Int) throws {
    let bytes = try file { header in
      var payload = header["payload"] as? [String: Any] ?? [:]
      payload["size"] = size
      header["payload"] = payload
    }
    guard case .malformed = error(bytes) else {
      Issue.record("accepted \(size)")
      return
    }
  }

  @Test(arguments: [
    ("words", "offset", -64), ("words", "offset", 40_000_000 / 64 * 64), ("words", "offset", 1),
    ("words", "offset", Int.max / 64 * 64), ("words", "rows", 0), ("words", "rows", 1 << 24),
    ("words", "rows", 4), ("norm.gain", "rows", Int.max), ("words", "rows", Int.max),
    ("words", "columns", 320), ("words", "columns", Int.max), ("words", "scales", -64),
    ("words", "scales", 40_000_000 / 64 * 64), ("upos.weight", "sums", -64), ("names.weight", "sums", 1),
    ("layer0.up.weight", "type", 0), ("layer0.up.weight", "rows", 1_500), ("positions", "rows", 500),
    ("upos.weight", "rows", 16),
    ("layer3.down.weight", "columns", 1472), ("layer3.down.weight", "name", 0), ("arc_root", "columns", 128),
    ("label_bilinear.weight", "rows", 6_000), ("norm.gain", "name", 0), ("names.bias", "type", 0),
  ])
  func lyingTensorsAreRefused(name: String, key: String, value: Int) throws {
    let bytes = try file(tensor: name) { $0[key] = key == "name" || key == "type" ? "other" : value }
    guard case .malformed(let what) = error(bytes) else {
      Issue.record("\(name).\(key) = \(value) was accepted")
      return
    }
    #expect(!what.isEmpty)
  }

  @Test(arguments: ["upos", "xpos", "feats", "lemma_scripts", "labels", "names"])
  func labelSetsMustFitTheirHeads(set: String) throws {
    for change in [{ $0.dropLast() }, { _ in [] }] as [([String]) -> [String]] {
      let bytes = try file { header in
        var labels = header["labels"] as? [String: [String]] ?? [:]
        labels[set] = change(labels[set] ?? [])
        header["labels"] = labels
      }
      guard case .malformed = error(bytes) else {
        Issue.record("a shortened set “\(set)” was accepted")
        return
      }
    }
  }

  @Test(arguments: [("upos", "NOUNS"), ("names", "B-DOG"), ("lemma_scripts", "z 1 a")])
  func unknownLabelsAreRefused(set: String, label: String) throws {
    let bytes = try file { header in
      var labels = header["labels"] as? [String: [String]] ?? [:]
      labels[set]?[0] = label
      header["labels"] = labels
    }
    #expect(error(bytes)?.description.contains(label) == true)
  }

  @Test(arguments: [(0, 0), (-1, 100), (0, Int.max), (Int.max, 1), (0, 100)])
  func impossibleVocabulariesAreRefused(offset: Int, size: Int) throws {
    let bytes = try file { $0["vocabulary"] = ["offset": offset, "size": size] }
    guard case .malformed = error(bytes) else {
      Issue.record("offset \(offset), size \(size) was accepted")
      return
    }
  }

  @Test func everyReasonIsOneLine() {
    for reason in [
      ModelError.notAModel, .truncated(expected: 2, found: 1), .altered, .malformed("no layers"),
    ] {
      #expect(!reason.description.isEmpty && !reason.description.contains("\n"))
    }
  }
}
