import RelataNames
import Testing

@Suite("Names to be found")
struct FoldedNameTests {
  @Test(
    "one spelling",
    arguments: [
      ("Shara’a", "SHARAA"), ("air base", "Airbase"), ("the The Band", "Band"), ("Əliyev", "Aliyev"),
      ("Œuvre", "oeuvre"),
      ("Путин", "Putin"), ("H.T.S.", "hts"), ("Ph.D.", "phd"), ("Ra's Lanuf", "Ras Lanuf"),
      ("Syria's", "Syria"),
      ("Johnson & Johnson", "johnson and johnson"),
    ])
  func spelling(_ a: String, _ b: String) { #expect(FoldedName(a).spelling == FoldedName(b).spelling) }

  @Test(
    "one sound",
    arguments: [
      ("al-Julani", "Jolani"), ("Khmeimim", "Hmeimim"), ("Tartous", "Tartus"),
      ("Deir ez-Zor", "Deir al-Zour"), ("Хафез", "Hafiz"),
    ])
  func sound(_ a: String, _ b: String) { #expect(FoldedName(a).sounds == FoldedName(b).sounds) }

  @Test(
    "two spellings",
    arguments: [("Iran", "Iraq"), ("Assad", "Saad"), ("U.S.", "UK"), ("Maria", "Mario"), ("й", "и")])
  func different(_ a: String, _ b: String) { #expect(FoldedName(a).spelling != FoldedName(b).spelling) }

  @Test("acronyms without and with little words")
  func initials() {
    #expect(FoldedName("Islamic State of Iraq and Syria").initials == ["isis", "isoias"])
    #expect(FoldedName("Hayat Tahrir al-Sham").initials == ["hts"])
    #expect(FoldedName("Syria").initials == [])
  }
}
