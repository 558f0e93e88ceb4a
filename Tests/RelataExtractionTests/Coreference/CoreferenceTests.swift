import Testing

/// Who a pronoun, a description, an acronym or a capital stands for.
@Suite struct CoreferenceTests {
  @Test(
    "pronouns, descriptions, acronyms",
    arguments: [
      Passage("Park Geun-hye flew south. She visited Jakarta.", "Park Geun-hye –visited→ Jakarta"),
      Passage(
        "Siemens is old. It acquired Mentor Graphics in 2017.",
        "Siemens –acquired→ Mentor Graphics @2017"),
      Passage("Félix Tshisekedi gave a speech. He visited Luanda.", "Félix Tshisekedi –visited→ Luanda"),
      Passage(
        "The Revolutionary United Front (RUF) was feared. The RUF attacked Freetown.",
        "Revolutionary United Front –attacked→ Freetown"),
      Passage(
        "The African Union (AU) met. The AU suspended Mali, and the AU criticized Guinea.",
        "African Union –criticized→ Guinea", "African Union –sanctioned→ Mali"),
      Passage(
        "Ellen Johnson Sirleaf gave a lecture. Johnson Sirleaf visited Oslo.",
        "Ellen Johnson Sirleaf –visited→ Oslo"),
      Passage("Boeing had a bad year. The company sued Embraer.", "Boeing –sued→ Embraer"),
    ])
  func coreference(_ passage: Passage) throws { try passage.check() }

  @Test(
    "metonymy: a capital that acts is its state",
    arguments: [
      Passage("Boris Tadić arrived in Moscow.", "Boris Tadić –visited→ Moscow"),
      Passage("Beijing criticized Australia.", "China –criticized→ Australia"),
      Passage("Tehran warned Azerbaijan.", "Iran –warned→ Azerbaijan"),
      Passage("Washington sanctioned Nicaragua.", "United States –sanctioned→ Nicaragua"),
      Passage("Han Zheng arrived in Beijing.", "Han Zheng –visited→ Beijing"),
      Passage("Ankara supports Azerbaijan.", "Turkey –supports→ Azerbaijan"),
      Passage("Erling Haaland was born in Leeds.", "Erling Haaland –born_in→ Leeds"),
    ])
  func metonymy(_ passage: Passage) throws { try passage.check() }
}
