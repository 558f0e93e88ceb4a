import Foundation
import RelataCollection
import RelataDocuments
import RelataExtraction
import RelataGraph
import Testing

@Suite("A collection of documents in a SQLite file")
struct DocumentCollectionTests {
  private func extractions(_ collection: DocumentCollection) throws -> [ExtractedDocument] {
    var found: [ExtractedDocument] = []
    try collection.forEachExtraction(withTexts: true) { extraction, _ in found.append(extraction) }
    return found
  }

  @Test("gives back what was put in, to the last scalar", arguments: 0..<40)
  func roundTrip(seed: Int) throws {
    let folder = try CollectionFolder()
    var random = RandomDocuments(seed: seed)
    let documents = (0..<5).map { random.document("d\($0).txt") }
    let collection = try DocumentCollection(at: folder.collection, orCreate: true)
    try collection.put(documents.map { ($0, "/articles/\($0.source.id)") }, reader: "r1")
    // Through another connection: from the file, not from a cache.
    let again = try DocumentCollection(at: folder.collection)
    let found = try extractions(again)
    #expect(found == documents.map(\.extraction))
    // `==` on strings would take one form of an accent for another.
    for (a, b) in zip(found, documents) {
      for (x, y) in zip(a.statements, b.extraction.statements) {
        #expect(Array(x.evidence.quote.unicodeScalars) == Array(y.evidence.quote.unicodeScalars))
      }
    }
    let sources = try again.outdated(reader: "r2", limit: 10)
    #expect(sources.map(\.source) == documents.map(\.source))
    #expect(try again.outdated(reader: "r1", limit: 10).isEmpty)
    #expect(try again.origin(of: "d3.txt")?.file == "/articles/d3.txt")
    #expect(try again.origin(of: "d3.txt")?.fingerprint == documents[3].source.fingerprint)
  }

  @Test("a document that changed takes the place of the older one, and what is gone from its file goes")
  func replacing() throws {
    let folder = try CollectionFolder()
    var random = RandomDocuments(seed: 1)
    let collection = try DocumentCollection(at: folder.collection, orCreate: true)
    let (a, b) = (random.document("box/1"), random.document("box/2"))
    let file = InputFile(path: "/box", id: "box", size: 10, modified: 1)
    try collection.put([(a, file.path), (b, file.path)], reader: "r")
    #expect(try !collection.isUnchanged(file))
    #expect(
      try collection.put([], finishing: [.init(file: file, ids: ["box/1", "box/2"])], reader: "r") == 0)
    #expect(try collection.isUnchanged(file))
    #expect(try !collection.isUnchanged(InputFile(path: "/box", id: "box", size: 11, modified: 1)))

    let changes = try collection.state().changes
    let newer = random.document("box/1")
    let failure = InputFailure(.badData, "box/2", "is damaged")
    let removed = try collection.put(
      [(newer, file.path)], finishing: [.init(file: file, ids: ["box/1"], failures: [failure])], reader: "r")
    #expect(removed == 1)
    #expect(try extractions(collection) == [newer.extraction])
    #expect(try collection.state().changes > changes)
    #expect(try collection.status().failures == ["box/2: is damaged"])

