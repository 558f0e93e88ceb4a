/// Paths of parts inside of a package.
enum PartPath {
  /// What `reference`, percent-encoded or not, means in the part `base`; nil where it
  /// leads out of the package.
  static func resolve(_ reference: String, in base: String) -> String? {
    let path = decoded(reference.prefix { $0 != "#" && $0 != "?" })
    var steps = path.hasPrefix("/") ? [] : base.split(separator: "/").dropLast().map(String.init)
    for step in path.split(separator: "/", omittingEmptySubsequences: true) {
      switch step {
      case ".": break
      case "..":
        guard !steps.isEmpty else { return nil }
        steps.removeLast()
      default: steps.append(String(step))
      }
    }
    return steps.isEmpty ? nil : steps.joined(separator: "/")
  }

  private static func decoded(_ text: Substring) -> String {
    guard text.contains("%") else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2, let value = UInt8(Substring(digits), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
