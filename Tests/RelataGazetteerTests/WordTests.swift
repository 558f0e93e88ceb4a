import RelataGazetteer
import RelataGraph
import Testing

@Suite struct WordTests {
  let gazetteer: Gazetteer

  init() throws { gazetteer = try Gazetteer.embedded() }

  @Test(
    arguments: [
      ("NATO", EntityType.organization, nil), ("Nato", .organization, nil), ("UN", .organization, nil),
      ("the United Nations", .organization, nil), ("U.N.", .organization, nil), ("IAEA", .organization, nil),
      ("HTS", .armedGroup, "SY"), ("Hay’at Tahrir al-Sham", .armedGroup, "SY"),
      ("Hizbullah", .armedGroup, "LB"),
      ("al-Qaeda", .armedGroup, nil), ("FARC", .armedGroup, "CO"), ("the Taliban", .armedGroup, "AF"),
      ("Reuters", .mediaOutlet, "GB"), ("the Associated Press", .mediaOutlet, "US"),
      ("SANA", .mediaOutlet, "SY"),
      ("The Washington Post", .mediaOutlet, "US"), ("Washington Post", .mediaOutlet, "US"),
      ("RIA Novosti", .mediaOutlet, "RU"), ("Xinhua", .mediaOutlet, "CN"), ("Al-Arabiya", .mediaOutlet, "SA"),
      ("El País", .mediaOutlet, "ES"), ("Gazprom", .company, "RU"), ("Apple", .company, "US"),
      ("Toyota", .company, "JP"), ("Petrobras", .company, "BR"), ("Pentagon", .governmentBody, "US"),
      ("the Knesset", .governmentBody, "IL"), ("FSB", .governmentBody, "RU"),
      ("Bundestag", .governmentBody, "DE"),
      ("Mossad", .governmentBody, "IL"), ("Likud", .politicalParty, "IL"), ("ANC", .politicalParty, "ZA"),
      ("Amnesty International", .organization, nil),
    ] as [(String, EntityType, String?)])
  func knowsOrganizations(name: String, type: EntityType, country: String?) {
    let found = gazetteer.organization(named: name)
    #expect(found?.type == type)
    #expect(found?.countryCode == country)
  }

  @Test func wordsAreNotOrganizations() {
    for word in ["who", "Who", "un", "apple", "the hill", "Hill", "is", "Is", "post", "congress", "it"] {
      #expect(gazetteer.organization(named: word) == nil, "\(word)")
    }
  }

  @Test func aliasesLeadToTheOrganization() {
    for name in ["Islamic State", "Kurdistan Workers' Party", "European Union", "Samsung", "Kyodo News"] {
      let organization = gazetteer.organization(named: name)
      for alias in organization?.aliases ?? [] {
        #expect(gazetteer.organization(named: alias) == organization, "\(alias)")
      }
      #expect(organization?.aliases.isEmpty == false, "\(name)")
    }
  }

  @Test func knowsGivenNamesOfTheWorld() {
    for name in [
      "Ahmed", "Vladimir", "Dmitry", "Mehmet", "José", "Hans", "Hiroshi", "Oleksandr", "Kwame", "Bashar",
    ] {
      #expect(gazetteer.givenName(name) == .masculine, "\(name)")
    }
    for name in ["Fatima", "Olga", "Ayşe", "Ayse", "María", "Svetlana", "Ursula", "Aisha", "Jennifer"] {
      #expect(gazetteer.givenName(name) == .feminine, "\(name)")
    }
    for word in ["Aleppo", "The", "Minister", "ahmed", "Paris", "China", "Will"] {
      #expect(gazetteer.givenName(word) == nil, "\(word)")
    }
  }

  @Test(arguments: [
    ("ministry", EntityType.governmentBody), ("army", .governmentBody), ("brigade", .armedGroup),
    ("party", .politicalParty), ("university", .organization), ("airlines", .company), ("gmbh", .company),
    ("news agency", .mediaOutlet), ("air base", .militaryBase), ("airport", .facility), ("summit", .event),
    ("treaty", .agreement), ("province", .region), ("heights", .region), ("embassy", .governmentBody),
  ])
  func headNounsHaveATypes(noun: String, type: EntityType) {
    #expect(gazetteer.organizationHead(noun) == type)
  }

  @Test func titlesIgnoreCaseAndStops() {
    #expect(gazetteer.title("Mr.")?.gender == .masculine)
    #expect(gazetteer.title("MRS")?.gender == .feminine)
    #expect(gazetteer.title("Maj.-Gen.")?.kind == .military)
    #expect(gazetteer.title("Lt. Gen.")?.kind == .military)
    #expect(gazetteer.title("deputy foreign minister")?.kind == .political)
    #expect(gazetteer.title("prime minister")?.kind == .political)
    #expect(gazetteer.title("Ayatollah")?.kind == .religious)
    #expect(gazetteer.title("spokeswoman")?.gender == .feminine)
    #expect(gazetteer.title("CEO")?.kind == .professional)
    for word in ["deputy", "acting", "former", "interim"] {
      #expect(gazetteer.title(word)?.kind == .modifier || gazetteer.title(word)?.kind == .political)
    }
    #expect(gazetteer.title("") == nil)
    #expect(gazetteer.title("table") == nil)
  }

  @Test func nounsDescribeEntities() {
    #expect(gazetteer.description("woman")?.gender == .feminine)
    #expect(gazetteer.description("chairman")?.gender == .masculine)
    #expect(gazetteer.description("leader")?.types == [.person])
    #expect(gazetteer.description("group")?.isCollective == true)
    #expect(gazetteer.description("group")?.types.contains(.armedGroup) == true)
    #expect(gazetteer.description("troops")?.isPlural == true)
    #expect(gazetteer.description("government")?.types.contains(.country) == true)
    #expect(gazetteer.description("capital")?.types == [.city])
    #expect(gazetteer.description("deal")?.types == [.agreement])
    #expect(gazetteer.description("") == nil)
  }

  @Test func peoplesHaveOneName() {
    for (form, name) in [
      ("Kurdish", "Kurds"), ("Kurd", "Kurds"), ("Kurds", "Kurds"), ("Jewish", "Jews"), ("Shi’ite", "Shiites"),
      ("Shia", "Shiites"), ("Alawite", "Alawites"), ("Uighurs", "Uyghurs"), ("Rohingya", "Rohingya"),
      ("Amazigh", "Berbers"), ("Māori", "Maori"), ("African-American", "African Americans"),
    ] {
      #expect(gazetteer.population(named: form) == name)
    }
    #expect(gazetteer.population(named: "Martians") == nil)
  }
}
