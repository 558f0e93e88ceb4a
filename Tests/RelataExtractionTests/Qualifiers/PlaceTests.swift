import RelataExtraction
import RelataGraph
import Testing

/// Where a statement says that it happened, as far as its clause does.
@Suite("Places of statements") struct PlaceTests {
  /// A sentence, and one of its statements with the place that it must have.
  struct Told: Sendable, CustomTestStringConvertible {
    let text: String
    let subject: String
    let relation: String
    let object: String
    let place: String?

    init(_ text: String, _ subject: String, _ relation: String, _ object: String, in place: String?) {
      self.text = text
      self.subject = subject
      self.relation = relation
      self.object = object
      self.place = place
    }

    var testDescription: String { "\(text) \(relation) in \(place ?? "no place")" }

    func check() throws {
      let document = try Extraction.of(text)
      let isSymmetric = try Extraction.isSymmetric(relation)
      let found = document.statements.filter {
        let ends = [document.entities[$0.subject].name, document.entities[$0.object].name]
        return $0.relation == relation
          && (ends == [subject, object] || isSymmetric && ends == [object, subject])
      }
      // A name and its noun may stand for one place twice, as in "Tartus naval base".
      #expect(!found.isEmpty)
      #expect(found.allSatisfy { $0.place.map { document.entities[$0].name } == place })
    }
  }

  @Test(
    "its own clause says where",
    arguments: [
      Told(
        "Emmanuel Macron met Olaf Scholz in Geneva on Monday.", "Emmanuel Macron", "met_with", "Olaf Scholz",
        in: "Geneva"),
      Told(
        "In Vienna, Antony Blinken met Sergei Lavrov.", "Antony Blinken", "met_with", "Sergei Lavrov",
        in: "Vienna"),
      // A noun says what was done, another one which place.
      Told(
        "Emmanuel Macron and Olaf Scholz held talks in the city of Hamburg.", "Emmanuel Macron", "met_with",
        "Olaf Scholz", in: "Hamburg"),
      Told(
        "Paul Kagame met Felix Tshisekedi at a hotel in Doha to discuss the war.", "Paul Kagame", "met_with",
        "Felix Tshisekedi", in: "Doha"),
      // The nearest of nested places.
      Told(
        "Police arrested Carlos Ghosn at Haneda Airport in Tokyo.", "Police", "arrested", "Carlos Ghosn",
        in: "Haneda Airport"),
      Told(
        "Nelson Mandela met Fidel Castro in Havana, Cuba.", "Nelson Mandela", "met_with", "Fidel Castro",
        in: "Havana"),
      // Which is read as said of whoever did it.
      Told(
        "Shinzo Abe was killed by Tetsuya Yamagami in Nara in 2022.", "Tetsuya Yamagami", "killed",
        "Shinzo Abe", in: "Nara"),
      Told(
        "Osama bin Laden was killed by American special forces in Pakistan.", "American special forces",
        "killed", "Osama bin Laden", in: "Pakistan"),
      Told(
        "Leaders of the African Union met in Niamey, where Muhammadu Buhari signed the free trade agreement.",
        "Muhammadu Buhari", "signed", "free trade agreement", in: "Niamey"),
    ])
  func ofItsClause(_ told: Told) throws { try told.check() }

  @Test(
    "what somebody says, promises or goes to do there is not done there",
    arguments: [
      Told(
        "At a rally in Warsaw, Joe Biden condemned Iran's attack on Israel.", "Iran", "attacked", "Israel",
        in: nil),
      Told(
        "The Security Council met in New York to discuss Israel's attack on Iran.", "Israel", "attacked",
        "Iran",
        in: nil),
      Told(
        "Donald Trump promised in Davos to meet Vladimir Putin.", "Donald Trump", "met_with",
        "Vladimir Putin",
        in: nil),
      Told(
        "In Paris, Antony Blinken met Emmanuel Macron and then flew to Berlin to meet Olaf Scholz.",
        "Antony Blinken", "met_with", "Olaf Scholz", in: nil),
      Told(
        "Israel was attacked by Hezbollah militants in Lebanon.", "Hezbollah", "attacked", "Israel",
        in: nil),
    ])
  func ofOtherDeeds(_ told: Told) throws { try told.check() }

  private static let twice =
    "Recep Tayyip Erdogan met Giorgia Meloni in Rome and Vladimir Putin met Xi Jinping in Moscow."
  private static let said = "Antony Blinken told Reuters in London that Iran had attacked Israel."

  @Test(
    "each clause has its own",
    arguments: [
      Told(twice, "Recep Tayyip Erdogan", "met_with", "Giorgia Meloni", in: "Rome"),
      Told(twice, "Vladimir Putin", "met_with", "Xi Jinping", in: "Moscow"),
      Told(said, "Antony Blinken", "told", "Reuters", in: "London"),
      Told(said, "Iran", "attacked", "Israel", in: nil),
    ])
  func ofEachClause(_ told: Told) throws { try told.check() }

  @Test(
    "what is said of an end, of a neighbourhood or of another place is none",
    arguments: [
      Told(
        "Jean-Michel Aulas, the president of the club in Lyon, met Emmanuel Macron.", "Jean-Michel Aulas",
        "met_with", "Emmanuel Macron", in: nil),
      Told(
        "Turkey attacked the Syrian Democratic Forces near Kobani.", "Turkey", "attacked",
        "Syrian Democratic Forces", in: nil),
      Told(
        "Wagner Group is stationed at Khmeimim Air Base and Tartus naval base.", "Wagner Group",
        "stationed_at", "Tartus naval base", in: nil),
      Told(
        "Akilisi Pohiva was evacuated from Tonga to a hospital in Auckland.", "Akilisi Pohiva",
        "withdrew_from", "Tonga", in: nil),
      Told("Angela Merkel was born in Hamburg in Germany.", "Angela Merkel", "born_in", "Hamburg", in: nil),
    ])
  func ofNothingElse(_ told: Told) throws { try told.check() }
}
