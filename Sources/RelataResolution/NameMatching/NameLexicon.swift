/// Words with a part to play inside names, beside ``LittleWords``. All in plain lower-case Latin letters.
enum NameLexicon {
  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }

  /// Words that lead to the next word of a name and that spellings leave out: "bin Salman", "van der Bellen".
  static let particles = words(
    "bin ben ibn bint binte bte van von der den ter de del della di da do dos das du la le y e zu zum af av of ould wuld"
  )
  /// The father or mother of somebody: part of the name, not to be left out.
  static let kunyas = words("abu abou aboo abi umm um oum")

  /// Before (or after) a person's name.
  static let honorifics = words(
    """
    mr mrs ms miss mx sir dame lord lady dr prof professor hon honourable honorable rev reverend fr pope saint st
    president vice premier prime minister chancellor senator congressman congresswoman governor mayor ambassador envoy
    king queen prince princess emperor sultan emir amir sheikh shaikh shaykh sheik cheikh imam ayatollah mullah maulana
    mufti hajj haji hajji sayyid general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm
    marshal commander brigadier secretary herr frau monsieur madame mme don dona senor senora sr jr ii iii iv
    prasident presidente deputy foreign former
    """.replacingNewlines)

  /// Long legal forms, as word sequences; removed before anything else.
  static let longLegalForms: [[String]] = [
    "open joint stock company", "public joint stock company", "closed joint stock company",
    "joint stock company", "joint stock compan", "limited liability company", "limited liability partnership",
    "public limited company", "societatea cu raspundere limitata", "sociedad anonima", "societe anonyme",
    "gesellschaft mit beschrankter haftung", "sp z o o", "sp zoo", "free zone company", "aksjeselskap",
  ].map { $0.split(separator: " ").map(String.init) }

  /// Words that tell little by themselves: they may be missing, and their agreement proves little.
  static let generic = words(
    """
    group groups holding holdings international organization organisation association foundation trust fund bank
    institute university agency authority ministry department office committee council commission union party movement
    front forces force army government airline airlines services service solutions industries industry systems capital
    partners management enterprises global national systeme technologies technology media news press times
    province governorate region district city town village municipality state republic island islands river lake mount
    county oblast airport port base air naval airbase facility camp square street palace
    """.replacingNewlines)
  /// Kinds of place that may be left out of the name of a place of that kind.
  static let placeHeads = words(
    """
    air base airbase naval facility military airport airfield port harbor harbour camp province governorate region
    district city town village municipality county oblast state river lake mountain mount island valley
    """.replacingNewlines)

  /// Numbers in words and as ordinals.
  static let numbers: [String: String] = {
    var table: [String: String] = [:]
    for (value, names) in [
      "one first 1st", "two second 2nd", "three third 3rd", "four fourth 4th", "five fifth 5th",
      "six sixth 6th",
      "seven seventh 7th", "eight eighth 8th", "nine ninth 9th", "ten tenth 10th", "eleven eleventh 11th",
      "twelve twelfth 12th",
    ].enumerated() {
      for name in names.split(separator: " ") { table[String(name)] = String(value + 1) }
    }
    for (tens, value) in [
      "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
      "eighty": 80, "ninety": 90,
    ] {
      table[tens] = String(value)
      for (unit, word) in ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        .enumerated()
      {
        table[tens + word] = String(value + unit + 1)
      }
    }
    for number in 13...99 where table[String(number) + "th"] == nil { table["\(number)th"] = String(number) }
    return table
  }()

  /// Abbreviations in names of organisations.
  static let expansions: [String: [String]] = [
    "us": ["united", "states"], "usa": ["united", "states"], "uk": ["united", "kingdom"],
    "un": ["united", "nations"], "eu": ["european", "union"], "intl": ["international"],
    "natl": ["national"], "govt": ["government"], "dept": ["department"], "univ": ["university"],
    "min": ["ministry"], "assn": ["association"],
  ]

  /// Short and familiar forms of given names; each row is one name.
  static let givenNameGroups: [String: Set<Int>] = {
    var table: [String: Set<Int>] = [:]
    for (group, row) in [
      "william bill billy will willy", "robert bob bobby rob robbie", "richard dick rick ricky",
      "james jim jimmy jamie",
      "john johnny jack", "joseph joe joey", "michael mike mick mickey", "thomas tom tommy",
      "charles charlie chuck",
      "edward ed eddie ted teddy", "theodore ted teddy theo", "benjamin ben benny bibi", "samuel sam sammy",
      "daniel dan danny", "david dave davey", "stephen steven steve", "christopher chris", "anthony tony",
      "andrew andy drew", "matthew matt", "gregory greg", "jeffrey geoffrey jeff", "kenneth ken kenny",
      "lawrence laurence larry", "nicholas nick nicky", "peter pete", "philip phil", "ronald ron ronnie",
      "timothy tim", "walter walt", "alexander alex sasha sandy aleksandr", "albert al bert",
      "alfred alf fred",
      "frederick fred freddie", "francis frank", "franklin frank", "george georgie", "gerald gerry jerry",
      "harold harry hal", "henry harry hank", "leonard leo len", "patrick pat paddy", "raymond ray",
      "donald don donnie",
      "douglas doug", "elizabeth liz lizzie beth betty eliza", "katherine catherine kate kathy cathy katie",
      "margaret maggie meg peggy", "jennifer jen jenny", "jessica jess", "susan sue susie",
      "deborah debbie deb",
      "barbara barb", "patricia pat patty trish", "victoria vicky", "rebecca becky", "abraham abe",
      "eugene gene",
      "barack barry", "vladimir volodymyr vova", "dmitry dmitri dmitriy dima", "mikhail misha",
      "nikolai kolya",
      "yevgeny evgeny evgeni evgenii zhenya", "ivan vanya", "sergei serhiy serhii", "pavel pasha",
      "muhammad mohd mohamad md",
      "ibrahim abraham ebrahim", "yusuf joseph yousef", "isa issa eissa", "yahya yehia",
      "osama usama oussama",
    ].enumerated() {
      for name in row.split(separator: " ") { table[String(name), default: []].insert(group) }
    }
    return table
  }()
}

extension String {
  /// Multi-line literals as one row of words.
  fileprivate var replacingNewlines: String { String(map { $0.isNewline ? " " : $0 }) }
}
