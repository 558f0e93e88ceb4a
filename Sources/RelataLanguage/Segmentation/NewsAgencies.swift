/// Who puts a name into datelines. Agencies not listed here are known by their capitals in brackets.
enum NewsAgencies {
  private static let names: Set<String> = Set(
    """
    reuters ap afp dpa xinhua tass itar-tass interfax sputnik ria novosti anadolu aa irna isna tasnim mehr sana yonhap
    kcna fars wana kyodo jiji upi pti ani ians uni ips bernama antara ansa efe lusa apa pna vna wam kuna spa qna bna ona petra nna
    saba wafa bss unb app aps map tap gna ena fana cnn bbc npr voa rfe/rl rfa rferl bloomberg ukrinform unian belta
    agerpres pap ctk mti tanjug bta hina sta stt ntb ritzau belga anp aap tns jta prnewswire newswire accesswire newsfile
    marketwired businesswire cna kna afp-jiji france-presse
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// What the names of agencies are made with.
  private static let kinds: Set<String> = [
    "news", "agency", "press", "wire", "newswire", "radio", "television", "tv",
  ]

  /// Whether one of the words of a name, in lower case, is an agency's: `reuters`, `thomson reuters foundation`.
  static func contains(_ name: String) -> Bool {
    names.contains(name)
      || name.split(whereSeparator: { $0 == " " || $0 == "/" }).contains {
        names.contains(String($0)) || kinds.contains(String($0)) && name.contains(" ")
      }
  }
}
