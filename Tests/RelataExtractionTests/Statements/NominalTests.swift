import Testing

/// Statements that nouns, titles and compounds make.
@Suite struct NominalTests {
  @Test(
    "nominalisation",
    arguments: [
      Passage("The arrest of Carlos Ghosn by Japan angered Lebanon.", "Japan –arrested→ Carlos Ghosn"),
      Passage("The acquisition of Skype by Microsoft was announced.", "Microsoft –acquired→ Skype"),
      Passage(
        "The assassination of Anwar Sadat by Khalid Islambouli stunned Egypt.",
        "Khalid Islambouli –killed→ Anwar Sadat"),
      Passage(
        "The capture of Tikrit by the Islamic State shocked Baghdad.", "Islamic State –captured→ Tikrit"),
      Passage(
        "Argentina's invasion of the Falkland Islands surprised London.",
        "Argentina –attacked→ Falkland Islands"),
      Passage("Jimmy Carter's visit to Pyongyang lasted three days.", "Jimmy Carter –visited→ Pyongyang"),
      Passage("Indonesia's annexation of East Timor was condemned.", "Indonesia –annexed→ East Timor"),
    ])
  func nominalisation(_ passage: Passage) throws { try passage.check() }

  @Test(
    "apposition",
    arguments: [
      Passage("Rwanda, Uganda's key ally, closed the road.", "Rwanda –allied_with→ Uganda"),
      Passage("Tim Cook, the chief executive of Apple, arrived late.", "Tim Cook –leads→ Apple"),
      Passage(
        "Sanna Marin, the prime minister of Finland, spoke for an hour.",
        "Sanna Marin –head_of_government_of→ Finland"),
      Passage("Cuba, an ally of Venezuela, sent doctors.", "Cuba –allied_with→ Venezuela"),
      Passage(
        "Samia Suluhu Hassan, president of Tanzania, opened the bridge.",
        "Samia Suluhu Hassan –head_of_state_of→ Tanzania"),
      Passage("Instagram, a subsidiary of Meta, changed its rules.", "Instagram –part_of→ Meta"),
    ])
  func apposition(_ passage: Passage) throws { try passage.check() }

  @Test(
    "possessive and title",
    arguments: [
      Passage(
        "Kenya's Foreign Minister Raychelle Omamo opened the meeting.",
        "Raychelle Omamo –minister_of→ Kenya"),
      Passage(
        "Chile's President Michelle Bachelet opened the museum.",
        "Michelle Bachelet –head_of_state_of→ Chile"),
      Passage(
        "Portuguese Prime Minister António Costa opened the station.",
        "António Costa –head_of_government_of→ Portugal"),
      Passage(
        "Polish Foreign Minister Radosław Sikorski slept badly.",
        "Radosław Sikorski –minister_of→ Poland"),
      Passage(
        "Indian Prime Minister Narendra Modi planted a tree.",
        "Narendra Modi –head_of_government_of→ India"),
      Passage("Toyota CEO Akio Toyoda drove the car.", "Akio Toyoda –leads→ Toyota"),
      Passage(
        "Ghana's President Nana Akufo-Addo visited Lomé.",
        "Nana Akufo-Addo –head_of_state_of→ Ghana",
        "Nana Akufo-Addo –visited→ Lomé"),
      Passage(
        "Nelson Mandela's wife, Graça Machel, founded a school.",
        "Graça Machel –family_of→ Nelson Mandela"),
      Passage("Former Bolivian President Evo Morales flew home.", "Evo Morales –head_of_state_of→ Bolivia"),
    ])
  func possessiveAndTitle(_ passage: Passage) throws { try passage.check() }

  @Test(
    "participle compounds: backed, based",
    arguments: [
      Passage(
        "The Iran-backed Houthis attacked Riyadh.",
        "Iran –supports→ Houthis",
        "Houthis –attacked→ Riyadh"),
      Passage("The Seoul-based company LG sued Apple.", "LG –based_in→ Seoul", "LG –sued→ Apple"),
      Passage(
        "The Geneva-based World Health Organization warned Brazil.",
        "World Health Organization –based_in→ Geneva",
        "World Health Organization –warned→ Brazil"),
      Passage("Paris-based UNESCO praised Mali.", "UNESCO –based_in→ Paris", "UNESCO –praised→ Mali"),
      Passage(
        "London-based HSBC acquired Marks Bank.", "HSBC –based_in→ London", "HSBC –acquired→ Marks Bank"),
      Passage(
        "The U.S.-backed Contras attacked Managua.",
        "United States –supports→ Contras",
        "Contras –attacked→ Managua"),
    ])
  func compounds(_ passage: Passage) throws { try passage.check() }
}
