import Testing

/// Statements that a verb and its arguments make.
@Suite struct VerbTests {
  @Test(
    "active",
    arguments: [
      Passage(
        "Boko Haram attacked Damboa and captured Kano.", "Boko Haram –attacked→ Damboa",
        "Boko Haram –captured→ Kano"),
      Passage("Boko Haram attacked Maiduguri.", "Boko Haram –attacked→ Maiduguri"),
      Passage("Microsoft acquired LinkedIn in 2016.", "Microsoft –acquired→ LinkedIn @2016"),
      Passage(
        "Emmanuel Macron visited Kigali on 27 May 2021.", "Emmanuel Macron –visited→ Kigali @2021-05-27"),
      Passage("Gabriel Boric criticized Nicolás Maduro.", "Gabriel Boric –criticized→ Nicolás Maduro"),
      Passage("Jacinda Ardern leads the Labour Party.", "Jacinda Ardern –leads→ Labour Party"),
      Passage("Volkswagen sued Greenpeace.", "Volkswagen –sued→ Greenpeace"),
      Passage(
        "Yahya Jammeh fled to Equatorial Guinea in January 2017.",
        "Yahya Jammeh –fled_to→ Equatorial Guinea @2017-01"),
      Passage("Colombia borders Panama.", "Colombia –borders→ Panama"),
      Passage("Larry Page founded Google.", "Larry Page –founded→ Google"),
      Passage("The Philippines banned Huawei.", "Philippines –banned→ Huawei"),
      Passage("Haile Selassie was born in Ejersa Goro.", "Haile Selassie –born_in→ Ejersa Goro"),
      Passage(
        "Gamal Abdel Nasser died in Cairo on 28 September 1970.",
        "Gamal Abdel Nasser –died_in→ Cairo @1970-09-28"),
      Passage("Kofi Annan studied at Macalester College.", "Kofi Annan –studied_at→ Macalester College"),
      Passage(
        "Wangari Maathai won the Nobel Peace Prize in 2004.",
        "Wangari Maathai –won→ Nobel Peace Prize @2004"),
      Passage("Ukraine accused Hungary of spying.", "Ukraine –accused→ Hungary"),
      Passage(
        "Ethiopia and Eritrea signed the Algiers Agreement in December 2000.",
        "Ethiopia –signed→ Algiers Agreement @2000-12",
        "Eritrea –signed→ Algiers Agreement @2000-12"),
      Passage(
        "Norway mediated between Israel and Jordan.",
        "Norway –mediated→ Israel",
        "Norway –mediated→ Jordan"),
      Passage("Qatar funded Al Jazeera.", "Qatar –funded→ Al Jazeera"),
      Passage(
        "Ruth Bader Ginsburg studied at Cornell University.",
        "Ruth Bader Ginsburg –studied_at→ Cornell University"),
    ])
  func active(_ passage: Passage) throws { try passage.check() }

  @Test(
    "passive",
    arguments: [
      Passage(
        "Mosul was captured by the Islamic State in June 2014.",
        "Islamic State –captured→ Mosul @2014-06"),
      Passage(
        "Robert Mugabe was overthrown by the Zimbabwe Defence Forces in 2017.",
        "Zimbabwe Defence Forces –overthrew→ Robert Mugabe @2017",
        "Zimbabwe Defence Forces –part_of→ Zimbabwe"),
      Passage("Beetroot Ltd was acquired by Unilever.", "Unilever –acquired→ Beetroot Ltd"),
      Passage(
        "Christine Lagarde was criticized by Yanis Varoufakis.",
        "Yanis Varoufakis –criticized→ Christine Lagarde"),
      Passage(
        "Maria Ressa was arrested by the Philippine National Police.",
        "Philippine National Police –arrested→ Maria Ressa",
        "Philippine National Police –part_of→ Philippines"),
      Passage(
        "Tesla was founded by Martin Eberhard and Marc Tarpenning.",
        "Martin Eberhard –founded→ Tesla",
        "Marc Tarpenning –founded→ Tesla"),
      Passage("Pakistan was threatened by India.", "India –threatened→ Pakistan"),
    ])
  func passive(_ passage: Passage) throws { try passage.check() }

  @Test(
    "relative clause",
    arguments: [
      Passage(
        "Juan Manuel Santos, who was praised by Norway, met Rodrigo Londoño.",
        "Norway –praised→ Juan Manuel Santos",
        "Juan Manuel Santos –met_with→ Rodrigo Londoño")
    ])
  func relativeClause(_ passage: Passage) throws { try passage.check() }

  @Test(
    "conjunction",
    arguments: [
      Passage(
        "Angela Merkel visited Dakar, Accra and Abuja.",
        "Angela Merkel –visited→ Dakar",
        "Angela Merkel –visited→ Accra",
        "Angela Merkel –visited→ Abuja"),
      Passage(
        "Canada and Japan sanctioned Myanmar.",
        "Canada –sanctioned→ Myanmar",
        "Japan –sanctioned→ Myanmar"),
      Passage(
        "Spotify acquired Gimlet Media and sued Apple.",
        "Spotify –acquired→ Gimlet Media",
        "Spotify –sued→ Apple"),
      Passage(
        "Narendra Modi praised Shinzo Abe and visited Kyoto.",
        "Narendra Modi –praised→ Shinzo Abe",
        "Narendra Modi –visited→ Kyoto"),
    ])
  func conjunction(_ passage: Passage) throws { try passage.check() }

  @Test(
    "control: the subject of an infinitive stands above it",
    arguments: [
      Passage("Ferdinand Marcos managed to flee to Hawaii.", "Ferdinand Marcos –fled_to→ Hawaii")
    ])
  func control(_ passage: Passage) throws { try passage.check() }

}
