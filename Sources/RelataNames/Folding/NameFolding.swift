/// A name reduced to what does not depend on the hand that wrote it, for looking it up in a table.
///
/// A table has "McDonald's", "JD.com" and "Canal+" beside "McDonald" and "Canal", so that less is left
/// out than for comparing names of documents: the possessive's "s" and signs other than apostrophes,
/// hyphens and full stops stay.
public enum NameFolding {
  /// Lower case, Latin letters where they are known, no diacritics, no apostrophes of any kind (ayin and
  /// hamza included), no full stops, hyphens and dashes as spaces, "and" for "&", single spaces. For Latin
  /// letters `Gazetteers/folding.py` has the same rule.
  /// - Complexity: O(length).
  public static func fold(_ name: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(name.utf8.count)
    var needsSpace = false
    for scalar in PlainLetters.composed(name).unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "A"..."Z":
        if needsSpace { result.append(UInt8(ascii: " ")) }
        needsSpace = false
        // Digits have the bit of lower case already.
        result.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
      case ".", "\"", "“", "”": continue
      case " ", "-", "–", "—", "‐", "‑", "‒", "−", "_", "/", ",": needsSpace = !result.isEmpty
      case "&":
        result.append(contentsOf: (result.isEmpty ? "and" : " and").utf8)
        needsSpace = true
      default:
        if scalar.isSilent { continue }
        if scalar.properties.isWhitespace {
          needsSpace = !result.isEmpty
          continue
        }
        let letters = PlainLetters.latin(scalar)
        if letters.isEmpty { continue }
        if needsSpace { result.append(UInt8(ascii: " ")) }
        needsSpace = false
        result.append(contentsOf: letters.utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
