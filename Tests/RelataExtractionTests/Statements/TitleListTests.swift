import Testing

/// Titles of several persons at once.
@Suite struct TitleListTests {
  @Test(
    "each of a list holds his title in what stands with him",
    arguments: [
      (
        "Presidents Emmanuel Fournier of France and Mateus Carvalho of Brazil launched a fund.",
        ["Emmanuel Fournier –head_of_state_of→ France", "Mateus Carvalho –head_of_state_of→ Brazil"]
      ),
      (
        "Prime Ministers Jonas Petrauskas of Lithuania, Kaja Tamm of Estonia and Janis Berzins of Latvia met.",
        [
          "Jonas Petrauskas –head_of_government_of→ Lithuania", "Kaja Tamm –head_of_government_of→ Estonia",
          "Janis Berzins –head_of_government_of→ Latvia",
        ]
      ),
      (
        "President Donald Trump and Prime Minister Narendra Modi of India met in Washington.",
        ["Narendra Modi –head_of_government_of→ India"]
      ),
      (
        "The leaders of France and Germany, Emmanuel Fournier and Olaf Brandt, called for calm.",
        ["Emmanuel Fournier –leads→ France", "Olaf Brandt –leads→ Germany"]
      ),
    ])
  func own(text: String, wanted: [String]) throws {
    #expect(try Extraction.of(text).notation().isSuperset(of: wanted))
  }

  @Test("what stands with the last of several ministers is that of all")
  func shared() throws {
    let found = try Extraction.of(
      """
      The delegation included Foreign Minister Tariq Aziz Khan, Finance Minister Sana Malik and Energy \
      Minister Bilal Chaudhry of Pakistan.
      """
    ).notation()
    for name in ["Tariq Aziz Khan", "Sana Malik", "Bilal Chaudhry"] {
      #expect(found.contains("\(name) –minister_of→ Pakistan"))
    }
  }

  @Test("a title is not that of the next in a list, nor held in what stands with another")
  func others() throws {
    let lists = [
      "President Donald Trump and Prime Minister Narendra Modi of India met in Washington.":
        "Narendra Modi –head_of_state_of→ India",
      "The presidents of Chile and Peru, Ana Rojas and Luis Quispe, met in Lima on Monday.":
        "Ana Rojas –head_of_state_of→ Peru",
    ]
    for (text, wrong) in lists { #expect(try !Extraction.of(text).notation().contains(wrong)) }
  }
}
