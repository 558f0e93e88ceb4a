import Testing

/// What a clause says through something that stands beside its predicate: titles, places inside
/// names, sources, descriptions.
@Suite struct ContextTests {

  @Test(
    "events with one plural participant",
    arguments: [
      Passage("Emmanuel Macron and Olaf Scholz met.", "Emmanuel Macron –met_with→ Olaf Scholz"),
      Passage(
        "After a visit to Kenya, Antony Blinken praised Japan.", "Antony Blinken –visited→ Kenya",
        "Antony Blinken –praised→ Japan"),
    ])
  func participants(_ passage: Passage) throws { try passage.check() }

  @Test(
    "origins that a description gives",
    arguments: [
      Passage(
        "Mexican actress Salma Hayek sued Netflix.", "Salma Hayek –originated_from→ Mexico",
        "Salma Hayek –sued→ Netflix"),
      Passage(
        "The Seoul-based company Samsung sued Apple.", "Samsung –based_in→ Seoul", "Samsung –sued→ Apple"),
    ])
  func origins(_ passage: Passage) throws { try passage.check() }
}
