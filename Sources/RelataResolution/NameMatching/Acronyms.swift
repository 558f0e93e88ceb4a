/// Short forms made of first letters.
enum Acronyms {
  /// Every acronym that may stand for a long name: with and without little words and articles.
  ///
  /// "Hayat Tahrir al-Sham" gives `hts` and `htas`, "Islamic State of Iraq and Syria" `isis`, `isoias` and `isois`.
  static func candidates(for name: ParsedName) -> Set<String> {
    guard name.kind != .person, name.acronym == nil, name.initialWords.count > 1 else { return [] }
    let words = name.initialWords
    let withoutLittle = words.filter {
      !NameLexicon.fillers.contains($0) && !NameLexicon.bareArticles.contains($0)
    }
    let withoutArticles = words.filter { !NameLexicon.articles.contains($0) }
    let withoutForms = withoutLittle.filter { !NameLexicon.legalForms.contains($0) }
    let withoutSmallArticles = withoutLittle.filter { !NameLexicon.articles.contains($0) }
    var result: Set<String> = []
    for row in [words, withoutLittle, withoutArticles, withoutForms, withoutSmallArticles] where row.count > 1
    {
      result.insert(String(row.compactMap(\.first)))
    }
    return result
  }
}
