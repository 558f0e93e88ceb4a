/// Changes the JSON header of a model file, or what is a part of one, along its layout: numbers, the objects
/// that describe tensors, and lists of labels. The text is not parsed, so that what is no JSON any more is
/// changed as well.
struct HeaderMutator {
  /// Places in the payload where something else begins.
  let places: [Int]

  /// Numbers that are refused at one check or another, or pass it and should not.
  private static let numbers = [
    "0", "1", "-1", "63", "64", "512", "513", "1048576", "1048577", "16777216", "16777217", "2147483647",
    "2147483648", "4294967295", "4294967296", "1099511627776", "9223372036854775807", "9223372036854775808",
    "-9223372036854775808", "1e3", "1.5", "null", "\"1\"",
  ]
  private static let strings = ["float32", "int8", "int8-panels", "", "words", "facts.layer0.query.weight"]

  /// Up to three changes; the header as it was where they make it longer than the limit.
  func mutated(_ header: [UInt8], limit: Int, using random: inout SplitMix) -> [UInt8] {
    var bytes = header
    for _ in 0..<random.below(4) {
      switch random.below(8) {
      case 0...3: changeNumber(in: &bytes, using: &random)
      case 4: changeObjects(in: &bytes, using: &random)
      case 5, 6: changeLabels(in: &bytes, using: &random)
      default: changeString(in: &bytes, using: &random)
      }
    }
    return bytes.count <= limit ? bytes : header
  }

  // MARK: - Numbers and names

  private func changeNumber(in bytes: inout [UInt8], using random: inout SplitMix) {
    let spans = Self.values(in: bytes) { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
    guard !spans.isEmpty else { return }
    let span = OddValues.one(of: spans, using: &random)
    let other = OddValues.one(of: spans, using: &random)
    let old = Int(Array(bytes[span]).text) ?? 0
    let new: [UInt8]
    switch random.below(10) {
    case 0: new = Array("\(old &- 1)".utf8)
    case 1: new = Array("\(old &+ 1)".utf8)
    case 2: new = Array("\(old &* 2)".utf8)
    case 3: new = Array("\(0 &- old)".utf8)
    case 4: new = Array("\(random.below(2) == 0 ? old &- 64 : old &+ 64)".utf8)
    case 5: new = Array(bytes[other])
    case 6, 7:
      let place = places.isEmpty ? 0 : OddValues.one(of: places, using: &random)
      new = Array("\(place + 64 * random.below(100))".utf8)
    default: new = Array(OddValues.one(of: Self.numbers, using: &random).utf8)
    }
    bytes.replaceSubrange(span, with: new)
  }

  /// Tensors are found by their names, and read by their types.
  private func changeString(in bytes: inout [UInt8], using random: inout SplitMix) {
    let spans = Self.values(in: bytes) { $0 == UInt8(ascii: "\"") }
    guard !spans.isEmpty else { return }
    let span = OddValues.one(of: spans, using: &random)
    let new =
      random.below(2) == 0
      ? Array(bytes[OddValues.one(of: spans, using: &random)])
      : Array(OddValues.one(of: Self.strings, using: &random).json.utf8)
    bytes.replaceSubrange(span, with: new)
  }

  // MARK: - Objects

  /// The description of a tensor goes, comes twice, or changes places with another.
  private func changeObjects(in bytes: inout [UInt8], using random: inout SplitMix) {
    let spans = Self.spans(of: UInt8(ascii: "{"), UInt8(ascii: "}"), in: bytes)
    guard !spans.isEmpty else { return }
    let span = OddValues.one(of: spans, using: &random)
    let object = Array(bytes[span])
    let mark = [span.upperBound, span.lowerBound - 1].first {
      bytes.indices.contains($0) && Self.isSeparator(bytes[$0])
    }
    switch random.below(3) {
    case 0:
      bytes.replaceSubrange(span, with: [])
      // The mark before it stands one place before, the mark behind it stands where it did.
      if let mark { bytes.remove(at: min(mark, span.lowerBound)) }
    case 1:
      let separator = mark.map { bytes[$0] } ?? UInt8(ascii: ",")
      bytes.insert(contentsOf: object + [separator], at: span.lowerBound)
    default:
      let other = OddValues.one(of: spans, using: &random)
      guard other != span else { return }
      let second = Array(bytes[other])
      // The later one first: the earlier one's place stays what it is.
      let isFirst = span.lowerBound < other.lowerBound
      bytes.replaceSubrange(isFirst ? other : span, with: isFirst ? object : second)
      bytes.replaceSubrange(isFirst ? span : other, with: isFirst ? second : object)
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n")
  }

  // MARK: - Labels

  private func changeLabels(in bytes: inout [UInt8], using random: inout SplitMix) {
    let spans = Self.spans(of: UInt8(ascii: "["), UInt8(ascii: "]"), in: bytes).filter {
      !bytes[$0].contains(UInt8(ascii: "{"))
    }
    guard !spans.isEmpty else { return }
    let span = OddValues.one(of: spans, using: &random)
    var labels = Self.labels(in: bytes, span)
    let others = Self.labels(in: bytes, OddValues.one(of: spans, using: &random))
    let place = random.below(labels.count)
    switch random.below(8) {
    case 0: labels.insert(labels[place], at: place)
    case 1: labels.remove(at: place)
    case 2: labels[place] = Array("\"\"".utf8)
    case 3:
      let long = String(repeating: "x", count: 1 << random.below(12))
      labels[place] = Array(long.json.utf8)
    case 4: labels[place] = OddValues.one(of: others, using: &random)
    case 5: labels.swapAt(place, random.below(labels.count))
    case 6:
      // More than any head has.
      labels = Array(repeatElement(labels, count: 1 << random.below(5)).joined().prefix(200))
    default: labels[place] = Array(OddValues.text(using: &random).json.utf8)
    }
    var list = [UInt8(ascii: "[")]
    list += labels.joined(separator: [UInt8(ascii: ",")])
    list.append(UInt8(ascii: "]"))
    bytes.replaceSubrange(span, with: list)
  }

  /// At least one: of an empty list its emptiness.
  private static func labels(in bytes: [UInt8], _ span: Range<Int>) -> [[UInt8]] {
    bytes[span.lowerBound + 1..<span.upperBound - 1]
      .split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { Array($0) }
  }

  // MARK: - Places

  /// From an opening mark to the closing one, where no other opening mark stands between.
  private static func spans(of open: UInt8, _ close: UInt8, in bytes: [UInt8]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var start: Int?
    for (place, byte) in bytes.enumerated() {
      if byte == open { start = place }
      if byte == close, let first = start {
        spans.append(first..<place + 1)
        start = nil
      }
    }
    return spans
  }

  /// What stands behind colons, up to a mark behind it, and begins in a certain way.
  private static func values(in bytes: [UInt8], where begins: (UInt8) -> Bool) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for colon in bytes.indices where bytes[colon] == UInt8(ascii: ":") {
      let start = colon + 1
      guard start < bytes.count, begins(bytes[start]) else { continue }
      let end = bytes[start...].firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "}") }
      spans.append(start..<(end ?? bytes.count))
    }
    return spans
  }
}
