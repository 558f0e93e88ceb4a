import Foundation
import RelataStore
import Testing

@Suite("Several files take their names all together or not at all")
struct OutputSetTests {
  private let folder = OutputSetFolder()

  @Test("all take their names, and nothing else is left")
  func together() throws {
    try folder.write("old", to: "nodes.csv")
    try folder.write("mine", to: "notes.txt")
    try OutputSet.putInPlace(try ["nodes.csv", "edges.csv"].map { try folder.finished("new", $0) })
    #expect(try folder.contents == ["nodes.csv": "new", "edges.csv": "new", "notes.txt": "mine"])
  }

  @Test("a rename that fails takes back those before it")
  func takenBack() throws {
    try folder.write("old", to: "a")
    let files = try ["a", "b", "c", "d"].map { try folder.finished("new", $0) }
    // Nothing can be renamed to the name of a folder.
    try folder.make("c")
    #expect(throws: OutputFileError.self) { try OutputSet.putInPlace(files) }
    #expect(try folder.contents == ["a": "old", "c": nil])
  }

  @Test("files that links lead elsewhere come as well")
  func elsewhere() throws {
    try folder.make("other")
    let files = try ["a", "b", "other/c"].map { try folder.finished("new", $0) }
    try OutputSet.putInPlace(files)
    #expect(try folder.contents == ["a": "new", "b": "new", "other": nil])
    #expect(try folder.contents("other") == ["c": "new"])
  }

  @Test("what a process that was killed had begun is completed")
  func completed() throws {
    try folder.write("old", to: "a")
    try folder.write("new b", to: "b")
    try folder.write("new a", to: ".relata-1.tmp")
    try folder.write("old", to: ".relata-3.old")
    try folder.list(
      "pending",
      [
        [".relata-1.tmp", "a", ".relata-3.old", try folder.mark("a"), try folder.mark(".relata-1.tmp")],
        [".relata-2.tmp", "b", "-", "-", try folder.mark("b")],
      ])
    try OutputSet.settle(folder.path)
    #expect(try folder.contents == ["a": "new a", "b": "new b"])
  }

  @Test("what a process that was killed had begun to take back is taken back")
  func undone() throws {
    try folder.write("new", to: "a")
    try folder.write("new b", to: "b")
    try folder.write("old c", to: "c")
    try folder.write("old", to: ".relata-4.old")
    try folder.write("newer c", to: ".relata-3.tmp")
    try folder.list(
      "undo",
      [
        [".relata-1.tmp", "a", ".relata-4.old", try folder.mark(".relata-4.old"), try folder.mark("a")],
        [".relata-2.tmp", "b", "-", "-", try folder.mark("b")],
        [".relata-3.tmp", "c", "-", try folder.mark("c"), try folder.mark(".relata-3.tmp")],
      ])
    OutputSet.settleBeside(folder.path + "/graph.jsonld")
    #expect(try folder.contents == ["a": "old", "c": "old c"])
  }

  @Test("what another program has written since stays")
  func overwritten() throws {
    try folder.write("old", to: "a")
    try folder.write("new a", to: ".relata-1.tmp")
    try folder.list(
      "pending", [[".relata-1.tmp", "a", "-", try folder.mark("a"), try folder.mark(".relata-1.tmp")]])
    try folder.write("mine, and longer", to: "a")
    try OutputSet.settle(folder.path)
    #expect(try folder.contents == ["a": "mine, and longer"])
  }

  @Test(
    "a list that names what lies elsewhere or is none of ours is not followed",
    arguments: [
      [".relata-1.tmp", "../a"], [".relata-1.tmp", ".."], [".relata-1.tmp", ""], ["../b", "a"],
      ["notes.txt", "a"], [".relata-x.tmp", "a"],
    ])
  func foreign(names: [String]) throws {
    try folder.write("mine", to: "notes.txt")
    try folder.write("new", to: ".relata-1.tmp")
    try folder.list("pending", [names + ["-", "-", "1:1"]])
    let before = try folder.contents
    try OutputSet.settle(folder.path)
    #expect(try folder.contents == before)
  }

  @Test("what was left behind goes after an hour, what others have stays")
  func leftovers() throws {
    for name in [".relata-1.tmp", ".relata-2.tmp", ".relata-3.old", ".relata-x.tmp", "relata-4.tmp"] {
      try folder.write("x", to: name)
    }
    try folder.age(".relata-1.tmp", 3700)
    for name in [".relata-x.tmp", "relata-4.tmp"] { try folder.age(name, 100_000) }
    try OutputSet.settle(folder.path)
    #expect(try folder.contents.keys.sorted() == [".relata-2.tmp", ".relata-x.tmp", "relata-4.tmp"])
  }

  @Test("two that put files in place in one folder do so one after the other")
  func concurrent() async throws {
    let names = (0..<8).map { "file \($0)" }
    for _ in 0..<20 {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for content in ["one", "other"] {
          group.addTask { [folder] in
            try OutputSet.putInPlace(try names.map { try folder.finished(content, $0) })
          }
        }
        try await group.waitForAll()
      }
      let contents = try folder.contents
      #expect(contents.count == names.count)
      #expect(Set(contents.values).count == 1)
    }
  }
}
