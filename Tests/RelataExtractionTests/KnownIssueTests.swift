import Testing

/// What extraction should say and does not yet. A case that starts to pass fails here:
/// move it to its topic then.
@Suite struct KnownIssueTests {
  @Test(
    "not yet right",
    arguments: [
      Passage("The Rwandan-backed M23 captured Goma.", "Rwanda –supports→ M23", "M23 –captured→ Goma"),
      // "Stepanakert" is taken for an organisation where nothing else is said of it.
      Passage("Amazon no longer owns Goodreads.", "Amazon –owns→ Goodreads [negated]"),
      Passage(
        "Meta, formerly known as Facebook, acquired Kustomer. Facebook sued Power Ventures.",
        "Meta –acquired→ Kustomer", "Meta –sued→ Power Ventures"),
      Passage("Nairobi, the capital of Kenya, was quiet.", "Nairobi –capital_of→ Kenya"),
      // In a paragraph of hard-wrapped lines a capital at the start of a line begins no new sentence.
      Passage(
        "It rained for a week in the valley. Some months later Volkswagen sued\nGreenpeace over the noise that had been made there.\n",
        "Volkswagen –sued→ Greenpeace"),
      // Without the context of an article the heads for links miss these, or read more into them.
      Passage(
        "According to Amnesty International, Eritrea attacked Axum.", "Eritrea –attacked→ Axum [reported]"),
      // What a word says of two is said, less surely, of a third in the sentence too.
      Passage(
        "Ukraine alleged that Belarus supplied Russia.", "Belarus –supplied→ Russia [alleged]",
        "Ukraine –accused→ Belarus"),
      Passage(
        "Arsenal midfielder Pat Dunne and Chelsea defender Joe Tull are injured.",
        "Pat Dunne –member_of→ Arsenal", "Joe Tull –member_of→ Chelsea"),
      Passage("Rwanda, Uganda's key ally, closed the road.", "Rwanda –allied_with→ Uganda"),
      Passage(
        "Nelson Mandela's wife, Graça Machel, founded a school.",
        "Graça Machel –family_of→ Nelson Mandela"),
      Passage(
        "Portuguese Prime Minister António Costa opened the station.",
        "António Costa –head_of_government_of→ Portugal"),
      Passage(
        "Chile's President Michelle Bachelet opened the museum.",
        "Michelle Bachelet –head_of_state_of→ Chile"),
      Passage(
        "Kenya's Foreign Minister Raychelle Omamo opened the meeting.",
        "Raychelle Omamo –minister_of→ Kenya"),
      Passage("Indonesia's annexation of East Timor was condemned.", "Indonesia –annexed→ East Timor"),
      Passage(
        "Protesters forced Gotabaya Rajapaksa to flee to Singapore.",
        "Gotabaya Rajapaksa –fled_to→ Singapore"),
      Passage(
        "Charles Taylor, whom Nigeria granted asylum in 2003, was arrested by Liberia.",
        "Liberia –arrested→ Charles Taylor",
        "Charles Taylor –granted_asylum_by→ Nigeria @2003"),
      Passage("The soldiers saw Idi Amin, who fled to Libya in 1979.", "Idi Amin –fled_to→ Libya @1979"),
      Passage(
        "Thomas Sankara, who led Burkina Faso until 1987, visited Havana.",
        "Thomas Sankara –visited→ Havana",
        "Thomas Sankara –leads→ Burkina Faso @/1987"),
      Passage(
        "Olof Palme was killed in Stockholm by Christer Pettersson.",
        "Christer Pettersson –killed→ Olof Palme"),
      Passage("Nigeria deployed troops to Gambia.", "Nigeria –deployed_to→ Gambia"),
      Passage("Turkish airline Pegasus sued Airbus.", "Pegasus –based_in→ Turkey", "Pegasus –sued→ Airbus"),
      Passage(
        "Narendra Modi praised Shinzo Abe and visited Kyoto.",
        "Narendra Modi –praised→ Shinzo Abe",
        "Narendra Modi –visited→ Kyoto"),
      Passage("Instagram, a subsidiary of Meta, changed its rules.", "Instagram –part_of→ Meta"),
      Passage(
        "Ethiopia and Eritrea signed the Algiers Agreement in December 2000.",
        "Ethiopia –signed→ Algiers Agreement @2000-12",
        "Eritrea –signed→ Algiers Agreement @2000-12"),
    ])
  func notYetRight(_ passage: Passage) {
    withKnownIssue { try passage.check() }
  }
}
