import ArgumentParser
import Relata

struct CollectionStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tells what is in a collection, and what could not be read.")

  @OptionGroup var file: CollectionFile

  @Flag(help: "List the identifiers of all documents.")
  var list = false

  func run() async throws {
    let collection = try file.open()
    try await CommandFailure.told {
      if list { return try StandardOutput.write(try collection.ids().map { $0 + "\n" }.joined()) }
      let status = try collection.status()
      var lines = [
        "\(counted(status.documents, "document")), \(status.bytes) bytes of text, from \(counted(status.files, "file"))"
      ]
      lines += try collection.inputs().map { "  added: \($0)" }
      lines += try CollectionSettings.lines(of: collection).map { "  remembered: \($0)" }
      if status.removed > 0 {
        lines.append("  taken out, and not read again while their text is the same: \(status.removed)")
      }
      if status.readers.count > 1 {
        lines.append(
          "  \(status.readers.dropFirst().reduce(0) { $0 + $1.count }) were read with another relata or ontology"
        )
      }
      lines += status.failures.map { "  not read: \($0)" }
      try StandardOutput.write(lines.map { $0.onOneLine + "\n" }.joined())
    }
  }
}

struct CollectionRemoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Takes documents out of a collection.",
    discussion: """
      Documents are named by their identifiers (“relata collection status --list”), or by the file that they were read in. \
      What is still in its file stays out until its text changes, or the file itself is added again (“relata collection add”).
      """)

  @OptionGroup var file: CollectionFile

  @Argument(help: "Identifiers of documents, or paths of files.")
  var documents: [String]

  func run() async throws {
    let collection = try file.open()
    try await CommandFailure.told {
      let (removed, missing) = try collection.remove(named: documents)
      try collection.compact()
      try StandardOutput.write("\(counted(removed, "document")) removed\n")
      if let first = missing.first {
        throw CommandFailure(.noInput, "\(file.path): no document or file “\(first)” in this collection")
      }
    }
  }
}
