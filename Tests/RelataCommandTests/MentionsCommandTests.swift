import Foundation
import Testing

@Suite("relata mentions")
struct MentionsCommandTests {
  private struct Mention: Decodable, Equatable {
    var document: String
    var start: Int
    var end: Int
    var text: String
    var kind: String
    var type: String?
    var entities: [Int]
    var names: [String]
  }

  private static let text = "“Germany” attacked Poland in 1939. It won. A soldier cheered. We waited.\n"

  private func mentions(_ arguments: String..., in folder: TemporaryFolder) throws -> [Mention] {
    let outcome = try RelataProcess.run(["mentions"] + arguments, in: folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return try outcome.output.split(separator: "\n").map {
      try JSONDecoder().decode(Mention.self, from: Data($0.utf8))
    }
  }

  @Test("says of names, pronouns and descriptions where they stand and whom they mean")
  func lines() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.text, to: "one.txt")
    let found = try mentions("one.txt", in: folder)
    let names = found.filter { $0.kind == "name" }
    #expect(names.map(\.text) == ["Germany", "Poland"])
    #expect(names.map(\.names) == [["Germany"], ["Poland"]] && names.allSatisfy { $0.type == "Country" })
    let pronoun = try #require(found.first { $0.text == "It" })
    #expect(
      pronoun.kind == "pronoun" && pronoun.entities == names.first?.entities && pronoun.names == ["Germany"])
    let description = try #require(found.first { $0.kind == "nominal" })
    #expect(description.text == "soldier" && description.names == ["soldier"])
    // Whom “we” means the text does not say.
    let unknown = try #require(found.last)
    #expect(unknown.text == "We" && unknown.kind == "pronoun" && unknown.names == [""])
    let scalars = Array(Self.text.unicodeScalars)
    for mention in found {
      #expect(mention.document == "one.txt")
      #expect(String(String.UnicodeScalarView(scalars[mention.start..<mention.end])) == mention.text)
    }
  }

  @Test("several documents one after the other, whatever the number of jobs; what cannot be read is told")
  func documents() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] { try folder.write(Self.text, to: "in/\(name).txt") }
    let found = try mentions("in", "--jobs", "3", in: folder)
    #expect(found == (try mentions("in", "--jobs", "1", in: folder)))
    let documents = found.map(\.document)
    #expect(documents == documents.sorted() && Set(documents).count == 3)
    try folder.write("", to: "in/empty.txt")
    let incomplete = try RelataProcess.run(["mentions", "in"], in: folder)
    #expect(incomplete.status == 2 && incomplete.errors.contains("empty.txt"))
    #expect(incomplete.output.split(separator: "\n").count == found.count)
    let missing = try RelataProcess.run(["mentions", "none.txt"], in: folder)
    #expect(missing.status == 66 && missing.output.isEmpty)
    #expect(missing.errorLines == ["relata: none.txt: no such file or folder"])
  }
}
