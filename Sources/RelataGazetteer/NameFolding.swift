/// A name reduced to what does not depend on the hand that wrote it.
public enum NameFolding {
  /// Lower case, no diacritics, no apostrophes of any kind (ayin and hamza included), hyphens and dashes as spaces, single spaces.
  /// - Complexity: O(length).
  public static func fold(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    var needsSpace = false
    for scalar in name.unicodeScalars {
      switch scalar {
      case "'", "’", "‘", "ʼ", "ʻ", "`", "ʾ", "ʿ", "´", ".", "\"", "“", "”": continue
      case "-", "–", "—", "‐", "‑", "_", "/", ",": needsSpace = !result.isEmpty
      default:
        if scalar.properties.isWhitespace {
          needsSpace = !result.isEmpty
          continue
        }
        for letter in FoldedLetters.fold(scalar) {
          if needsSpace { result.append(" ") }
          needsSpace = false
          result.append(letter)
        }
      }
    }
    return String(result)
  }
}

/// Letters without their marks.
enum FoldedLetters {
  static func fold(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    if scalar.isASCII {
      guard ("A"..."Z").contains(scalar) else { return String.UnicodeScalarView([scalar]) }
      return scalar.properties.lowercaseMapping.unicodeScalars
    }
    if scalar.properties.generalCategory == .nonspacingMark { return String.UnicodeScalarView() }
    let lower = scalar.properties.lowercaseMapping
    if let first = lower.unicodeScalars.first, let plain = table[first] { return plain.unicodeScalars }
    return lower.unicodeScalars
  }

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    let groups: [(String, String)] = [
      ("a", "àáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặ"), ("ae", "æǣǽ"), ("b", "ḃḅḇ"), ("c", "çćĉċčḉ"), ("d", "ďđḋḍḏḑḓ"),
      ("d", "ð"),
      ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"), ("f", "ḟ"), ("g", "ĝğġģǥǧǵḡ"), ("h", "ĥħḣḥḧḩḫẖ"),
      ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"), ("j", "ĵǰ"),
      ("k", "ķǩḱḳḵ"), ("l", "ĺļľŀłḷḹḻḽ"), ("m", "ḿṁṃ"), ("n", "ñńņňŉǹṅṇṉṋ"),
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
