import Relata

/// Model files. An input is the JSON header alone, because payloads are large: all its tensors share one
/// payload of fixed bytes, and its checksum is put right.
enum ModelReader {
  private static let vocabularyStart = 512 * 384 * 4

  private static let payload: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: vocabularyStart)
    // Small floats and small weights.
    for place in stride(from: 0, to: bytes.count, by: 8) { bytes[place + 3] = 0x3C }
    return bytes + Array("[UNK]\n[CLS]\n[SEP]\na\nb\n##a\nada\nmet\nomar\n.".utf8)
  }()

  static func target() -> Target {
    let sum = CRC32.of(payload[...])
    let tokens = Tokenizer().tokens(of: "Ada met Omar.")
    return Target { header in
      guard let model = try? LanguageModel(bytes: file(header, sum: sum)) else { return }
      if header.isOne(of: 16) { _ = Analyzer(model: model).analyze([tokens]) }
    }
  }

  private static func file(_ header: [UInt8], sum: UInt32) -> [UInt8] {
    let header = checked(header, sum: sum)
    var bytes = Array("RELATAM1".utf8)
    withUnsafeBytes(of: UInt32(header.count).littleEndian) { bytes += $0 }
    bytes += header
    bytes += [UInt8](repeating: 0, count: (bytes.count + 63) / 64 * 64 - bytes.count)
    return bytes + payload
  }

  /// The header, with the checksum of as much of the payload as it speaks of.
  private static func checked(_ header: [UInt8], sum: UInt32) -> [UInt8] {
    let mark = Array("\"payload\":{\"size\":".utf8)
    guard let place = header.firstRange(of: mark) else { return header }
    let digits = header[place.upperBound...].prefix { (0x30...0x39).contains($0) }
    guard let size = Int(Array(digits).text), size <= payload.count else { return header }
    let right = size == payload.count ? sum : CRC32.of(payload[..<size])
    return Array(header[..<digits.endIndex]) + Array(",\"crc32\":\(right)}}".utf8)
  }

  /// A header that is right.
  static var example: [UInt8] {
    var tensors: [String] = []
    func add(_ name: String, _ rows: Int, _ columns: Int, _ type: String) {
      let more = type == "float32" ? "" : type == "int8" ? ",\"scales\":0" : ",\"scales\":0,\"sums\":0"
      tensors.append(
        "{\"name\":\"\(name)\",\"rows\":\(rows),\"columns\":\(columns),\"type\":\"\(type)\",\"offset\":0\(more)}"
      )
    }
    func linear(_ name: String, _ rows: Int, _ columns: Int) {
      add("\(name).weight", rows, columns, "int8-panels")
      add("\(name).bias", rows, 1, "float32")
    }
    func norm(_ name: String) {
      for part in ["gain", "shift"] { add("\(name).\(part)", 384, 1, "float32") }
    }
    let labels = [
      "upos": ["NOUN", "VERB"], "xpos": ["NN", "VBD"], "feats": ["_", "Number=Sing"],
      "lemma_scripts": ["k 0 ", "l 1 e"], "labels": ["root", "nsubj"], "names": ["O", "S-PER"],
    ]
    add("words", 16, 384, "int8")
    add("positions", 512, 384, "float32")
    add("shapes", 10, 384, "float32")
    norm("norm")
    for part in ["query", "key", "value", "output"] { linear("layer0.\(part)", 384, 384) }
    linear("layer0.up", 64, 384)
    linear("layer0.down", 384, 64)
    norm("layer0.norm1")
    norm("layer0.norm2")
    for head in ["upos", "xpos", "feats", "lemma_scripts", "names", "starts"] { linear(head, 2, 384) }
    for head in ["arc_dep", "arc_head", "label_dep", "label_head"] { linear(head, 64, 384) }
    linear("arc_bilinear", 64, 64)
    linear("label_bilinear", 2 * 65, 64)
    for root in ["arc_root", "label_root"] { add(root, 64, 1, "float32") }
    let sets = labels.sorted { $0.key < $1.key }.map { key, values in
      "\"\(key)\":[" + values.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }
    return Array(
      """
      {"version":2,"window":128,"labels":{\(sets.joined(separator: ","))},"folding":{"É":"e"},\
      "vocabulary":{"offset":\(vocabularyStart),"size":\(payload.count - vocabularyStart)},\
      "tensors":[\(tensors.joined(separator: ","))],"payload":{"size":\(payload.count),"crc32":0}}
      """.utf8)
  }
}

/// CRC-32 (ISO 3309), byte by byte.
private enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }

  static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    let table = table
    return ~bytes.reduce(UInt32.max) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}
