// All of it: the part that starts quickly cannot compose characters.
import Foundation

/// Texts as whoever compares them byte by byte must see them: `String` calls a composed `é` and an `e` with
/// an accent equal, and orders texts by their composed form.
package enum CanonicalText {
  /// The composed form (NFC): equal texts have equal bytes, and the order of the bytes is that of the texts.
  /// - Complexity: O(length of the text).
  package static func composed(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
  }
}
