import RelataGazetteer
import RelataGraph
import Testing

@Suite("Qualifiers of names") struct NameQualifiersTests {
  let gazetteer: Gazetteer

  init() throws { gazetteer = try Gazetteer.embedded() }

  @Test(
    "a body's name has its country by any of its words, and by a place at its end",
    arguments: [
      ("Supreme Court of India", ["IN"]), ("Indian Supreme Court", ["IN"]),
      ("India’s Supreme Court", ["IN"]), ("US Department of State", ["US"]),
      ("Central Bank of the Democratic Republic of the Congo", ["CD"]),
      ("High Court in Nairobi", ["KE"]), ("Ministry of Health in Gaza", ["PS"]),
      ("Joint Commission of Norway and Russia", ["NO", "RU"]),
      ("Ministry of Health", []), ("Central Bank", []), ("Court of Appeal", []),
    ])
  func countries(name: String, codes: [String]) {
    #expect(NameQualifiers(in: name, .governmentBody, gazetteer).countries == Set(codes))
    #expect(NameQualifiers(in: name, .other, gazetteer).countries.isEmpty)
  }

  @Test(
    "years, ordinals and numerals at the end",
    arguments: [
      ("118th Congress", [118]), ("2022 World Cup", [2022]), ("Resolution 2259", [2259]),
      ("World War II", [2]), ("G20 summit", []), ("V", []), ("Channel 4000th-a", []),
    ])
  func numbers(name: String, numbers: [Int]) {
    #expect(NameQualifiers(in: name, .other, gazetteer).numbers == Set(numbers))
  }

  @Test func aRulerHasANumberAndACountry() {
    let ruler = NameQualifiers(in: "King Abdullah II of Jordan", .person, gazetteer)
    #expect(ruler.numbers == [2])
    #expect(ruler.countries == ["JO"])
    #expect(NameQualifiers(in: "Jordan Peele", .person, gazetteer).isEmpty)
    #expect(NameQualifiers(in: "Chad Wolf", .person, gazetteer).isEmpty)
  }

  @Test func whatSaysNothingConflictsWithNothing() {
    func body(_ name: String) -> NameQualifiers { NameQualifiers(in: name, .governmentBody, gazetteer) }
    #expect(body("Indian Parliament").conflict(with: body("Parliament of Canada")))
    #expect(!body("Indian Parliament").conflict(with: body("Parliament of India")))
    #expect(!body("Indian Parliament").conflict(with: body("Parliament")))
    #expect(body("42nd Parliament").conflict(with: body("43rd Parliament")))
    var both = body("Indian Parliament")
    both.formUnion(body("42nd Parliament"))
    #expect(both.conflict(with: body("43rd Parliament")))
    #expect(!both.conflict(with: body("42nd Parliament of India")))
  }
}
