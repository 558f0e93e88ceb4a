import ArgumentParser
import Relata

/// What to read, and how: the arguments that all commands that read documents share.
struct InputDocuments: ParsableArguments {
  @Argument(help: "Files and folders to read; “-” is standard input, “@FILE” a list of paths.")
  var inputs: [String]

  @Option(
    name: .customLong("text-field"),
    help: ArgumentHelp("JSON lines and tables: the field that holds the text.", valueName: "name"))
  var textField: String?

  @Option(name: .customLong("title-field"), help: ArgumentHelp("… the title.", valueName: "name"))
  var titleField: String?

  @Option(
    name: .customLong("date-field"), help: ArgumentHelp("… the date of publication.", valueName: "name"))
  var dateField: String?

  @Option(name: .customLong("id-field"), help: ArgumentHelp("… the identifier.", valueName: "name"))
  var idField: String?

  @Option(name: .customLong("url-field"), help: ArgumentHelp("… the address.", valueName: "name"))
  var urlField: String?

  @Flag(help: "Stop at the first document that cannot be read, instead of reading the rest.")
  var strict = false

  var options: ReadingOptions {
    var fields = FieldNames()
    if let textField { fields.text = [textField] }
    if let titleField { fields.title = [titleField] }
    if let dateField { fields.date = [dateField] }
    if let idField { fields.id = [idField] }
    if let urlField { fields.url = [urlField] }
    return ReadingOptions(fields: fields, isStrict: strict)
  }

  /// Fails where an input is not there, before anything is made for it.
  func check() throws(CommandFailure) {
    do {
      try DocumentReader(options: options).check(inputs)
    } catch {
      throw CommandFailure(error)
    }
  }

  var feed: DocumentFeed { DocumentFeed(inputs: inputs, options: options) }

  /// The documents one slice at a time, so that results appear soon and memory stays small. What cannot be
  /// read is told on standard error.
  ///
  /// - Throws: what `body` throws; a failure with the status of the inputs where nothing could be read, or
  ///   ``ExitStatus/incomplete`` after all that could be read has been.
  func forEachSlice(jobs: Int, _ body: ([SourceDocument]) async throws -> Void) async throws {
    let report: ReadingReport
    do {
      report = try await feed.documents(jobs: jobs, body)
    } catch let failure as InputFailure {
      throw CommandFailure(failure)
    }
    let text = ReadingText(report)
    for line in text.lines() { StandardError.write(line) }
    if let failure = text.failure { throw failure }
  }
}

extension CommandFailure {
  init(_ failure: InputFailure) {
    let status: ExitStatus =
      switch failure.kind {
      case .missing, .unreadable: .noInput
      case .badData, .notADocument: .badData
      case .unavailable: .unavailable
      }
    self.init(status, "\(failure)")
  }
}
