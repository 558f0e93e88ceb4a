import RelataGraph
import RelataNames

extension NameWords {
  /// Equal for names that differ only in marks, case and punctuation; a name without letters
  /// and digits stays as it is.
  static func comparable(_ name: String) -> String {
    let folded = folded(name)
    return folded.isEmpty ? name : folded
  }
}

extension Entity {
  /// The names by which texts call it, as they are compared; its only name where they call it nothing.
  var calledNames: Set<String> {
    aliases.isEmpty ? [NameWords.comparable(name)] : Set(aliases.map { NameWords.comparable($0.name) })
  }

  /// All of its names as they are compared, the preferred one included.
  var comparableNames: Set<String> { Set(([name] + aliases.map(\.name)).map(NameWords.comparable)) }
}
