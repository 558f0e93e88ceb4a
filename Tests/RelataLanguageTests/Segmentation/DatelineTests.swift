import Foundation
import RelataDocuments
import RelataLanguage
import RelataTestSupport
import Testing

/// The openings of news agencies' paragraphs, and sentences that begin like one; both in
/// `Tests/Annotations/datelines`.
@Suite struct DatelineTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var text: String
    var start: Int
    var expected: String
    var testDescription: String { text }
  }

  private static func lines(_ name: String) -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Annotations/datelines").standardizedFileURL
    guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else { return [] }
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  static let examples: [Example] = lines("datelines.txt").map { line in
    let fields = line.components(separatedBy: "\t")
    let parts = fields[0].components(separatedBy: "¦")
    return Example(
      text: parts.joined(), start: parts[0].unicodeScalars.count,
      expected: fields.dropFirst().joined(separator: " | "))
  }

  static let sentences = lines("sentences.txt")

  @Test func thereAreExamples() {
    #expect(Self.examples.count >= 50)
    #expect(Self.sentences.count >= 40)
  }

  @Test(arguments: examples) func datelineIsReadWhole(_ example: Example) {
    let opening = Segmenter().opening(of: SourceDocument(id: "x", text: example.text))
    let dateline = opening.datelines.first
    #expect(
      "\(dateline?.place ?? "-") | \(Self.notation(dateline?.date)) | \(dateline?.agency ?? "-")"
        == example.expected)
    #expect(dateline?.range == 0..<example.start)
  }

  /// The same opening in an article, below its title.
  @Test(arguments: examples) func textBeginsAfterTheDateline(_ example: Example) {
    let title = "Halvorsen and Lind meet again in the capital\n\n"
    let text = title + example.text + " Nobody else was there, the spokesman said.\n\nThe talks go on."
    let document = SourceDocument(id: "x", text: text)
    let start = title.unicodeScalars.count + example.start
    let sentences = Segmenter().blocks(of: document).filter { $0.kind == .prose }.flatMap(\.sentences)
    #expect(sentences.first?.lowerBound == start)
  }

  @Test(arguments: sentences) func sentenceIsNoDateline(_ sentence: String) {
    let text = sentence + " Nobody else was there, the spokesman said."
    for document in [
      text, "Halvorsen and Lind meet again in the capital\n\n" + text + "\n\nThe talks go on.",
    ] {
      let opening = Segmenter().opening(of: SourceDocument(id: "x", text: document))
      #expect(opening.datelines.isEmpty, "\(opening.datelines)")
    }
  }

  @Test func entriesOfAChronicleKeepTheirDates() {
    let text = """
      How the war began, day by day

      March 3, 2022 – The army crossed the river at dawn.

      March 5, 2022 – The town fell after two days.
      """
    let document = SourceDocument(id: "x", text: text)
    #expect(Segmenter().opening(of: document).datelines.isEmpty)
    #expect(Segmenter().blocks(of: document).count { $0.kind == .prose } == 2)
  }

  @Test func speakersOfAnInterviewAreNoPlaces() {
    let text = """
      HALVORSEN: The king has returned and all is well.

      LIND: The king has not returned at all, and nothing is well.
      """
    #expect(Segmenter().opening(of: SourceDocument(id: "x", text: text)).datelines.isEmpty)
  }

  @Test func datelineMayStandAloneAboveTheText() {
    let text = MarkedText(
      """
      H|Parliament of Ruritania votes to leave the union

      F|STRELSAU —

      P|The parliament of Ruritania voted on Friday to leave the union.
      """)
    #expect(text.found() == text.expected)
    #expect(Segmenter().opening(of: text.document).datelines.first?.place == "STRELSAU")
  }

  @Test func markupAroundADatelineIsNoPartOfIt() {
    let text = "# Talks begin\n\n**OSLO, March 14, 2024 (Reuters)** — Halvorsen met Lind on Monday."
    let document = SourceDocument(id: "x", text: text, format: .markdown)
    let dateline = Segmenter().opening(of: document).datelines.first
    #expect(dateline?.place == "OSLO")
    #expect(dateline?.agency == "Reuters")
    #expect(Self.notation(dateline?.date) == "2024-03-14")
  }

  @Test(arguments: 0..<200) func anyRowOfPartsIsSurvived(seed: Int) {
    let parts = [
      "OSLO", "Oslo", "March", "14", "2024", "Thu", "(", ")", "[", "]", "/", "-", "--", "—", ":", ".", ",",
      " ", " ",
      " ", "Reuters", "AP", "said", "the", "14/03/2024", "\u{200B}", "\n", "&", "SANA-The", "By", "|",
      "Published", "é",
    ]
    var random = SeededGenerator(seed: seed)
    let text = (0..<12).map { _ in random.choice(parts) }.joined()
    for ending in ["", " The king returned on Monday, the palace said in a statement."] {
      let document = SourceDocument(id: "x", text: text + ending)
      let count = document.text.unicodeScalars.count
      let opening = Segmenter().opening(of: document)
      #expect(
        opening.datelines.allSatisfy {
          $0.range.lowerBound < $0.range.upperBound && $0.range.upperBound <= count
        })
      #expect(
        Segmenter().blocks(of: document).flatMap(\.sentences).allSatisfy {
          !$0.isEmpty && $0.upperBound <= count
        })
    }
  }

  /// `2024-03-14 Thu`, `XXXX-03-14`, `Thu`, `-`.
  static func notation(_ date: WrittenDate?) -> String {
    guard let date else { return "-" }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let weekday = date.weekday.map { ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][$0] }
    guard let month = date.month else { return weekday ?? "-" }
    let day = date.day.map { "-" + padded($0) } ?? ""
    let calendar = (date.year.map(String.init) ?? "XXXX") + "-" + padded(month) + day
    return calendar + (weekday.map { " " + $0 } ?? "")
  }
}
