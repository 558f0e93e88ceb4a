import RelataExtraction
import Testing

/// Statements that a verb and its arguments make.
@Suite struct VerbTests {
  @Test(
    "active",
    arguments: [
      Passage(
        "Presidents Muhammadu Buhari of Nigeria and Patrice Talon of Benin met.",
        "Muhammadu Buhari –head_of_state_of→ Nigeria", "Patrice Talon –head_of_state_of→ Benin",
        "Muhammadu Buhari –met_with→ Patrice Talon"),
      Passage(
        "Human Rights Watch said that Turkey had attacked Afrin.", "Turkey –attacked→ Afrin [reported]",
        "Human Rights Watch –accused→ Turkey"),
      Passage("Eritrea has yet to withdraw from Badme.", "Eritrea –withdrew_from→ Badme [negated]"),
      Passage(
        "London-based HSBC acquired Marks Bank.", "HSBC –based_in→ London", "HSBC –acquired→ Marks Bank"),
      Passage("France helped Chad to defeat Libya.", "Chad –defeated→ Libya", "France –aided→ Chad"),
      Passage(
        "Juan Manuel Santos, who was praised by Norway, met Rodrigo Londoño.",
        "Norway –praised→ Juan Manuel Santos",
        "Juan Manuel Santos –met_with→ Rodrigo Londoño"),
      Passage("The arrest of Carlos Ghosn by Japan angered Lebanon.", "Japan –arrested→ Carlos Ghosn"),
      Passage(
        "Jimmy Carter's visit to Pyongyang lasted three days.", "Jimmy Carter –visited→ Pyongyang",
        "Jimmy Carter's visit –located_in→ Pyongyang"),
      Passage(
        "Argentina's invasion of the Falkland Islands surprised London.",
        "Argentina –attacked→ Falkland Islands"),
      Passage(
        "Pfizer, which acquired Wyeth in 2009, sued Teva.",
        "Pfizer –acquired→ Wyeth @2009",
        "Pfizer –sued→ Teva"),
      Passage(
        "Reuters reported that Adidas had sued Nike.", "Reuters –reported→ Adidas",
        "Adidas –sued→ Nike [reported]"),
      Passage("Azerbaijan failed to capture Stepanakert.", "Azerbaijan –captured→ Stepanakert [negated]"),
      Passage("Denmark refused to sign the Lisbon Treaty.", "Denmark –signed→ Lisbon Treaty [negated]"),
      Passage(
        "The capture of Tikrit by the Islamic State shocked Baghdad.", "Islamic State –captured→ Tikrit"),
      Passage(
        "The assassination of Anwar Sadat by Khalid Islambouli stunned Egypt.",
        "Khalid Islambouli –killed→ Anwar Sadat"),
      Passage(
        "Uganda intervened in the Sudanese civil war.", "Uganda –intervened_in→ Sudanese civil war",
        "Sudanese civil war –located_in→ Sudan"),
      Passage(
        "Portugal intervened in the Spanish civil war.",
        "Portugal –intervened_in→ Spanish civil war",
        "Spanish civil war –located_in→ Spain"),
      Passage(
        "Moscow intervened in the Syrian civil war.", "Russia –intervened_in→ Syrian civil war",
        "Syrian civil war –located_in→ Syria"),
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
        "Zimbabwe Defence Forces –overthrew→ Robert Mugabe @2017"),
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
        "Juan Manuel Santos, who was praised by Norway, visited Bogotá.",
        "Norway –praised→ Juan Manuel Santos",
        "Juan Manuel Santos –visited→ Bogotá")
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
    ])
  func conjunction(_ passage: Passage) throws { try passage.check() }

  @Test(
    "control: the subject of an infinitive stands above it",
    arguments: [
      Passage("Ferdinand Marcos managed to flee to Hawaii.", "Ferdinand Marcos –fled_to→ Hawaii"),
      Passage(
        "The Taliban captured Kabul, forcing Ashraf Ghani to flee to Tajikistan.",
        "Taliban –captured→ Kabul",
        "Ashraf Ghani –fled_to→ Tajikistan",
        "Taliban –forced→ Ashraf Ghani"),
    ])
  func control(_ passage: Passage) throws { try passage.check() }

  @Test(
    "an open relation says what a verb has besides, and whose deed it is",
    arguments: [
      (
        "The army said the plane was bringing meat from Bishkek. The plane crashed near Fath Airport in Iran.",
        "–bring_meat_from→ Bishkek"
      ),
      ("Elon Musk deleted a photo of Bill Gates on Monday.", "Elon Musk –delete_photo_of→ Bill Gates"),
      (
        "Greta Thunberg was carried away from Lutzerath by police.",
        "Greta Thunberg –be_carried_from→ Lutzerath"
      ),
    ])
  func openNames(text: String, statement: String) throws {
    let found = try Extraction.of(text)
    #expect(try found.notation().contains { $0.contains(statement) }, "\(found.statements)")
  }
}
