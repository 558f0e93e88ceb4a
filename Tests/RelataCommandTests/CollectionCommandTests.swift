import Foundation
import Testing

@Suite("relata collection")
struct CollectionCommandTests {
  private static let texts = [
    "one.txt": "Germany attacked Poland in 1939. Poland is a country.\n",
    "two.md": "# Visits\n\nFrance's president visited Berlin in May 2020.\n",
    "deep/three.txt": "Russia did not attack Finland, Norway said.\n",
  ]

  private func articles() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in Self.texts { try folder.write(text, to: "articles/\(name)") }
    return folder
  }

  /// The files of a graph but for the graph file, which also says when its source was written.
  private func graph(_ output: String, in folder: TemporaryFolder) throws -> [String: Data] {
    try folder.contents.reduce(into: [:]) { files, file in
      guard file.key.hasPrefix(output + "/"), !file.key.hasSuffix(".relata") else { return }
      files[String(file.key.dropFirst(output.count + 1))] = file.value
    }
  }

  private func run(_ arguments: String, in folder: TemporaryFolder, expecting status: Int32 = 0) throws
    -> RelataProcess.Outcome
  {
    let outcome = try RelataProcess.run(arguments.split(separator: " ").map(String.init), in: folder)
    #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
    return outcome
  }

  @Test("gives the same graph as building at once, however it came about")
  func sameAsBuilding() throws {
    let folder = try articles()
    _ = try run("build articles --output built", in: folder)
    _ = try run("collection add news.relata-db articles/two.md articles/one.txt", in: folder)
    let second = try run("collection add news.relata-db articles", in: folder)
    #expect(second.output.contains("1 document read"))
    _ = try run("collection graph news.relata-db --output collected", in: folder)
    let built = try graph("built", in: folder)
    #expect(!built.isEmpty)
    // The identifier of a file named by itself is its name, of one in a folder its path there.
    #expect(try graph("collected", in: folder) == built)
  }

  @Test("reads nothing twice, takes what is new or changed, and lets go of what is gone")
  func update() throws {
    let folder = try articles()
    let first = try run("collection add news.relata-db articles", in: folder)
    #expect(first.output.contains("3 documents read") && first.output.contains("news.relata-db: 3 documents"))
    let idle = try run("collection update news.relata-db", in: folder)
    #expect(idle.output.contains("0 documents read, 3 files unchanged"))
    try folder.write("Germany attacked Poland in 1939. Poland surrendered.\n", to: "articles/one.txt")
    try folder.write("Sweden sued Denmark.\n", to: "articles/four.txt")
    try FileManager.default.removeItem(atPath: folder.path + "/articles/two.md")
    let update = try run("collection update news.relata-db", in: folder)
    #expect(update.output.contains("2 documents read, 1 file unchanged, 1 removed"))
    _ = try run("collection graph news.relata-db --output collected", in: folder)
    _ = try run("build articles --output built", in: folder)
    #expect(try graph("collected", in: folder) == graph("built", in: folder))

    _ = try run("collection remove news.relata-db four.txt", in: folder)
    let status = try run("collection status news.relata-db --list", in: folder)
    #expect(status.output == "deep/three.txt\none.txt\n")

    try FileManager.default.moveItem(atPath: folder.path + "/articles", toPath: folder.path + "/elsewhere")
    let gone = try run("collection update news.relata-db", in: folder, expecting: 66)
    #expect(gone.errors.contains("is kept"))
    #expect(try run("collection status news.relata-db", in: folder).output.hasPrefix("2 documents, "))
  }

  @Test(
    "what was taken out stays out until its text changes or its file is named",
    arguments: ["one.txt", "articles/one.txt"])
  func removing(name: String) throws {
    let folder = try articles()
    func list() throws -> String { try run("collection status news.relata-db --list", in: folder).output }
    _ = try run("collection add news.relata-db articles", in: folder)
    let removal = try run("collection remove news.relata-db \(name)", in: folder)
    #expect(removal.output == "1 document removed\n")
    let left = "deep/three.txt\ntwo.md\n"
    for command in ["update news.relata-db", "add news.relata-db articles"] {
      _ = try run("collection \(command)", in: folder)
      #expect(try list() == left)
    }
    // The file is known, though no document of it is left.
    let again = try run("collection remove news.relata-db articles/one.txt", in: folder)
    #expect(again.output == "0 documents removed\n")
    _ = try run("collection update news.relata-db", in: folder)
    #expect(try list() == left)
    #expect(try run("collection status news.relata-db", in: folder).output.contains("taken out, and not"))

    _ = try run("collection add news.relata-db articles/one.txt", in: folder)
    #expect(try list() == left.replacing("two.md", with: "one.txt\ntwo.md"))
    _ = try run("collection remove news.relata-db \(name)", in: folder)
    try folder.write("Sweden sued Denmark.\n", to: "articles/one.txt")
    _ = try run("collection update news.relata-db", in: folder)
    #expect(try list() == left.replacing("two.md", with: "one.txt\ntwo.md"))
  }

  @Test("how sure a statement must be is remembered; graph --trace says by what each was found")
  func leastConfidence() throws {
    let folder = try articles()
    _ = try run("collection add all.relata-db articles", in: folder)
    _ = try run("collection add sure.relata-db articles/two.md --min-confidence 1", in: folder)
    _ = try run("collection add sure.relata-db articles", in: folder)
    #expect(try run("collection status sure.relata-db", in: folder).output.contains("least confidence 1.0"))
    #expect(try !run("collection status all.relata-db", in: folder).output.contains("least confidence"))
    func graph(_ arguments: String) throws -> String {
      try run("collection graph \(arguments) --output out --format jsonld", in: folder).output
    }
    let found = "by verb attack: “Germany attacked Poland in 1939.” (one.txt)"
    #expect(try graph("all.relata-db --trace").contains(found))
    let untraced = try graph("all.relata-db")
    #expect(!untraced.contains(found) && !untraced.contains("\n0 statements"))
    let sure = try graph("sure.relata-db --trace")
    #expect(!sure.contains(found) && sure.contains("\n0 statements"))
  }

  @Test("--quiet prints nothing, --strict stops at the first that cannot be read")
  func quietAndStrict() throws {
    let folder = try articles()
    try folder.write("", to: "articles/a-first.txt")
    let strict = try run("collection add s.relata-db articles --strict", in: folder, expecting: 65)
    #expect(strict.errorLines.count == 1 && strict.errors.hasPrefix("relata: a-first.txt: "))
    #expect(try run("collection status s.relata-db --list", in: folder).output.isEmpty)
    try FileManager.default.removeItem(at: folder.url.appending(path: "articles/a-first.txt"))
    for command in ["add q.relata-db articles", "update q.relata-db"] {
      let quiet = try run("collection \(command) --quiet", in: folder)
      #expect(quiet.output.isEmpty && quiet.errors.isEmpty)
    }
    #expect(try run("collection status q.relata-db", in: folder).output.hasPrefix("3 documents"))
  }

  @Test("a line that was taken out of a file stays out when others are added to it")
  func removingOneOfMany() throws {
    let folder = try TemporaryFolder()
    func line(_ id: String, _ text: String) -> String { #"{"id": "\#(id)", "text": "\#(text)"}"# + "\n" }
    let first = line("a", "Sweden sued Denmark.") + line("b", "Norway sued Denmark.")
    try folder.write(first, to: "news.jsonl")
    _ = try run("collection add news.relata-db news.jsonl", in: folder)
    let ids = try run("collection status news.relata-db --list", in: folder).output.split(separator: "\n")
    #expect(ids.count == 2)
    _ = try run("collection remove news.relata-db \(ids[0])", in: folder)
    try folder.write(first + line("c", "Finland sued Denmark."), to: "news.jsonl")
    _ = try run("collection update news.relata-db", in: folder)
    let later = try run("collection status news.relata-db --list", in: folder).output.split(separator: "\n")
    #expect(later.count == 2 && !later.contains(ids[0]))
  }

  @Test("questions are put to the collection, and to a graph file alone")
  func asking() throws {
    let folder = try articles()
    _ = try run("collection add news.relata-db articles", in: folder)
    let first = try run("show Poland --graph news.relata-db", in: folder)
    #expect(first.output.contains("Germany"))
    // From the graph that was kept.
    #expect(try run("show Poland --graph news.relata-db", in: folder).output == first.output)
    try folder.write("Poland sued Lithuania.\n", to: "articles/four.txt")
    _ = try run("collection update news.relata-db", in: folder)
    #expect(try run("show Poland --graph news.relata-db", in: folder).output.contains("Lithuania"))

    _ = try run("build articles --output built", in: folder)
    let beside = try run("show Poland --graph built", in: folder)
    try FileManager.default.removeItem(atPath: folder.path + "/built/graph.jsonld")
    #expect(try run("show Poland --graph built", in: folder).output == beside.output)
    #expect(try run("show Poland --graph built/graph.relata", in: folder).output == beside.output)
  }

  @Test("killed at any moment, it has what was finished, and goes on", arguments: [50, 150, 400, 900])
  func killed(milliseconds: Int) throws {
    let folder = try TemporaryFolder()
    for number in 0..<300 {
      try folder.write(
        "Germany attacked Poland in \(1000 + number). Minister Omar Khan\(number) visited Paris.\n",
        to: "articles/\(number).txt")
    }
    let process = Process()
    process.executableURL = try RelataProcess.executable
    process.arguments = ["collection", "add", "news.relata-db", "articles"]
    process.currentDirectoryURL = folder.url
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()

    // It may have been killed before it made the file.
    let isThere = FileManager.default.fileExists(atPath: folder.path + "/news.relata-db")
    let kept = isThere ? try run("collection status news.relata-db --list", in: folder).output : ""
    let left = 300 - kept.split(separator: "\n").count

    let go = try run("collection add news.relata-db articles", in: folder)
    let read = left == 1 ? "1 document read" : "\(left) documents read"
    #expect(go.output.hasPrefix(read), "\(left) were left: \(go.output)")
    #expect(go.output.contains("news.relata-db: 300 documents"))
    _ = try run("collection graph news.relata-db --output collected --format csv", in: folder)
    _ = try run("build articles --output built --format csv", in: folder)
    #expect(try graph("collected", in: folder) == graph("built", in: folder))
  }

  @Test("Ctrl-C stops cleanly and says how to go on")
  func interrupted() throws {
    let folder = try TemporaryFolder()
    for number in 0..<2_000 {
      try folder.write(
        "Germany attacked Poland in \(1000 + number). France helped.\n", to: "articles/\(number).txt")
    }
    let process = Process()
    process.executableURL = try RelataProcess.executable
    process.arguments = ["collection", "add", "news.relata-db", "articles"]
    process.currentDirectoryURL = folder.url
    let errors = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    // Once something has been kept.
    for _ in 0..<600 {
      let status = try RelataProcess.run(["collection", "status", "news.relata-db"], in: folder)
      if status.status == 0, !status.output.hasPrefix("0 documents") { break }
      Thread.sleep(forTimeInterval: 0.05)
    }
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(process.terminationReason == .exit && process.terminationStatus == 130, "\(text)")
    #expect(text.contains("the same command goes on"))
    let status = try RelataProcess.run(["collection", "status", "news.relata-db"], in: folder)
    #expect(status.status == 0 && !status.output.hasPrefix("0 documents"))
  }

  @Test("which names are one thing's is remembered for every graph, until it is taken back")
  func identities() throws {
    let folder = try TemporaryFolder()
    try folder.write("Boris Akunin visited Spain in 2012.\n", to: "articles/pseudonym.txt")
    try folder.write(
      "Grigory Chkhartishvili met Lyudmila Ulitskaya in 2015.\n", to: "articles/passport.txt")
    try folder.write("same:\n  - [Boris Akunin, Grigory Chkhartishvili]\n", to: "same-as.yaml")
    _ = try run("build articles --output before --format csv", in: folder)
    _ = try run("build articles --output after --format csv --identities same-as.yaml", in: folder)
    _ = try run("collection add news.relata-db articles", in: folder)
    func shown() throws -> String {
      try run("show Chkhartishvili --graph news.relata-db", in: folder).output
    }
    func status() throws -> String { try run("collection status news.relata-db", in: folder).output }
    #expect(try shown().contains("Ulitskaya") && !shown().contains("Spain"))

    let set = try run("collection identities news.relata-db same-as.yaml", in: folder)
    #expect(set.output == "news.relata-db: 1 rule of identity, in every graph from now on\n")
    #expect(try status().contains("  remembered: 1 rule of identity\n"))
    #expect(try shown().contains("Ulitskaya") && shown().contains("Spain"))
    _ = try run("collection graph news.relata-db --output collected --format csv", in: folder)
    // Why two names are one is said with the file.
    let collected = try graph("collected", in: folder).mapValues {
      String(decoding: $0, as: UTF8.self).replacing("news.relata-db: identities", with: "same-as.yaml")
    }
    #expect(collected.keys.sorted() == ["edges.csv", "nodes.csv"])
    #expect(
      try graph("after", in: folder).mapValues { String(decoding: $0, as: UTF8.self) } == collected)
    #expect(try graph("after", in: folder) != graph("before", in: folder))
    // New documents obey it, too.
    try folder.write("Grigory Chkhartishvili met Boris Nemtsov in 2014.\n", to: "more/more.txt")
    _ = try run("collection add news.relata-db more", in: folder)
    #expect(try shown().contains("Nemtsov") && shown().contains("Spain"))
    _ = try run("collection remove news.relata-db more/more.txt", in: folder)

    // What is wrong with a file changes nothing.
    try folder.write("same: [[Boris Akunin]]\n", to: "wrong.yaml")
    let wrong = try run("collection identities news.relata-db wrong.yaml", in: folder, expecting: 65)
    #expect(wrong.errors.hasPrefix("relata: wrong.yaml:1:8: a rule needs at least two names"))
    #expect(try status().contains("  remembered: 1 rule of identity\n"))

    let unset = try run("collection identities news.relata-db", in: folder)
    #expect(unset.output == "news.relata-db: no identities, in every graph from now on\n")
    #expect(try !status().contains("remembered"))
    #expect(try shown().contains("Ulitskaya") && !shown().contains("Spain"))
    _ = try run("collection graph news.relata-db --output plain --format csv", in: folder)
    #expect(try graph("plain", in: folder) == graph("before", in: folder))
  }

  @Test("another ontology reads again what is there, and says so")
  func ontology() throws {
    let folder = try articles()
    _ = try run("collection add news.relata-db articles", in: folder)
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let yaml = try String(
      contentsOf: root.appending(path: "Sources/CRelataOntology/Data/ontology.yaml"), encoding: .utf8)
    try folder.write(yaml + "\n", to: "mine.yaml")
    let again = try run("collection update news.relata-db --ontology mine.yaml", in: folder)
    #expect(again.output.contains("3 read again for another ontology"))
    // It is remembered.
    #expect(try !run("collection update news.relata-db", in: folder).output.contains("read again"))
  }
}
