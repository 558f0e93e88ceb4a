import RelataGazetteer
import RelataNames

/// What a name is found by: all that follows from the name alone.
struct NamesStep {
  struct Output: Encodable {
    /// Equal for names that differ only in marks, case and punctuation.
    var folded: String
    /// The sound keys that it is counted for: ``KeyFrequency``.
    var keys: [String]
    /// Itself, where it is one.
    var acronym: String?
    /// Those that may stand for it, itself included.
    var acronyms: [String]
    /// The word by which a person's bare name asks for it.
    var word: String?
    /// The sounds of that word, short and long.
    var sounds: [String]
    var longSounds: [String]
    /// Whether it is compared by its sounds where it is bare.
    var isBareWord: Bool
  }
}

extension ResolutionSteps {
  func names(_ line: NameRow) -> NamesStep.Output {
    let name = ParsedName(line.text, kind: line.kind, gazetteer: gazetteer)
    let last = line.kind == .person ? name.parts.last : nil
    return NamesStep.Output(
      folded: CanonicalText.composed(name.folded), keys: KeyFrequency.keys(of: name).sorted(),
      acronym: name.acronym, acronyms: BareNameIndex.acronyms(of: name).sorted(), word: last?.text,
      sounds: last?.sounds.keys.sorted() ?? [],
      longSounds: last?.sounds.keys(length: BareNameIndex.longSound).sorted() ?? [],
      isBareWord: name.isBareWord)
  }
}
