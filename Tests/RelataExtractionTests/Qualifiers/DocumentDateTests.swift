import RelataExtraction
import RelataGraph
import Testing

/// When a document was published, by its metadata, the lines above its text and its dateline.
@Suite struct DocumentDateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let metadata: [String: String]
    let expected: String?

    init(_ text: String, _ expected: String?, metadata: [String: String] = [:]) {
      self.text = text
      self.metadata = metadata
      self.expected = expected
    }

    var testDescription: String { "\(metadata) \(text)" }
  }

  private static let body = "Halvorsen met Lind in the capital. They spoke for an hour, the palace said."

  @Test(
    arguments: [
      // Metadata come first.
      Case(body, "2024-03-14", metadata: ["date": "2024-03-14T10:05:00+01:00"]),
      Case(body, "2024-03-14", metadata: ["published": "Thu, 14 Mar 2024 10:05:00 GMT"]),
      Case(body, "2024-03-14", metadata: ["date": "14/03/2024"]),
      Case(body, "2024-03", metadata: ["date": "2024-03"]),
      Case(body, "2024", metadata: ["date": "2024"]),
      Case("OSLO, May 3, 2019 (AP) — " + body, "2024-03-14", metadata: ["date": "2024-03-14"]),
      Case("OSLO, March 14 (AP) — " + body, "2024-03-14", metadata: ["date": "2024-03"]),
      Case("OSLO, March 14 (AP) — " + body, "2024-03-14", metadata: ["date": "2024"]),
      // Then the lines above the text.
      Case("Published: 14 March 2024 10:05 GMT\n\n" + body, "2024-03-14"),
      Case("Updated: 16 March 2024\nPublished: 14 March 2024\n\n" + body, "2024-03-14"),
      Case("Updated: 16 March 2024\n\n" + body, "2024-03-16"),
      Case("March 2024\n\n" + body, "2024-03"),
      Case("March 15, 2024\n\nOSLO, March 14, 2024 (AP) — " + body, "2024-03-15"),
      // Two numbers that could both be the month.
      Case("05/03/2024\n\n" + body, nil),
      Case("Tuesday 05/03/2024\n\n" + body, "2024-03-05"),
      Case("Friday 05/03/2024\n\n" + body, "2024-05-03"),
      Case("05/03/2024\n\nOSLO, March 5 (AP) — " + body, "2024-03-05"),
      Case("05/03/2024\n\n" + body + " They had met on May 1.", "2024-05-03"),
      // Then the dateline.
      Case("OSLO, March 14, 2024 (AP) — " + body, "2024-03-14"),
      Case("The two had not met for years.\n\nOSLO, March 14, 2024 (AP) — " + body, "2024-03-14"),
      Case("Updated: 16 June 2024\n\nOSLO, March 14, 2024 (AP) — " + body, "2024-03-14"),
      Case("March 14, 2019\n\nOSLO, March 14, 2024 (AP) — " + body, "2024-03-14"),
      // Without its year it takes the year of another line that is near, and else none.
      Case("OSLO, March 14 (AP) — " + body, "XXXX-03-14"),
      Case("Updated: 16 March 2024\n\nOSLO, March 14 (AP) — " + body, "2024-03-14"),
      Case("Updated: 2 January 2024\n\nOSLO, Dec. 31 (AP) — " + body, "2023-12-31"),
      Case("Updated: 2 January 2024\n\nOSLO, March 14 (AP) — " + body, "XXXX-03-14"),
      // A date that is no date of publication.
      Case(body, nil),
      Case("On March 3, 2022, the court released Lind. " + body, nil),
      Case("On March 3, 2022, the court released Lind.\n\n" + body, nil),
      Case("Remembering September 11, 2001\n\n" + body, nil),
      Case("The king of Ruritania on July 4, 2019\n\n" + body, nil),
      Case("OSLO, Thursday (AP) — " + body, nil),
      Case("OSLO, February 30, 2024 (AP) — " + body, nil),
      Case(body + "\n\nRelated Stories\n\nThe king returns\n\nMay 3, 2020", nil),
    ])
  func date(_ example: Case) throws {
    #expect(
      try Extraction.of(example.text, metadata: example.metadata).record.date?.description == example.expected
    )
  }
}
