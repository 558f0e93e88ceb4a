extension CharacterEncoding {
  /// By a label of the WHATWG Encoding standard (section 4.2), or by IANA's name of an encoding of DOS. Case,
  /// white space and punctuation do not count: "ISO_8859-1:1987", "latin1" and "cp1252" are one.
  /// - Returns: nil for unknown labels, and for those that say nothing: "us-ascii", "unknown-8bit".
  init?(label: String) {
    let key = label.unicodeScalars.prefix(64).filter {
      $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
    }
    guard let encoding = Self.byLabel[String(String.UnicodeScalarView(key)).lowercased()] else { return nil }
    self = encoding
  }

  /// By its IANA name.
  static func named(_ name: String) -> CharacterEncoding? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: rows.map { ($0.0.name, $0.0) })

  private static let byLabel = Dictionary(
    rows.flatMap { encoding, labels in
      ([encoding.name.filter { $0.isLetter || $0.isNumber }] + labels.split(separator: " ").map(String.init))
        .map { ($0, encoding) }
    }, uniquingKeysWith: { first, _ in first })

  /// An encoding and its labels, letters and digits alone.
  private static let rows: [(CharacterEncoding, String)] =
    unicode + western + eastern + eastAsian

  private static let unicode: [(CharacterEncoding, String)] = [
    (.utf8, "unicode11utf8 unicode20utf8 xunicode20utf8 utf8mb4"),
    (.utf16, "csunicode iso10646ucs2 ucs2 unicode unicodefeff"),
    (CharacterEncoding(name: "utf-16le", converters: []), ""),
    (CharacterEncoding(name: "utf-16be", converters: []), "unicodefffe"),
    (CharacterEncoding(name: "utf-32le", converters: []), ""),
    (CharacterEncoding(name: "utf-32be", converters: []), ""),
    // Not of the standard, but of mails.
    (CharacterEncoding(name: "utf-7", converters: ["UTF-7"]), "unicode11utf7 csunicode11utf7"),
  ]

  private static let western: [(CharacterEncoding, String)] = [
    (
      CharacterEncoding(name: "windows-1252", converters: ["CP1252"]),
      "ansi cp1252 cp819 csisolatin1 ibm819 iso88591 isoir100 iso885911987 l1 latin1 xcp1252"
    ),
    (
      CharacterEncoding(name: "iso-8859-3", converters: ["ISO-8859-3"]),
      "csisolatin3 isoir109 iso885931988 l3 latin3"
    ),
    (
      CharacterEncoding(name: "iso-8859-4", converters: ["ISO-8859-4"]),
      "csisolatin4 isoir110 iso885941988 l4 latin4"
    ),
    (CharacterEncoding(name: "iso-8859-10", converters: ["ISO-8859-10"]), "csisolatin6 isoir157 l6 latin6"),
    (CharacterEncoding(name: "iso-8859-13", converters: ["ISO-8859-13"]), ""),
    (CharacterEncoding(name: "iso-8859-14", converters: ["ISO-8859-14"]), ""),
    (CharacterEncoding(name: "iso-8859-15", converters: ["ISO-8859-15"]), "csisolatin9 l9 latin9 latin0"),
    (
      CharacterEncoding(name: "macintosh", converters: ["MACINTOSH", "MacRoman"]),
      "csmacintosh mac xmacroman macroman"
    ),
    (CharacterEncoding(name: "ibm437", converters: ["CP437"]), "cp437 437 cspc8codepage437"),
    (CharacterEncoding(name: "ibm850", converters: ["CP850"]), "cp850 850 cspc850multilingual"),
  ]

  private static let eastern: [(CharacterEncoding, String)] = [
    (CharacterEncoding(name: "windows-1250", converters: ["CP1250"]), "cp1250 xcp1250"),
    (
      CharacterEncoding(name: "iso-8859-2", converters: ["ISO-8859-2"]),
      "csisolatin2 isoir101 iso885921987 l2 latin2"
    ),
    (CharacterEncoding(name: "iso-8859-16", converters: ["ISO-8859-16"]), "latin10 l10"),
    (CharacterEncoding(name: "ibm852", converters: ["CP852"]), "cp852 852"),
    (CharacterEncoding(name: "windows-1251", converters: ["CP1251"]), "cp1251 xcp1251"),
    (
      CharacterEncoding(name: "iso-8859-5", converters: ["ISO-8859-5"]),
      "csisolatincyrillic cyrillic isoir144 iso885951988"
    ),
    (CharacterEncoding(name: "koi8-r", converters: ["KOI8-R"]), "cskoi8r koi koi8"),
    (CharacterEncoding(name: "koi8-u", converters: ["KOI8-U"]), "koi8ru"),
    (CharacterEncoding(name: "ibm866", converters: ["CP866"]), "866 cp866 csibm866"),
    (
      CharacterEncoding(name: "x-mac-cyrillic", converters: ["MAC-CYRILLIC", "MacCyrillic"]), "xmacukrainian"
    ),
    (CharacterEncoding(name: "windows-1253", converters: ["CP1253"]), "cp1253 xcp1253"),
    (
      CharacterEncoding(name: "iso-8859-7", converters: ["ISO-8859-7"]),
      "csisolatingreek ecma118 elot928 greek greek8 isoir126 iso885971987 suneugreek"
    ),
    (
      CharacterEncoding(name: "windows-1254", converters: ["CP1254"]),
      "cp1254 csisolatin5 iso88599 isoir148 iso885991989 l5 latin5 xcp1254"
    ),
    (CharacterEncoding(name: "windows-1255", converters: ["CP1255"]), "cp1255 xcp1255"),
    (
      CharacterEncoding(name: "iso-8859-8", converters: ["ISO-8859-8"]),
      "csiso88598e csisolatinhebrew hebrew iso88598e isoir138 iso885981988 visual csiso88598i iso88598i logical"
    ),
    (CharacterEncoding(name: "windows-1256", converters: ["CP1256"]), "cp1256 xcp1256"),
    (
      CharacterEncoding(name: "iso-8859-6", converters: ["ISO-8859-6"]),
      "arabic asmo708 csiso88596e csiso88596i csisolatinarabic ecma114 iso88596e iso88596i isoir127 iso885961987"
    ),
    (CharacterEncoding(name: "windows-1257", converters: ["CP1257"]), "cp1257 xcp1257"),
    (CharacterEncoding(name: "windows-1258", converters: ["CP1258"]), "cp1258 xcp1258"),
    (CharacterEncoding(name: "windows-874", converters: ["CP874"]), "dos874 iso885911 tis620"),
  ]

  private static let eastAsian: [(CharacterEncoding, String)] = [
    (
      CharacterEncoding(name: "shift_jis", converters: ["CP932", "SHIFT_JIS"]),
      "csshiftjis ms932 mskanji sjis windows31j xsjis cp932"
    ),
    (
      CharacterEncoding(name: "euc-jp", converters: ["EUC-JP-MS", "EUC-JP"]),
      "cseucpkdfmtjapanese xeucjp ujis eucjpms"
    ),
    (.iso2022JP, "csiso2022jp"),
    (
      CharacterEncoding(name: "gb18030", converters: ["GB18030"]),
      "chinese csgb2312 csiso58gb231280 gb2312 gb231280 gbk isoir58 xgbk cp936 ms936 windows936 euccn"
    ),
    (
      CharacterEncoding(name: "big5", converters: ["CP950", "BIG5", "BIG5-HKSCS"]),
      "big5hkscs cnbig5 csbig5 xxbig5 cp950"
    ),
    (
      CharacterEncoding(name: "euc-kr", converters: ["UHC", "CP949", "EUC-KR"]),
      "cseuckr csksc56011987 isoir149 korean ksc56011987 ksc56011989 ksc5601 windows949 cp949"
    ),
    (CharacterEncoding(name: "iso-2022-kr", converters: ["ISO-2022-KR"]), "csiso2022kr"),
  ]
}
