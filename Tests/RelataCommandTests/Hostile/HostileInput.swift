import Foundation
import Testing

/// Something that cannot be read, or not as it stands, and lies beside a good article in a folder.
struct HostileInput: CustomTestStringConvertible, Sendable {
  enum Outcome: Sendable {
    /// A warning names it, and the reading is incomplete.
    case failed
    /// A note names it: it is no document.
    case passedOver
    /// It is read; a note says what was done nevertheless.
    case readWithNote
    /// It is read, and there is nothing to say.
    case read
  }

  /// What is wrong with it.
  let title: String
  /// Its path in the folder of articles.
  let file: String
  /// Its name on standard error, where that is another one.
  var name: String?
  let outcome: Outcome
  /// What its line must say.
  let says: [String]
  /// Statements in it that are read, as rows of `edges.csv` begin.
  var statements: [String] = []
  /// How many documents are read, with the good article.
  var documents = 1
  /// Puts it into the folder of articles.
  let put: @Sendable (TemporaryFolder, _ path: String) throws -> Void

  var testDescription: String { title }

  static let folder = "articles"
  static let article = "Russia operates the Khmeimim Air Base in Syria.\n"
  static let statement = "country/russia,militarybase/khmeimim-air-base,operates,"
  static let attack = "country/italy,country/greece,attacked,"

  /// The folder, with the good article and with this.
  func inputs() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.article, to: "\(Self.folder)/good.txt")
    try put(folder, "\(Self.folder)/\(file)")
    return folder
  }

  /// Requires what a command wrote on standard error and how it ended.
  func check(_ outcome: RelataProcess.Outcome) {
    #expect(!outcome.isSignal)
    #expect(outcome.status == (self.outcome == .failed ? 2 : 0), "\(outcome.errors)")
    var lines = outcome.messages
    if self.outcome == .failed {
      #expect(lines.popLast() == "relata: 1 document could not be read; all else is done")
    }
    if self.outcome == .read { return #expect(lines == []) }
    let kind = self.outcome == .failed ? "warning" : "note"
    #expect(lines.count == 1, "\(outcome.errors)")
    #expect(lines.first?.hasPrefix("relata: \(kind): \(name ?? file)") == true, "\(outcome.errors)")
    for text in says { #expect(lines.first?.contains(text) == true, "\(outcome.errors)") }
    #expect(!outcome.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }
}
