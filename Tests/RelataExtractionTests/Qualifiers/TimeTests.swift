import RelataExtraction
import Testing

/// When a statement holds, as far as the text says and no further.
@Suite struct TimeTests {
  @Test(
    "dates in the text and relative to the date line",
    arguments: [
      Passage("March 12, 2021\n\nMalawi sued Google yesterday.", "Malawi –sued→ Google @2021-03-11"),
      Passage("Iraq invaded Kuwait on 2 August 1990.", "Iraq –attacked→ Kuwait @1990-08-02"),
      Passage("Disney acquired Pixar in May 2006.", "Disney –acquired→ Pixar @2006-05"),
      Passage("Vietnam attacked Cambodia in December.", "Vietnam –attacked→ Cambodia @XXXX-12"),
      Passage(
        "March 12, 2021\n\nCyril Ramaphosa visited Maputo on Monday.",
        "Cyril Ramaphosa –visited→ Maputo @2021-03-08"),
      Passage("March 12, 2021\n\nIntel acquired Moovit last year.", "Intel –acquired→ Moovit @2020"),
      Passage("March 12, 2021\n\nOman attacked Yemen in February.", "Oman –attacked→ Yemen @2021-02"),
      Passage("Paul Kagame has led Rwanda since 2000.", "Paul Kagame –leads→ Rwanda @2000/"),
      Passage("Daniel arap Moi led Kenya until 2002.", "Daniel arap Moi –leads→ Kenya @/2002"),
      Passage("Morocco has occupied Western Sahara since 1975.", "Morocco –occupies→ Western Sahara @1975/"),
      Passage("Portugal controlled Macau until 1999.", "Portugal –controls→ Macau @/1999"),
      Passage("On 3 October 1935, Italy attacked Ethiopia.", "Italy –attacked→ Ethiopia @1935-10-03"),
    ])
  func time(_ passage: Passage) throws { try passage.check() }

  @Test("a person who is called like a month dates nothing")
  func monthOfAPerson() throws {
    let document = try Extraction.of(
      "January Makamba, the Tanzanian foreign minister, met his Kenyan counterpart Musalia Mudavadi in Nairobi."
    )
    #expect(!document.statements.isEmpty)
    #expect(document.statements.allSatisfy { $0.time == nil })
  }
}
