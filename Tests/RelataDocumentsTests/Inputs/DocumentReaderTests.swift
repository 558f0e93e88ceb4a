import Foundation
import RelataDocuments
import Testing

@Suite("Files, folders and lists → documents")
final class DocumentReaderTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "relata-reading-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  @discardableResult
  private func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = folder + "/" + name
    let parent = path.split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(atPath: "/" + parent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  @discardableResult
  private func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  /// Everything that comes of inputs, in order.
  private func read(
    _ inputs: [String], unless isUnchanged: (InputFile) -> Bool = { _ in false }
  ) throws -> (documents: [SourceDocument], failures: [InputFailure]) {
    var documents: [SourceDocument] = []
    var failures: [InputFailure] = []
    try DocumentReader().read(inputs, unless: isUnchanged) { item in
      switch item {
      case .pending(let pending):
        for outcome in pending.read() {
          switch outcome {
          case .document(let document): documents.append(document)
          case .failure(let failure): failures.append(failure)
          }
        }
      case .failure(let failure): failures.append(failure)
      case .plan, .startOfFile, .endOfFile: break
      }
    }
    return (documents, failures)
  }

  @Test func folderIsReadInByteOrderOfRelativePaths() throws {
    for name in [
      "b.txt", "a/z.md", "B.text", "é.txt", "a.txt", "a/b/c.markdown", ".hidden.txt", ".git/x.txt",
    ] {
      try write(name, "Text of \(name).")
    }
    let documents = try DocumentReader().documents(at: folder)
    #expect(documents.map(\.id) == ["B.text", "a.txt", "a/b/c.markdown", "a/z.md", "b.txt", "é.txt"])
    #expect(documents.map(\.format) == [.plain, .plain, .markdown, .markdown, .plain, .plain])
    #expect(documents.map(\.text).contains("Text of a/z.md."))
  }

  @Test func linkedFoldersAreNotFollowed() throws {
    try write("a.txt", "A.")
    try FileManager.default.createSymbolicLink(atPath: folder + "/loop", withDestinationPath: folder)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/b.txt", withDestinationPath: folder + "/a.txt")
    #expect(try DocumentReader().documents(at: folder).map(\.id) == ["a.txt", "b.txt"])
  }

  @Test func fileNamedTwiceIsReadOnceAndEqualNamesAreToldApart() throws {
    let one = try write("one/x.txt", "One.")
    let two = try write("two/x.txt", "Two.")
    #expect(try DocumentReader().documents(at: [one, one]).map(\.id) == ["x.txt"])
    #expect(try DocumentReader().documents(at: [one, two]).map(\.id) == [one, two])
  }

  @Test func frontMatterBecomesMetadata() throws {
    let path = try write(
      "x.md", "---\nTitle: \"A: B\"\ndate: 2025-01-02\ntags:\n  - a\n# note: x\n---\nText.")
    let document = try #require(try DocumentReader().documents(at: path).first)
    #expect(document.metadata == ["title": "A: B", "date": "2025-01-02"])
    #expect(document.text.hasPrefix("---"))
    // Only Markdown has front matter.
    #expect(
      try DocumentReader().document(bytes: Array("---\na: b\n---\nc".utf8), id: "x.txt").metadata.isEmpty)
  }

  @Test("what cannot be read is named, and all else is read")
  func oneBadFileDoesNotEndTheRest() throws {
    try write("a.txt", "One.")
    try write("b.txt", "")
    try write("c.txt", " \n\t\u{FEFF}\u{200B}")
    try write("d.txt", [0x7F, 0x45, 0x00, 0x46])
    try write("e.txt", "Two.")
    let (documents, failures) = try read([folder])
    #expect(documents.map(\.id) == ["a.txt", "e.txt"])
    #expect(failures.map(\.input) == ["b.txt", "c.txt", "d.txt"])
    #expect(
      failures.allSatisfy { $0.description.hasPrefix($0.input + ": ") && !$0.description.contains("\n") })
    #expect(throws: failures[0]) { try DocumentReader().documents(at: folder) }
  }

  @Test func whatWasNamedAndIsNotThereEndsBeforeAnythingIsRead() throws {
    let good = try write("a.txt", "One.")
    let missing = folder + "/none.txt"
    #expect(throws: InputFailure.self) { _ = try read([good, missing]) }
    #expect(throws: InputFailure.self) { try DocumentReader().check([good, missing]) }
    try DocumentReader().check([good, "-"])
    let empty = folder + "/empty"
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    do {
      _ = try read([empty])
      Issue.record("an empty folder was read")
    } catch let failure as InputFailure {
      #expect(failure.kind == .missing)
      #expect(failure.description.contains("no documents"))
    }
  }

  @Test func limitOfSizeIsKept() throws {
    var options = ReadingOptions()
    options.limits.documentBytes = 100
    let large = try write("large.txt", String(repeating: "a", count: 101))
    let fits = try write("fits.txt", String(repeating: "a", count: 100))
    #expect(try DocumentReader(options: options).documents(at: fits).count == 1)
    do {
      _ = try DocumentReader(options: options).documents(at: large)
      Issue.record("a file above the limit was read")
    } catch {
      #expect(error.kind == .badData)
      #expect(error.description.contains("100 bytes"))
    }
  }

  @Test("@FILE names a file on each line")
  func lists() throws {
    let one = try write("one.txt", "One.")
    let two = try write("two.txt", "Two.")
    let list = try write("list", "# what to read\n\(two)\n\n\(one)\n")
    #expect(try read(["@" + list]).documents.map(\.id) == ["two.txt", "one.txt"])
    // A file of that very name is meant before a list.
    let odd = try write("@odd.txt", "Odd.")
    #expect(try read([odd]).documents.map(\.text) == ["Odd."])
    #expect(throws: InputFailure.self) { _ = try read(["@" + folder + "/none"]) }
  }

  @Test("a file that is known to be unchanged is not opened")
  func unchangedFiles() throws {
    try write("a.txt", "One.")
    try write("b.txt", "Two.")
    var stamps: [String: Int] = [:]
    let (documents, _) = try read([folder]) { file in
      stamps[file.id] = file.size
      return file.id == "a.txt"
    }
    #expect(documents.map(\.id) == ["b.txt"])
    #expect(stamps == ["a.txt": 4, "b.txt": 4])
  }
}
