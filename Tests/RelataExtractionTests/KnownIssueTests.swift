import Testing

/// What extraction should say and does not yet. A case that starts to pass fails here: move it to its topic then.
@Suite struct KnownIssueTests {
  @Test(
    "not yet right",
    arguments: [
      Passage("The Rwandan-backed M23 captured Goma.", "Rwanda –supports→ M23", "M23 –captured→ Goma"),
      // "Stepanakert" is taken for an organisation where nothing else is said of it.
      Passage("Azerbaijan failed to capture Stepanakert.", "Azerbaijan –captured→ Stepanakert [negated]"),
      Passage("Amazon no longer owns Goodreads.", "Amazon –owns→ Goodreads [negated]"),
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