    #expect(try collection.removeFiles { $0 == "/box" } == 1)
    let status = try collection.status()
    #expect(status.documents == 0 && status.files == 0 && status.failures.isEmpty)
  }

  @Test("single documents are taken out; what is not there is named")
  func removing() throws {
    let folder = try CollectionFolder()
    var random = RandomDocuments(seed: 2)
    let collection = try DocumentCollection(at: folder.collection, orCreate: true)
    try collection.put([(random.document("a"), "a"), (random.document("b"), "b")], reader: "r")
    #expect(try collection.remove(ids: ["b", "c"]) == ["c"])
    #expect(try collection.ids() == ["a"])
  }

  @Test("documents named by identifiers and by files are taken out in one change")
  func removingByName() throws {
    let folder = try CollectionFolder()
    var random = RandomDocuments(seed: 3)
    let collection = try DocumentCollection(at: folder.collection, orCreate: true)
    let box = InputFile(path: "/news/box", id: "box", size: 10, modified: 1)
    let documents = [("a", "/news/a"), ("b", "/news/b"), ("box/1", box.path), ("box/2", box.path)]
    try collection.put(
      documents.map { (random.document($0), $1) }, finishing: [.init(file: box, ids: ["box/1", "box/2"])],
      reader: "r")
    let before = try collection.state()
    let (removed, missing) = try collection.remove(named: ["box", "a", "ox", "box/2"])
    #expect(removed == 3)
    #expect(missing == ["ox"])
    #expect(try collection.ids() == ["b"])
    let after = try collection.state()
    #expect(after.changes == before.changes + 1 && after.rebuilt == after.changes)
  }

  @Test(
    "inputs and how they are read are remembered at once, as an addition, and files are opened again for it")
  func remembering() throws {
    let folder = try CollectionFolder()
    var random = RandomDocuments(seed: 4)
    let collection = try DocumentCollection(at: folder.collection, orCreate: true)
    let files = ["/in/a", "/in/b", "/inn/a"].map { InputFile(path: $0, id: $0, size: 10, modified: 1) }
    for file in files {
      try collection.put(
        [(random.document(file.id), file.path)], finishing: [.init(file: file, ids: [file.id])], reader: "r")
    }
    let before = try collection.state()
    var seen: [String?] = []
    for value in ["one", "two"] {
      try collection.remember(inputs: ["/in", "/other"], changing: "how") { old, inputs in
        seen.append(old)
        #expect(inputs == ["/in", "/other"])
        return (value, old == nil ? [] : ["/in"])
      }
      #expect(
        try files.map { try collection.isUnchanged($0) }
          == (value == "one" ? [true, true, true] : [false, false, true]))
    }
    #expect(seen == [nil, "one"])
    #expect(try collection.setting("how") == "two")
    #expect(try collection.inputs() == ["/in", "/other"])
    let after = try collection.state()
    #expect(after.changes == before.changes + 2 && after.rebuilt == before.rebuilt)
    struct Refusal: Error {}
    #expect(throws: CollectionError.self) {
      try collection.remember(inputs: ["/third"], changing: "how") { _, _ in throw Refusal() }
    }
    #expect(try collection.inputs() == ["/in", "/other"])
  }

  @Test("what is no collection is refused in one line")
  func refusals() throws {
    let folder = try CollectionFolder()
    #expect(throws: CollectionError.missing(path: folder.collection)) {
      try DocumentCollection(at: folder.collection)
    }
    try Data("just a text, long enough to be taken for a page of a database".utf8).write(
      to: URL(filePath: folder.collection))
    #expect(throws: CollectionError.self) { try DocumentCollection(at: folder.collection, orCreate: true) }
    // It is left as it was.
    #expect(try Data(contentsOf: URL(filePath: folder.collection)).starts(with: Data("just".utf8)))
    #expect(throws: CollectionError.self) { try DocumentCollection(at: folder.path, orCreate: true) }
    let errors: [CollectionError] = [
      .missing(path: "p"), .notACollection(path: "p", reason: "r"), .newer(path: "p", version: 2, known: 1),
      .failed(path: "p", reason: "r"),
    ]
    for error in errors {
      #expect(error.description.hasPrefix("p: ") && !error.description.contains("\n"))
    }
  }

  @Test("a damaged file does not crash what reads it", arguments: 0..<60)
  func damage(seed: Int) throws {
    let folder = try CollectionFolder()
    var random = RandomDocuments(seed: seed)
    let document = random.document("a")
    let path = folder.collection
    do {
      let collection = try DocumentCollection(at: path, orCreate: true)
      try collection.put([(document, "a")], reader: "r")
      try collection.compact()
    }
    var bytes = Array(try Data(contentsOf: URL(filePath: path)))
    let place = Int.random(in: 100..<bytes.count, using: &random)
    bytes[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
    try Data(bytes).write(to: URL(filePath: path))
    // Reading may fail or miss the change (SQLite has no checksums), but must not crash.
    if let collection = try? DocumentCollection(at: path) {
      _ = try? extractions(collection)
      _ = try? collection.status()
    }
  }

  @Test("several connections write at the same time, and nothing is lost")
  func concurrentWriters() async throws {
    let folder = try CollectionFolder()
    let path = folder.collection
    _ = try DocumentCollection(at: path, orCreate: true)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let collection = try DocumentCollection(at: path)
          var random = RandomDocuments(seed: writer)
          for number in 0..<20 {
            try collection.put([(random.document("w\(writer)-\(number)"), "f\(writer)")], reader: "r")
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try DocumentCollection(at: path).status().documents == 80)
  }
}
