/// Words that tell where sentences begin and end, all in lower case.
enum SentenceWords {
  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Capitalised after an abbreviation, these begin a sentence: names are not among them.
  static let starters = words(
    """
    the a an he she it they we i you in on at but and however this that these those there his her its their our my
    your if when while after before since although though as for from with by to of meanwhile also according what
    why how who where which some many most all both each one no not so then now yet or nor still today yesterday
    tomorrow last earlier later during until under over despite instead moreover furthermore therefore thus once
    such another other others several few more here because about among between through within without can could
    will would should is are was were do does did have has had
    """)

  /// An ellipsis after one of these leaves something out of the middle of a sentence.
  static let cannotEnd = words(
    """
    the a an of to in on at by with from for and or but nor that which who whom whose his her its their our my your
    is are was were be been has have had will would can could should may might must into onto upon about between
    among against under over through during than as if when while because although very so more most no not
    """)

  /// Abbreviations that something must follow.
  static let leadsOn = words("e.g i.e eg ie cf viz approx ca c.f")

  /// Verbs that say who spoke.
  static let speech = words(
    """
    said says asked asks told tells added adds wrote writes replied replies answered shouted cried exclaimed noted
    tweeted posted declared remarked insisted demanded wondered joked quipped responded recalled explained
    """)

  static let timeZones = words(
    "est edt et cst cdt ct mst mdt pst pdt pt gmt utc bst cet cest msk eet monday tuesday wednesday thursday friday saturday sunday"
  )

  /// What follows a stop in a name of a site that was written with a capital.
  static let domainEndings = words("com org net gov edu info io co uk ru tv html htm pdf doc js")
}
