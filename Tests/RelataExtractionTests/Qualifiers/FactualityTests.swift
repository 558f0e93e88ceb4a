import RelataExtraction
import RelataGraph
import Testing

/// Negated, planned, reported and hypothetical statements are told apart from facts.
@Suite struct FactualityTests {
  @Test("a denied mention of a war does not deny the war, a denied launch of an attack does the attack")
  func nouns() throws {
    let war = try Extraction.of("Joe Biden did not condemn Russia's invasion of Georgia.").notation()
    #expect(
      !war.isDisjoint(with: ["Russia –attacked→ Georgia", "Russia –intervened_in→ Georgia"]), "\(war)")
    let attack = try Extraction.of("Norland did not launch an attack on Sweden.").notation()
    #expect(attack.contains("Norland –attacked→ Sweden [negated]"), "\(attack)")
  }

  @Test(
    "negation",
    arguments: [
      Passage("Kenya did not recognize Somaliland.", "Kenya –recognized→ Somaliland [negated]"),
      Passage("Finland never joined the Warsaw Pact.", "Finland –member_of→ Warsaw Pact [negated]"),
      Passage("Jair Bolsonaro never visited Havana.", "Jair Bolsonaro –visited→ Havana [negated]"),
      Passage(
        "Neither Norway nor Iceland joined the European Union.",
        "Norway –member_of→ European Union [negated]",
        "Iceland –member_of→ European Union [negated]"),
      Passage("Spain does not recognize Kosovo.", "Spain –recognized→ Kosovo [negated]"),
      Passage("Rwanda failed to capture Bukavu.", "Rwanda –captured→ Bukavu [negated]"),
      Passage("Uganda denied supporting the M23.", "Uganda –supports→ M23 [negated, reported]"),
    ])
  func negation(_ passage: Passage) throws { try passage.check() }

  @Test(
    "modality",
    arguments: [
      Passage("Lula da Silva will visit Beijing.", "Lula da Silva –visited→ Beijing [planned]"),
      Passage("Adobe plans to acquire Figma.", "Adobe –acquired→ Figma [planned]"),
      Passage("Sony may acquire Paramount.", "Sony –acquired→ Paramount [hypothetical]"),
      Passage("Ferrari could sue Porsche.", "Ferrari –sued→ Porsche [hypothetical]"),
      Passage("Jokowi intends to visit Hanoi.", "Jokowi –visited→ Hanoi [planned]"),
      Passage("If Peru attacks Ecuador, Brazil will intervene.", "Peru –attacked→ Ecuador [hypothetical]"),
    ])
  func modality(_ passage: Passage) throws { try passage.check() }

  @Test(
    "“would” is a “will” where it is told in the past, without a condition",
    arguments: [
      Passage("Adobe announced that it would acquire Figma.", "Adobe –acquired→ Figma [planned]"),
      Passage(
        "Jokowi said on Monday that he would visit Hanoi and Manila.", "Jokowi –visited→ Hanoi [planned]",
        "Jokowi –visited→ Manila [planned]"),
      Passage(
        "Adobe said that it would acquire Figma if Canva sued Sony.", "Adobe –acquired→ Figma [hypothetical]",
        "Canva –sued→ Sony [hypothetical]"),
      Passage("Ferrari would sue Porsche.", "Ferrari –sued→ Porsche [hypothetical]"),
      Passage(
        "Adobe said on Monday that it would rather acquire Figma.", "Adobe –acquired→ Figma [hypothetical]"),
      Passage(
        "Lufthansa never said it would acquire Alitalia.", "Lufthansa –acquired→ Alitalia [hypothetical]"),
    ])
  func toldInThePast(_ passage: Passage) throws { try passage.check() }

  @Test(
    "what is asked is not stated, what a question presupposes is",
    arguments: [
      Passage("Did Ferrari sue Porsche?", "Ferrari –sued→ Porsche [hypothetical]"),
      Passage(
        "Why did Ferrari sue Porsche? Will Adobe acquire Figma?", "Ferrari –sued→ Porsche",
        "Adobe –acquired→ Figma [hypothetical]"),
    ])
  func questions(_ passage: Passage) throws { try passage.check() }

  @Test(
    "what the clause gives another as the source of is reported",
    arguments: [
      Passage(
        "According to Le Monde, France increased its cooperation with Chad.",
        "Chad –cooperates_with→ France [reported]", "Le Monde –reported→ France"),
      Passage(
        "According to Reuters, Volkswagen sued Greenpeace.", "Reuters –reported→ Volkswagen",
        "Volkswagen –sued→ Greenpeace [reported]"),
    ])
  func reported(_ passage: Passage) throws { try passage.check() }

  @Test(
    "what somebody says of one clause is not said of the next, nor is what agrees with a law or denies a claim a source",
    arguments: [
      ("Russia shelled Kherson, officials said, but Germany condemned Russia.", "Germany", "Russia"),
      ("Toyota bought Lumio, according to Reuters, but Honda sued Toyota.", "Honda", "Toyota"),
      ("Judge Ann Bell sentenced Tom Rook according to the law.", "Ann Bell", "Tom Rook"),
      ("Syria asked Turkey for talks; Turkey said no.", "Syria", "Turkey"),
      ("Poland sued Germany; Germany denied the claim.", "Poland", "Germany"),
    ])
  func noSource(text: String, subject: String, object: String) throws {
    let read = try Extraction.of(text)
    let found = read.statements.filter {
      read.entities[$0.subject].name == subject && read.entities[$0.object].name == object
        && $0.confidence > 0.5
    }
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.modality == .asserted && $0.attribution == nil })
  }

  @Test("what somebody says after a semicolon is not the source of what was told before it") func besides()
    throws
  {
    let found = try Extraction.of(
      "Gabriel Boric visited Lima; the following year Dina Boluarte said that Peru would sue Chile."
    ).notation()
    #expect(found.contains("Gabriel Boric –visited→ Lima"), "\(found)")
  }
}
