import Foundation
import Relata
import RelataDocuments
import RelataGraph
import Testing

@Suite("One article gives the same facts in every format")
struct FormatTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "RelataDocumentsTests/Fixtures")

  private func article() throws -> [String] {
    try String(contentsOf: Self.fixtures.appending(path: "Office/article.txt"), encoding: .utf8)
      .trimmingCharacters(in: .newlines).components(separatedBy: "\n\n")
  }

  private static let headline = "A visit to Moscow"

  /// The article as each format has it, in files made by programs or here.
  private func files(in folder: TemporaryFolder) throws -> [String] {
    let paragraphs = try article()
    let text = ([Self.headline] + paragraphs).joined(separator: "\n\n") + "\n"
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
    let page = """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>\(Self.headline) | Daily Post</title></head><body>
      <nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
      <article><h1>\(Self.headline)</h1>\(paragraphs.map { "<p>\(escaped($0))</p>" }.joined())</article>
      <aside><h2>Most read</h2><ul><li><a href="/1">Germany attacked Poland</a></li><li><a href="/2">France sued Italy</a></li></ul></aside>
      <footer>Copyright Daily Post. <a href="/privacy">Privacy</a></footer></body></html>
      """
    let mail = """
      From: Desk <desk@post.example>\r
      To: All <all@post.example>\r
      Subject: \(Self.headline)\r
      MIME-Version: 1.0\r
      Content-Type: text/plain; charset=utf-8\r
      Content-Transfer-Encoding: base64\r
      \r
      \(Data(paragraphs.joined(separator: "\n\n").utf8).base64EncodedString(options: .lineLength76Characters))\r

      """
    let record = String(decoding: try JSONEncoder().encode(["text": text, "id": "7"]), as: UTF8.self)
    try folder.write(text, to: "in/plain.txt")
    try folder.write(try #require(text.data(using: .utf16LittleEndian)), to: "in/utf16.txt")
    try folder.write("# " + text, to: "in/marked.md")
    try folder.write(page, to: "in/page.html")
    try folder.write(mail, to: "in/message.eml")
    try folder.write(
      "From desk@post.example Mon Sep 15 10:00:00 2025\n" + mail.replacing("\r\n", with: "\n"), to: "in/box")
    try folder.write(record + "\n", to: "in/records.jsonl")
    try folder.write("id,text\n7,\"\(text.replacing("\"", with: "\"\""))\"\n", to: "in/table.csv")
    let archive = Process()
    archive.executableURL = URL(filePath: "/usr/bin/env")
    archive.arguments = ["tar", "-czf", "in/packed.tar.gz", "-C", "in", "plain.txt"]
    archive.currentDirectoryURL = folder.url
    try archive.run()
    archive.waitUntilExit()
    return try FileManager.default.contentsOfDirectory(atPath: folder.path + "/in").sorted().map {
      folder.path + "/in/" + $0
    }
  }

  /// - Parameter withTimes: a PDF says when it was made, which dates its "on Thursday"; a text does not.
  private func facts(
    _ path: String, _ builder: GraphBuilder, withTimes: Bool = true
  ) async throws -> Set<String> {
    let options = BuildOptions(keepsCopies: true)
    let result = try await builder.build(DocumentFeed(inputs: [path]), options: options, jobs: 2)
    #expect(result.report.failures.isEmpty && result.report.foreign.isEmpty, "\(path)")
    let names = Dictionary(uniqueKeysWithValues: result.graph.entities.map { ($0.id, $0.name) })
    return Set(
      result.graph.statements.map { statement in
        """
        \(names[statement.subject] ?? "") –\(statement.relation)→ \(names[statement.object] ?? "") \(statement.polarity) \
        \(statement.modality) \(withTimes ? statement.time?.description ?? "" : "")
        """
      })
  }

  @Test("text in two encodings, Markdown, a web page, mail, a mailbox, records, a table, an archive")
  func made() async throws {
    let folder = try TemporaryFolder()
    let builder = try GraphBuilder()
    let files = try files(in: folder)
    let expected = try await facts(folder.path + "/in/plain.txt", builder)
    #expect(expected.count > 20)
    for file in files { #expect(try await facts(file, builder) == expected, "\(file)") }
  }

  @Test("what office programs and a PDF printer made")
  func fixtures() async throws {
    let builder = try GraphBuilder()
    for (folder, plain, others) in [
      (
        "Office", "article.txt",
        [
          "article-libreoffice.docx", "article-libreoffice.odt", "article-libreoffice.rtf",
          "article-libreoffice.epub",
        ]
      ), ("PDF", "article.txt", ["writer-one-column.pdf", "chromium.pdf"]),
    ] {
      let withTimes = folder != "PDF"
      let expected = try await facts(
        Self.fixtures.appending(path: "\(folder)/\(plain)").path, builder, withTimes: withTimes)
      #expect(expected.count > 20)
      for other in others {
        let found = try await facts(
          Self.fixtures.appending(path: "\(folder)/\(other)").path, builder, withTimes: withTimes)
        #expect(found == expected, "\(other)")
      }
    }
  }

  @Test("a folder that holds one of each is read whole, and copies count once")
  func together() throws {
    let folder = try TemporaryFolder()
    _ = try files(in: folder)
    try folder.write(
      Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]), to: "in/picture.png")
    let outcome = try RelataProcess.run(
      ["build", "in", "--output", "out", "--format", "jsonld"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("1 document, "))
    #expect(outcome.output.contains("left out: 8 copies of others, 1 is no document"))
    let all = try RelataProcess.run(
      ["build", "in", "--output", "all", "--format", "jsonld", "--keep-duplicates"], in: folder)
    #expect(all.output.hasPrefix("9 documents, "))
    let graph = try JSONLDReader.read(Array(Data(contentsOf: folder.url.appending(path: "out/graph.jsonld"))))
    #expect(graph.documents.first?.copies.count == 8)
    #expect(graph.documents.first?.text?.contains("arrived in Russia") == true)
  }

  @Test("French is not read as English")
  func foreign() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      Le président de la République a reçu mardi le chancelier allemand à Paris pour évoquer la situation en Ukraine. Les deux dirigeants
      ont annoncé une aide supplémentaire de plusieurs milliards d'euros et promis de se revoir avant la fin du mois à Berlin.
      """, to: "in/french.txt")
    let alone = try RelataProcess.run(["build", "in", "--output", "out"], in: folder)
    #expect(alone.status == 65)
    #expect(alone.errors.contains("French"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
    try folder.write("Germany attacked Poland in 1939.\n", to: "in/english.txt")
    let both = try RelataProcess.run(["build", "in", "--output", "out", "--format", "csv"], in: folder)
    #expect(both.status == 0)
    #expect(both.output.hasPrefix("1 document, ") && both.output.contains("left out: 1 not in English"))
  }

  @Test("evidence of a PDF has its page, of a page with an address a link to the sentence")
  func provenance() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"text": "Germany attacked Poland in 1939.", "url": "https://post.example/war"}

      """, to: "in/one.jsonl")
    try FileManager.default.copyItem(
      at: Self.fixtures.appending(path: "PDF/writer-one-column.pdf"),
      to: folder.url.appending(path: "in/two.pdf"))
    let outcome = try RelataProcess.run(["build", "in", "-o", "out", "--format", "jsonld"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = try String(contentsOf: folder.url.appending(path: "out/graph.jsonld"), encoding: .utf8)
    #expect(text.contains("\"page\":1"))
    #expect(text.contains("https://post.example/war#:~:text=Germany%20attacked"))
    let lean = try RelataProcess.run(
      ["build", "in", "-o", "lean", "--format", "jsonld", "--without-texts"], in: folder)
    #expect(lean.status == 0)
    let graph = try JSONLDReader.read(
      Array(Data(contentsOf: folder.url.appending(path: "lean/graph.jsonld"))))
    #expect(graph.documents.allSatisfy { $0.text == nil && $0.digest?.count == 64 })
  }
}
