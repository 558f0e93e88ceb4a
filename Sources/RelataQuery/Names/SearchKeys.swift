import RelataNames

/// What a name is found by, for programs that search without this one.
package struct SearchKeys: Sendable {
  /// Words, sounds and initials (``FoldedName``), each separated by spaces, with `|` between the three; what
  /// is empty at the end, and sounds that are the words, are left out.
  package let text: String

  package init(_ name: String) {
    let folded = FoldedName(name)
    var columns = [
      folded.words.joined(separator: " "),
      folded.sounds == folded.words ? "" : folded.sounds.joined(separator: " "),
      folded.initials.joined(separator: " "),
    ]
    while columns.last?.isEmpty == true { columns.removeLast() }
    text = columns.joined(separator: "|")
  }
}
