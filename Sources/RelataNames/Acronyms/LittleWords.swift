/// Words that names are given without: in plain lower-case Latin letters.
package enum LittleWords {
  package static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// The Arabic article as it is written, assimilated to sun letters too ("Tahrir ash-Sham").
  /// Only before a hyphen: alone, many of these are words of other languages.
  package static let articles = words("al el ul il l ad adh an ar as ash at ath az ez es er ed en et")
  /// Articles that also stand alone.
  package static let bareArticles = words("al el")
  /// Words without weight in names of organisations and places.
  package static let fillers = words(
    "the of for and in on at to a an de del della di du des la le les der die das und et y e von zu i")
  /// Legal forms of companies, with the word that stands for all of one kind.
  package static let legalForms = words(
    """
    ag aktiengesellschaft gmbh ggmbh kg kgaa ohg ug inc incorporated corp corporation co company ltd limited llc llp lp
    plc pllc sa sas sarl srl spa nv bv bvba cv vof ab asa as oy oyj aps se ooo oao zao pao ao ojsc jsc cjsc pjsc tov
    pte pty pvt private public sdn bhd pt tbk kk zrt kft nyrt doo dd ad eood ood sl slu scs sca lda ltda saoc saog gesellschaft
    """)
}
