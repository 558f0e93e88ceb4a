import RelataResolution
import Testing

@Suite struct NameMatcherTests {
  let matcher = NameMatcher()

  @Test(arguments: [
    ("Ahmed al-Sharaa", "Ahmad al-Sharra"), ("Ahmed al-Sharaa", "Ahmed Hussein al-Shara’a"),
    ("Abu Mohammad al-Jolani", "Abu Muhammad al-Julani"),
    ("Abu Mohammed al-Golani", "Abu Mohammad al-Jawlani"),
    ("Muammar Gaddafi", "Moammar Qaddafi"), ("Muammar Gaddafi", "Muʿammar al-Gadhafi"),
    ("Vladimir Putin", "Vladimir Poutine"), ("Boris Yeltsin", "Boris Eltsin"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"), ("Volodymyr Zelenskyy", "Wolodymyr Selenskyj"),
    ("Владимир Путин", "Vladimir Putin"), ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    ("Putin, Vladimir", "President Vladimir Putin"), ("Bachar el-Assad", "Bashar al-Assad"),
    ("Mohammed bin Salman", "Muhammad ben Salman"), ("Abdel Fattah al-Sisi", "Abdul Fattah el-Sisi"),
    ("Mao Zedong", "Mao Tse-tung"), ("William Clinton", "Bill Clinton"),
    ("Asaad al-Shaibani", "Assad al-Sheibani"),
    ("Hassan Nasrallah", "Hassan Nasr Allah"), ("Tariq Aziz", "Tarek Aziz"),
  ])
  func spellingsOfOnePerson(_ first: String, _ second: String) {
    let match = matcher.compare(first, second, kind: .person)
    #expect(match.verdict == .same, "\(match)")
    #expect(match.score >= NameMatcher.screeningThreshold)
  }

  @Test(arguments: [
    ("Bashar al-Assad", "Hafez al-Assad"), ("Ahmed al-Sharaa", "Maher al-Sharaa"),
    ("George Bush", "Jeb Bush"),
    ("Hassan Rouhani", "Hussein Rouhani"), ("Jamal Khashoggi", "Jamil Khashoggi"),
    ("Vladimir Putin", "Lyudmila Putina"),
    ("Vladimir Putin", "Sergey Lavrov"), ("Abu Mohammad Adnani", "Mohammad Adnani"),
    ("Maria Santos", "Mario Santos"),
  ])
  func differentPeople(_ first: String, _ second: String) {
    let match = matcher.compare(first, second, kind: .person)
    #expect(match.verdict == .different, "\(match)")
  }

  @Test(arguments: [
    ("Assad", "Bashar al-Assad"), ("Putin", "Vladimir Vladimirovich Putin"), ("V. Putin", "Vladimir Putin"),
  ])
  func shortenedPeople(_ short: String, _ long: String) {
    #expect(matcher.compare(short, long, kind: .person).verdict == .partial)
  }

  @Test(arguments: [
    ("Hayat Tahrir al-Sham", "Hayʼat Tahrir ash-Sham"), ("Siemens AG", "Siemens Aktiengesellschaft"),
    ("OAO Gazprom", "Gazprom JSC"), ("Al Qaeda", "al-Qaida"), ("The World Bank", "World Bank"),
    ("World Health Organisation", "World Health Organization"),
    ("U.S. Department of State", "United States Department of State"),
    ("1st International Bank", "First International Bank"), ("Hezbollah", "Hizballah"),
    ("World War II", "Second World War"),
    ("Japanese Foreign Ministry", "Japanese Ministry of Foreign Affairs"),
  ])
  func spellingsOfOneOrganization(_ first: String, _ second: String) {
    let match = matcher.compare(first, second, kind: .organization)
    #expect(match.verdict == .same, "\(match)")
  }

  @Test(arguments: [
    ("HTS", "Hayat Tahrir al-Sham"), ("SANA", "Syrian Arab News Agency"), ("PLA", "People’s Liberation Army"),
    ("ISIS", "Islamic State of Iraq and Syria"), ("S.D.F.", "Syrian Democratic Forces"),
  ])
  func acronyms(_ short: String, _ long: String) {
    #expect(matcher.compare(short, long, kind: .organization).verdict == .partial)
    #expect(matcher.compare(short, "Ministry of Defence", kind: .organization).verdict == .different)
  }

  @Test(arguments: [
    ("Foreign Ministry", "Defence Ministry"), ("Al-Qaida in Iraq", "Al-Qaida in the Arabian Peninsula"),
    ("Brigade 44", "Brigade 45"), ("World War II", "First World War"), ("World War II", "World War III"),
    ("Foreign Ministry", "Ministry of Internal Affairs"), ("SDF", "SNA"),
    ("China National Pipeline Corporation", "China National Petroleum Corporation"),
  ])
  func differentOrganizations(_ first: String, _ second: String) {
    #expect(matcher.compare(first, second, kind: .organization).verdict == .different)
  }

  @Test func places() {
    #expect(matcher.compare("Khmeimim Air Base", "Hmeimim airbase", kind: .place).verdict == .same)
    #expect(matcher.compare("Tartus", "Tartous", kind: .place).verdict == .same)
    #expect(matcher.compare("Tartus naval base", "Tartous naval facility", kind: .place).verdict == .same)
    #expect(matcher.compare("Tartus naval base", "Tartus airport", kind: .place).verdict == .different)
    #expect(matcher.compare("Hama", "Homs", kind: .place).verdict == .different)
    #expect(matcher.compare("Niger", "Nigeria", kind: .place).verdict == .different)
    #expect(matcher.compare("Austria", "Australia", kind: .place).verdict == .different)
  }

  @Test func explainsItself() {
    let match = matcher.compare("Bashar al-Assad", "Hafez al-Assad", kind: .person)
    #expect(match.reasons.contains("assad in both"))
    #expect(match.reasons.contains { $0.contains("is not") })
  }

  @Test func comparesAlikeInBothDirections() {
    let names = [
      "Ahmed al-Sharaa", "Sharaa", "A. Sharaa", "al-Sharaa Ahmed", "HTS", "", "-", "Ахмед", "中国",
      "J.-C. Juncker", "3 Percenters",
    ]
    for kind in NameKind.allCases {
      for a in names {
        for b in names {
          let match = matcher.compare(a, b, kind: kind)
          #expect(match == matcher.compare(b, a, kind: kind), "\(a) | \(b)")
          #expect((0...1).contains(match.score))
        }
      }
    }
  }
}
