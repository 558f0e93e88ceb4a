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
      Passage(
        "June 12, 2024\n\nOn 14 March, 2012, Disney acquired Pixar.", "Disney –acquired→ Pixar @2012-03-14"),
      // The calendar has no such day.
      Passage("Disney acquired Pixar on 30 February 2006.", "Disney –acquired→ Pixar @2006-02"),
      Passage(
        "March 12, 2021\n\nDisney acquired Pixar on February 29.", "Disney –acquired→ Pixar @2021-02"),
      Passage(
        "March 12, 2021\n\nCyril Ramaphosa visited Maputo last Friday.",
        "Cyril Ramaphosa –visited→ Maputo @2021-03-05"),
      Passage("On 3 October 1935, Italy attacked Ethiopia.", "Italy –attacked→ Ethiopia @1935-10-03"),
    ])
  func time(_ passage: Passage) throws { try passage.check() }

  @Test(
    "what a clause brings about holds from its date on, what it ends until then",
    arguments: [
      Passage(
        "Kofi Mensah became president of Ghana in January 2021.",
        "Kofi Mensah –head_of_state_of→ Ghana @2021-01/"),
      Passage(
        "Maria Lopez was appointed finance minister of Chile on 11 March 2022.",
        "Maria Lopez –minister_of→ Chile @2022-03-11/"),
      Passage("Ivan Petrov took over as head of Gazprom in 2001.", "Ivan Petrov –leads→ Gazprom @2001/"),
    ])
  func boundaries(_ passage: Passage) throws { try passage.check() }

  @Test(
    "one clause may end an office and begin another's rule",
    arguments: [
      (
        "Lena Vogt, the chief executive of Siemens, stepped down in May 2020.",
        "Lena Vogt –leads→ Siemens @/2020-05"
      ),
      (
        "The army ousted President Ali Traore of Mali in August 2020.",
        "Ali Traore –head_of_state_of→ Mali @/2020-08"
      ),
      (
        "Warlords have ruled Somalia since dictator Mohamed Siad Barre was ousted in 1991.",
        "Warlords –controls→ Somalia @1991/"
      ),
      // A criticism begins and ends no office.
      (
        "In 2019, President Juan Perez of Peru criticized the United States.",
        "Juan Perez –head_of_state_of→ Peru @2019"
      ),
    ])
  func ends(text: String, wanted: String) throws {
    #expect(try Extraction.of(text).notation().contains(wanted))
  }

  @Test(
    "dates relative to an agency's dateline",
    arguments: [
      Passage(
        "OSLO, March 14, 2024 — Cyril Ramaphosa visited Maputo on Thursday.",
        "Cyril Ramaphosa –visited→ Maputo @2024-03-14"),
      Passage(
        "NIAMEY, 27 July 2023 - Cyril Ramaphosa visited Maputo on Monday.",
        "Cyril Ramaphosa –visited→ Maputo @2023-07-24"),
      Passage(
        "PARIS, Jan 1, 2024 (AFP) - Malawi sued Google yesterday.", "Malawi –sued→ Google @2023-12-31"),
      Passage(
        "TORONTO, March 05, 2024 (GLOBE NEWSWIRE) -- Intel acquired Moovit last week.",
        "Intel –acquired→ Moovit @2024-02"),
      Passage(
        "GENEVA (5 March 2024) – Intel acquired Moovit earlier this month.",
        "Intel –acquired→ Moovit @2024-03"),
      Passage(
        "By Jane Doe | March 12, 2021 | Reuters\n\n(Reuters) - Cyril Ramaphosa visited Maputo on Monday.",
        "Cyril Ramaphosa –visited→ Maputo @2021-03-08"),
    ])
  func timeByDateline(_ passage: Passage) throws { try passage.check() }

  @Test(
    "a dateline without a year dates as far as the year does not matter",
    arguments: [
      Passage("OSLO, March 14 (Reuters) - Malawi sued Google yesterday.", "Malawi –sued→ Google @XXXX-03-13"),
      Passage(
        "OSLO, Jan. 5 (Reuters) - Intel acquired Moovit last month.", "Intel –acquired→ Moovit @XXXX-12"),
      // Whether February had 29 days, and what weekday it was, only the year can tell.
      Passage("OSLO, March 1 (Reuters) - Malawi sued Google yesterday.", "Malawi –sued→ Google"),
      Passage(
        "OSLO, March 14 (Reuters) - Cyril Ramaphosa visited Maputo on Monday.",
        "Cyril Ramaphosa –visited→ Maputo"),
      Passage(
        "Updated March 16, 2024\n\nOSLO, March 14 (Reuters) - Cyril Ramaphosa visited Maputo on Monday.",
        "Cyril Ramaphosa –visited→ Maputo @2024-03-11"),
    ])
  func timeWithoutYear(_ passage: Passage) throws { try passage.check() }

  @Test(
    "dates that lean on the one mentioned before",
    arguments: [
      ("That same day, Malawi sued Google.", "2024-06-10"),
      ("The following day, Malawi sued Google.", "2024-06-11"),
      ("Malawi had sued Google the day before.", "2024-06-09"),
      ("Malawi sued Google the previous month.", "2024-05"),
      ("Malawi sued Google the previous year.", "2023"),
    ])
  func timeByTheOneBefore(_ sentence: String, _ time: String) throws {
    let statements = try Extraction.of(
      "June 12, 2024\n\nCyril Ramaphosa visited Maputo on Monday. \(sentence)"
    ).notation()
    #expect(statements.contains("Malawi –sued→ Google @\(time)"))
    #expect(statements.contains("Cyril Ramaphosa –visited→ Maputo @2024-06-10"))
  }

  @Test(
    "what does not lean on it",
    arguments: [
      // Another day, told by something else.
      ("The day before the vote, Malawi sued Google.", "2024-06-09"),
      ("Malawi sued Google on the same day as the vote.", "2024-06-10"),
      // After the report.
      ("Malawi sued Google the following month.", "2024-07"),
    ])
  func timeOfItsOwn(_ sentence: String, _ wrong: String) throws {
    let statements = try Extraction.of(
      "June 12, 2024\n\nCyril Ramaphosa visited Maputo on Monday. \(sentence)"
    ).notation()
    #expect(statements.contains { $0.hasPrefix("Malawi –sued→ Google") })
    #expect(!statements.contains("Malawi –sued→ Google @\(wrong)"))
  }

  @Test(
    "spans and weekends",
    arguments: [
      Passage("Paul Kagame led Rwanda from 2007 until 2011.", "Paul Kagame –leads→ Rwanda @2007/2011"),
      Passage(
        "Portugal controlled Macau from June 1990 to March 1999.",
        "Portugal –controls→ Macau @1990-06/1999-03"),
      Passage(
        "Iraq attacked Kuwait between 2 August and 5 August 1990.",
        "Iraq –attacked→ Kuwait @1990-08-02/1990-08-05"),
      Passage(
        "Iraq occupied Kuwait from August to December 1990.", "Iraq –occupies→ Kuwait @1990-08/1990-12"),
      Passage(
        "Iraq occupied Kuwait from November to February 1991.", "Iraq –occupies→ Kuwait @1990-11/1991-02"),
      Passage(
        "June 12, 2024\n\nIraq occupied Kuwait from August to December 1990.",
        "Iraq –occupies→ Kuwait @1990-08/1990-12"),
      Passage(
        "June 12, 2024\n\nIraq occupied Kuwait from August 1990 until February.",
        "Iraq –occupies→ Kuwait @1990-08/1991-02"),
      Passage(
        "June 12, 2024\n\nMalawi sued Google over the weekend.",
        "Malawi –sued→ Google @2024-06-08/2024-06-09"),
      Passage(
        "June 9, 2024\n\nMalawi sued Google this weekend.", "Malawi –sued→ Google @2024-06-08/2024-06-09"),
      Passage(
        "June 9, 2024\n\nMalawi sued Google last weekend.", "Malawi –sued→ Google @2024-06-01/2024-06-02"),
    ])
  func span(_ passage: Passage) throws { try passage.check() }

  @Test(
    "what is told as news is of the month of the report, what was over by then is not",
    arguments: [
      Passage(
        "June 12, 2024\n\nMalawi has begun negotiations with Zambia.",
        "Malawi –negotiated_with→ Zambia @2024-06"),
      Passage(
        "June 12, 2024\n\nMalawi had begun negotiations with Zambia.", "Malawi –negotiated_with→ Zambia"),
      Passage(
        "June 12, 2024\n\nFormer President Jacob Zuma of South Africa criticized Cyril Ramaphosa.",
        "Jacob Zuma –criticized→ Cyril Ramaphosa @2024-06", "Jacob Zuma –head_of_state_of→ South Africa"),
    ])
  func timeOfNews(_ passage: Passage) throws { try passage.check() }

  @Test("a date from which something is moved to another begins no span")
  func movedDate() throws {
    let statements = try Extraction.of(
      "June 12, 2024\n\nThe Kremlin postponed the summit in Moscow from March 4 to April 4."
    ).notation()
    #expect(!statements.isEmpty)
    #expect(!statements.contains { $0.contains("/2024-04-04") })
  }

  @Test("the year in the name of an event dates what takes part in it, and nothing else")
  func yearOfAnEvent() throws {
    let statements = try Extraction.of(
      "June 12, 2024\n\nJoe Biden praised Kamala Harris at a rally before the 2020 United States presidential election."
    ).notation()
    #expect(statements.contains("Joe Biden –praised→ Kamala Harris"))
    let won = try Extraction.of("Joe Biden won the 2020 United States presidential election.").notation()
    #expect(won.contains { $0.hasPrefix("Joe Biden –") && $0.hasSuffix("@2020") }, "\(won)")
  }

  @Test("a person who is called like a month dates nothing")
  func monthOfAPerson() throws {
    let document = try Extraction.of(
      "January Makamba, the Tanzanian foreign minister, met his Kenyan counterpart Musalia Mudavadi in Nairobi."
    )
    #expect(!document.statements.isEmpty)
    #expect(document.statements.allSatisfy { $0.time == nil })
  }
}
