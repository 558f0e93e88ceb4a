import RelataGraph
import Synchronization

/// Texts of a graph file with their numbers, as far as they have been read: so that records which are written
/// anew need not bring them again.
final class KnownTexts: Sendable {
  private let texts = Mutex<[ExactText: UInt64]>([:])

  func note(_ text: String, _ number: UInt64) {
    texts.withLock { $0[ExactText(text: text)] = number }
  }

  var numbers: [ExactText: UInt64] { texts.withLock { $0 } }
}
