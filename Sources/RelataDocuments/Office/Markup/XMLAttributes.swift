/// Guards the parser against elements with so many attributes that it would compare them all for hours: it
/// looks for doubles pair by pair, and nothing can stop it in between.
enum XMLAttributes {
  static let most = 5_000

  /// Whether no element has more than `most` attributes. Equal signs before quotes are counted
  /// between one "<" and the next, which cannot stand in an attribute; so the answer may be no for
  /// text with very many of them.
  /// - Complexity: O(n).
  static func areFew(in bytes: [UInt8]) -> Bool {
    var count = 0
    var isAfterEqualSign = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"):
        count = 0
        isAfterEqualSign = false
      case UInt8(ascii: "="): isAfterEqualSign = true
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isAfterEqualSign { count += 1 }
        isAfterEqualSign = false
        if count > most { return false }
      case 0x20, 0x09, 0x0A, 0x0D: break
      default: isAfterEqualSign = false
      }
    }
    return true
  }
}
