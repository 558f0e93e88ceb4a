import Testing

/// Statements that nouns, titles and compounds make.
@Suite struct NominalTests {
  @Test(
    "nominalisation",
    arguments: [
      Passage(
        "The capture of Kandahar by the Taliban shocked Washington.", "Taliban –captured→ Kandahar"),
      Passage("The acquisition of Skype by Microsoft was announced.", "Microsoft –acquired→ Skype"),
    ])
  func nominalisation(_ passage: Passage) throws { try passage.check() }

  @Test(
    "apposition",
    arguments: [
      Passage("Tim Cook, the chief executive of Apple, arrived late.", "Tim Cook –leads→ Apple"),
      Passage(
        "Sanna Marin, the prime minister of Finland, spoke for an hour.",
        "Sanna Marin –head_of_government_of→ Finland"),
      Passage(
        "Samia Suluhu Hassan, president of Tanzania, opened the bridge.",
        "Samia Suluhu Hassan –head_of_state_of→ Tanzania"),
      Passage("Cuba, an ally of Venezuela, sent doctors.", "Cuba –allied_with→ Venezuela"),
    ])
  func apposition(_ passage: Passage) throws { try passage.check() }

  @Test(
    "possessive and title",
    arguments: [
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
        "The U.S.-backed Contras attacked Managua.",
        "United States –supports→ Contras",
        "Contras –attacked→ Managua"),
    ])
  func compounds(_ passage: Passage) throws { try passage.check() }
}
