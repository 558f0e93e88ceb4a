import Testing

/// What extraction should say and does not yet. A case that starts to pass fails here: move it to its topic then.
@Suite struct KnownIssueTests {
  @Test(
    "not yet right",
    arguments: [
      // A place taken by an armed group is captured, whatever is known of the place.
      Passage(
        "Boko Haram attacked Damboa and captured Kano.", "Boko Haram –attacked→ Damboa",
        "Boko Haram –captured→ Kano"),
      Passage("The Rwandan-backed M23 captured Goma.", "Rwanda –supports→ M23", "M23 –captured→ Goma"),
      // With both ends told by prepositions, the reverse reading is made as well.
      Passage("The acquisition of Skype by Microsoft was announced.", "Microsoft –acquired→ Skype"),
      Passage(
        "The assassination of Anwar Sadat by Khalid Islambouli stunned Egypt.",
        "Khalid Islambouli –killed→ Anwar Sadat"),
      Passage("The arrest of Carlos Ghosn by Japan angered Lebanon.", "Japan –arrested→ Carlos Ghosn"),
      // A denied deed is no fact.
      Passage("Uganda denied supporting the M23.", "Uganda –supports→ M23 [negated, reported]"),
      Passage(
        "Neither Norway nor Iceland joined the European Union.",
        "Norway –member_of→ European Union [negated]",
        "Iceland –member_of→ European Union [negated]"),
      Passage("Amazon no longer owns Goodreads.", "Amazon –owns→ Goodreads [negated]"),
      Passage(
        "According to Amnesty International, Eritrea attacked Axum.", "Eritrea –attacked→ Axum [reported]"),
      Passage("Reuters reported that Adidas had sued Nike.", "Adidas –sued→ Nike [reported]"),
      // What somebody brings about or is helped to do is not made doubtful by it.
      Passage("France helped Chad to defeat Libya.", "Chad –defeated→ Libya", "France –aided→ Chad"),
      Passage("Park Geun-hye flew south. She visited Jakarta.", "Park Geun-hye –visited→ Jakarta"),
      Passage(
        "Meta, formerly known as Facebook, acquired Kustomer. Facebook sued Power Ventures.",
        "Meta –acquired→ Kustomer", "Meta –sued→ Power Ventures"),
      Passage("Nairobi, the capital of Kenya, was quiet.", "Nairobi –capital_of→ Kenya"),
      // In a paragraph of hard-wrapped lines a capital at the start of a line begins no new sentence.
      Passage(
        "It rained for a week in the valley. Some months later Volkswagen sued\nGreenpeace over the noise that had been made there.\n",
        "Volkswagen –sued→ Greenpeace"),
    ])
  func notYetRight(_ passage: Passage) {
    withKnownIssue { try passage.check() }
  }
}
