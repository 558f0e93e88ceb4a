/// A name reduced to what does not depend on the hand that wrote it.
public enum NameFolding {
  /// Lower case, no diacritics, no apostrophes of any kind (ayin and hamza included), hyphens and dashes as spaces, single
  /// spaces. `Gazetteers/folding.py` has the same rule.
  /// - Complexity: O(length).
  public static func fold(_ name: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(name.utf8.count)
    var needsSpace = false
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9":
        if needsSpace { result.append(UInt8(ascii: " ")) }
        needsSpace = false
        result.append(UInt8(truncatingIfNeeded: scalar.value))
      case "A"..."Z":
        if needsSpace { result.append(UInt8(ascii: " ")) }
        needsSpace = false
        result.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
      case "'", "’", "‘", "ʼ", "ʻ", "`", "ʾ", "ʿ", "´", "ʹ", "′", ".", "\"", "“", "”": continue
      case " ", "-", "–", "—", "‐", "‑", "‒", "−", "_", "/", ",": needsSpace = !result.isEmpty
      default:
        if scalar.properties.isWhitespace {
          needsSpace = !result.isEmpty
          continue
        }
        let letters = FoldedLetters.fold(scalar)
        if needsSpace && !letters.isEmpty {
          result.append(UInt8(ascii: " "))
          needsSpace = false
        }
        result.append(contentsOf: letters.utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Letters without their marks.
enum FoldedLetters {
  static func fold(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return scalar.properties.lowercaseMapping }
    if scalar.properties.generalCategory == .nonspacingMark { return "" }
    let lower = scalar.properties.lowercaseMapping
    guard let first = lower.unicodeScalars.first else { return "" }
    if let plain = table[first] { return plain }
    // "İ" becomes "i" with a dot of its own above.
    return first.isASCII ? String(first) : lower
  }

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    let groups: [(String, String)] = [
      ("a", "əàáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặ"), ("ae", "æǣǽ"), ("b", "ḃḅḇɓ"), ("c", "çćĉċčḉ"),
      ("d", "ďđḋḍḏḑḓɗ"),
      ("d", "ð"),
      ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"), ("f", "ḟ"), ("g", "ĝğġģǥǧǵḡ"), ("h", "ĥħḣḥḧḩḫẖ"),
      ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"), ("j", "ĵǰ"),
      ("k", "ķǩƙḱḳḵ"), ("l", "ĺļľŀłḷḹḻḽ"), ("m", "ḿṁṃ"), ("n", "ñńņňŉŋǹṅṇṉṋ"),
      ("o", "òóôõöøōŏőǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộơớờởỡợ"),
      ("oe", "œ"), ("p", "ṕṗ"), ("r", "ŕŗřȑȓṙṛṝṟ"), ("s", "śŝşšșṡṣṥṧṩ"), ("ss", "ß"), ("t", "ţťŧțṫṭṯṱẗ"),
      ("th", "þ"),
      ("u", "ùúûüũūŭůűųǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữựư"), ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"),
      ("y", "ýÿŷȳẏẙỳỵỷỹ"), ("z", "źżžẑẓẕƶ"),
    ]
    for (plain, letters) in groups { for letter in letters.unicodeScalars { table[letter] = plain } }
    return table
  }()
}
