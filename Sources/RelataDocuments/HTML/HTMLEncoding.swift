/// What a page says about its own encoding (HTML standard, section 13.2.3.2).
enum HTMLEncoding {
  /// Of `meta charset`, `meta http-equiv` or an XML declaration among the first 4096 bytes.
  static func declared(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4_096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: 0x3E),
      let name = value(of: "encoding", in: head[..<end])
    {
      return name
    }
    var rest = head[...]
    while let start = rest.firstIndex(of: 0x3C) {
      rest = rest[(start + 1)...]
      guard rest.starts(with: "meta".utf8), let end = rest.firstIndex(of: 0x3E) else { continue }
      if let name = value(of: "charset", in: rest[..<end]) {
        // A page whose ASCII can be read is no UTF-16, whatever it says (section 13.2.3.3).
        return name.hasPrefix("utf-16") ? "utf-8" : name
      }
      rest = rest[end...]
    }
    return nil
  }

  /// `name = "value"` anywhere in a tag, as the value may itself be in an attribute's value.
  private static func value(of name: String, in tag: ArraySlice<UInt8>) -> String? {
    var rest = tag
    while let start = rest.firstIndex(of: name.utf8.first ?? 0) {
      rest = rest[start...]
      guard rest.starts(with: name.utf8) else { rest = rest.dropFirst(); continue }
      rest = rest.dropFirst(name.utf8.count).drop { $0 <= 0x20 }
      guard rest.first == 0x3D else { continue }
      let value = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
        .prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x2F && $0 != 0x3F }
      return value.isEmpty || value.count > 40 ? nil : String(decoding: value, as: UTF8.self)
    }
    return nil
  }
}
