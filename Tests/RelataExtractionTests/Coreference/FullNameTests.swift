import RelataExtraction
import RelataGraph
import Testing

/// What belongs to a name beside the words that name.
@Suite("Names in full") struct FullNameTests {
  /// The entity of a text that has a name, with its names.
  private func names(with name: String, in text: String) throws -> Set<String> {
    let entities = try Extraction.of(text).entities.map { Set($0.names.map(\.name)) }
    return try #require(entities.first { $0.contains(name) }, "\(entities)")
  }

  @Test(
    "title, year, ordinal, country, number, kind and place belong to a name",
    arguments: [
      ("Francis", "Pope Francis", "Pope Francis met Joe Biden in Rome."),
      ("Canadian Parliament", "42nd Canadian Parliament", "The 42nd Canadian Parliament passed the law."),
      (
        "Libertarian National Convention", "2020 Libertarian National Convention",
        "Donald Trump addressed the 2020 Libertarian National Convention."
      ),
      ("Foreign Ministry", "Russian Foreign Ministry", "The Russian Foreign Ministry criticized NATO."),
      ("COVID-19", "COVID-19 pandemic", "The COVID-19 pandemic killed thousands in Italy."),
      (
        "Foreign Ministry", "Foreign Ministry of Russia",
        "The Foreign Ministry of Russia criticized Ukraine."
      ),
    ])
  func belongs(short: String, full: String, text: String) throws {
    let names = try names(with: full, in: text)
    #expect(names.isSubset(of: [short, full]), "\(names)")
  }

  @Test(
    "offices, counts, dates and other places do not",
    arguments: [
      ("Erdoğan", "President Erdoğan", "President Erdoğan met Joe Biden in Rome."),
      ("NATO", "2020 NATO", "In 2020 NATO criticized Russia."),
      (
        "Hungarian Parliament", "2010 Hungarian Parliament",
        "Since 2010 Hungarian Parliament has been led by Fidesz."
      ),
      ("Siemens", "German Siemens", "Olaf Scholz visited Siemens. German Siemens workers left."),
      ("Accra", "Accra, Ghana", "Angela Merkel visited Accra, Ghana, on Monday."),
    ])
  func doesNot(short: String, other: String, text: String) throws {
    let entities = try Extraction.of(text).entities
    #expect(!entities.contains { $0.names.contains { $0.name == other } }, "\(entities.map(\.names))")
    #expect(entities.contains { $0.names.contains { $0.name.contains(short) } }, "\(entities.map(\.names))")
  }

  @Test("bodies that two countries have are two, in one text too")
  func ofTwoCountries() throws {
    func ministries(_ text: String) throws -> [Set<String>] {
      try Extraction.of(text).entities.map { Set($0.names.map(\.name)) }
        .filter { $0.contains { $0.contains("Foreign Ministry") } }
    }
    let two = try ministries(
      "The Russian Foreign Ministry protested. The German Foreign Ministry rejected the protest.")
    #expect(two.count == 2, "\(two)")
    for state in ["Russian", "German"] {
      let names: Set = ["\(state) Foreign Ministry"]
      #expect(two.contains { $0.subtracting(["Foreign Ministry"]) == names }, "\(two)")
    }
    let one = try ministries(
      "The Russian Foreign Ministry criticized NATO. The Foreign Ministry summoned the ambassador of Norway.")
    #expect(one == [["Russian Foreign Ministry", "Foreign Ministry"]], "\(one)")
  }

