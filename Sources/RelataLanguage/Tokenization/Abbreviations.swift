/// Abbreviations that are written with a full stop, by how far the stop tells the end of a sentence.
enum Abbreviations {
  /// What a full stop after a word says.
  enum Kind {
    /// A title or the like that a name must follow: never ends a sentence.
    case title
    /// Keeps its stop, may also end a sentence.
    case general
    /// Is a word of its own without the stop ("no", "sun"): an abbreviation only before the right company.
    case ambiguous
  }

  private static let titles: Set<String> = Set(
    """
    mr mrs ms messrs mme mlle dr prof rev fr hon gen lt col maj capt cmdr cpl sgt pvt adm brig gov sen rep reps
    sens pres amb st ste insp supt det ft mt vs sheikh ayat hizb pte ald cllr treas rt asst assoc dep v hr frau
    lieut cdr comdr gens profs drs
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  private static let generals: Set<String> = Set(
    """
    inc corp co ltd llc plc bros dept univ assn intl jr sr esq etc al approx ca cf eg ie viz vol vols ed eds trans
    ave blvd rd hwy apt bldg fla calif conn mass wis minn tenn penn pa va ga ala ariz ark colo del ill ind kan ky la
    md mich mo mont neb nev okla ore tex wash wyo ont que jan feb apr aug sept sep oct nov dec mon tue tues
    wed thu thur thurs fri lb lbs oz yr yrs hr hrs min mins tel ext est resp incl excl misc govt pp ch sec para
    ph.d d.phil m.sc b.sc m.phil ed.d op.cit a.k.a attn ref refs figs eq eqs nos
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  private static let ambiguous: Set<String> = Set(
    """
    no nr sun sat mar jun jul fig art ore wash mass miss ill ind in me pa la ca del ch sec ed al mon co est ref
    min trans mt det dep pres gen fr amb rep hon col p c m s d
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// What these are followed by when they are abbreviations: a number.
  static let beforeNumbers: Set<String> = [
    "no", "nos", "nr", "fig", "figs", "art", "vol", "vols", "pp", "p", "ch", "sec",
    "para", "eq", "eqs", "c", "ca", "approx",
  ]

  static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]

  /// What a full stop after `word` (given without it) says; nil where it is only a full stop.
  static func kind(_ word: String) -> Kind? {
    let lower = word.lowercased()
    if isInitials(word) { return .general }
    let isTitle = titles.contains(lower)
    // Titles are capitalised; "v." and "vs." are not.
    if isTitle, word.first?.isUppercase == true || lower == "v" || lower == "vs" { return .title }
    if ambiguous.contains(lower) { return .ambiguous }
    return generals.contains(lower) ? .general : nil
  }

  /// `U.S`, `a.m`, `J`, `J.K`: single letters with stops between.
  static func isInitials(_ word: String) -> Bool {
    var expectsLetter = true
    var letters = 0
    for character in word {
      if expectsLetter {
        guard character.isLetter else { return false }
        letters += 1
      } else if character != "." {
        return false
      }
      expectsLetter.toggle()
    }
    guard letters > 0, !expectsLetter else { return false }
    return letters > 1 || word.first?.isUppercase == true
  }

  /// A single capital letter.
  static func isInitial(_ word: String) -> Bool {
    word.unicodeScalars.count == 1 && word.unicodeScalars.first?.isUppercaseLetter == true
  }
}