  @Test(
    "what its words say to be another is another, and a plain name the last one spoken of",
    arguments: [
      (
        "The Supreme Court of India upheld the ban. The Supreme Court of Pakistan rejected it. The Supreme Court freed Imran Khan.",
        ["Supreme Court of India"], ["Supreme Court of Pakistan", "Supreme Court"]
      ),
      (
        "Zambia's Ministry of Health closed markets. The Ministry of Health in neighbouring Malawi closed schools.",
        ["Zambia's Ministry of Health", "Ministry of Health"],
        ["Ministry of Health in neighbouring Malawi", "Ministry of Health"]
      ),
      (
        "The 118th Congress passed few laws. The 119th Congress met in January 2025.",
        ["118th Congress", "Congress"], ["119th Congress", "Congress"]
      ),
      (
        "Queen Elizabeth I ruled England. Queen Elizabeth II visited Canada in 1959.",
        ["Elizabeth I", "Queen Elizabeth I"], ["Elizabeth II", "Queen Elizabeth II"]
      ),
      (
        "King Abdullah of Jordan met King Abdullah of Saudi Arabia in Amman.",
        ["Abdullah", "King Abdullah of Jordan"], ["Abdullah", "King Abdullah of Saudi Arabia"]
      ),
      (
        "King Salman of Saudi Arabia met Crown Prince Mohammed bin Salman in Riyadh.",
        ["Salman", "King Salman of Saudi Arabia"], ["Mohammed bin Salman", "Prince Mohammed bin Salman"]
      ),
      (
        "King Charles III laid a wreath at the tomb of Charles I, who was beheaded in 1649. King Charles was joined by Queen Camilla.",
        ["Charles I"], ["Charles III", "King Charles III", "Charles", "King Charles"]
      ),
      (
        "The Security Council adopted resolution 2259 on Wednesday. A year earlier it had passed Resolution 2174.",
        ["resolution 2259"], ["Resolution 2174"]
      ),
      (
        "Qatar hosted the 2022 World Cup. The next World Cup will be held in Canada. The World Cup in Qatar was a success.",
        ["2022 World Cup", "World Cup"], ["next World Cup"]
      ),
      (
        "The last election was won by Mary Banda. Peter Phiri will contest the next election.",
        ["last election"], ["next election"]
      ),
    ])
  func others(text: String, one: [String], other: [String]) throws {
    let found = try Extraction.of(text).entities.map { Set($0.names.map(\.name)) }
    #expect(found.contains(Set(one)) && found.contains(Set(other)), "\(found)")
  }

  @Test("a body of another country is none that the gazetteer knows")
  func known() throws {
    func names(_ text: String) throws -> [String] {
      try Extraction.of(text).entities.filter { $0.type == .governmentBody }.map(\.name)
    }
    #expect(
      try names("The House of Representatives in Washington passed the bill.") == [
        "United States House of Representatives"
      ])
    #expect(
      try !names("The House of Representatives in Canberra passed the bill.").contains {
        $0.contains("United States")
      })
    #expect(
      try names("The Philippine House of Representatives passed the bill.") == [
        "Philippine House of Representatives"
      ])
  }

  @Test("armies that a text only describes are their states'")
  func described() throws {
    let found = try Extraction.of(
      "The army of Rwanda and the army of Burundi clashed near Lake Kivu, witnesses said. Burundi's army lost 12 men. The Rwandan army declined to comment."
    ).entities.map { $0.names.map(\.name).joined(separator: ", ") }
    #expect(found.contains { $0.contains("army of Burundi") && $0.contains("Burundi's army") }, "\(found)")
    #expect(!found.contains { $0.contains("Burundi") && $0.contains("Rwanda") }, "\(found)")
  }

  @Test("a city of a capital's name is not its state")
  func namesakesOfCapitals() throws {
    func states(_ text: String) throws -> [String] {
      try Extraction.of(text).entities.filter { $0.type == .country }.map(\.name)
    }
    #expect(try states("Victoria accused Sydney of cheating it.").isEmpty)
    #expect(try states("Emperor Naruhito received Queen Sofia.").isEmpty)
    #expect(try states("Moscow accused Washington of cheating it.") == ["Russia", "United States"])
  }

  @Test("a description says what a thing is, not which of them is meant")
  func descriptions() throws {
    let entities = try Extraction.of(
      "The Alpha party ended the current government shutdown. The country's election commission rejected it. Turkey's election commission met."
    ).entities
    let names = Set(entities.flatMap(\.names).map(\.name))
    #expect(names.contains("government shutdown"), "\(names)")
    #expect(!names.contains("current government shutdown"))
    #expect(names.contains("election commission"), "\(names)")
    #expect(!names.contains("country's election commission"))
  }
}
