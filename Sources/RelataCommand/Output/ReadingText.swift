import Relata

/// What became of the inputs, in lines for standard error.
struct ReadingText {
  let report: ReadingReport

  init(_ report: ReadingReport) { self.report = report }

  /// How many lines of one kind are printed: a folder may hold ten thousand pictures.
  private static let most = 20

  /// One line for each input that was not read or not read as it stands. A single failure of all that was
  /// named is left to ``failure``.
  ///
  /// - Parameter isQuiet: whether only what is missing is told.
  func lines(isQuiet: Bool = false) -> [String] {
    var lines: [String] = []
    func add(_ kind: String, _ texts: [String]) {
      lines += texts.prefix(Self.most).map { "relata: \(kind): \($0)".onOneLine }
      if texts.count > Self.most {
        lines.append("relata: \(kind): … and \(texts.count - Self.most) more like these")
      }
    }
    if !isAllLost { add("warning", report.failures.map { "\($0)" }) }
    add(
      "warning",
      report.foreign.map {
        "\($0.id): in \($0.language), and only English is read (--any-language reads it nevertheless)"
      })
    if isQuiet { return lines }
    add("note", report.passedOver.map { "\($0)" })
    add("note", report.notes)
    return lines
  }

  /// Whether nothing was read for a single reason, which is then the command's failure.
  private var isAllLost: Bool { report.documents == 0 && report.unchanged == 0 && report.failures.count == 1 }

  /// What the command ends with; nil where all went well.
  var failure: CommandFailure? {
    if report.documents == 0, report.unchanged == 0 {
      if let only = report.failures.first, report.failures.count == 1 { return CommandFailure(only) }
      if !report.failures.isEmpty {
        if report.failures.allSatisfy({ $0.kind == .missing }) {
          return CommandFailure(.noInput, "none of \(report.failures.count) inputs is there")
        }
        return CommandFailure(.badData, "none of \(report.failures.count) documents could be read")
      }
      if !report.foreign.isEmpty {
        return CommandFailure(.badData, "no document in English, so there is nothing to read")
      }
      return CommandFailure(.noInput, "no documents among the inputs")
    }
    guard !report.failures.isEmpty else { return nil }
    return CommandFailure(
      .incomplete, "\(counted(report.failures.count, "document")) could not be read; all else is done")
  }

  /// One line of the summary; nil where every document was read.
  var summary: String? {
    var parts: [String] = []
    func add(_ count: Int, _ what: String) { if count > 0 { parts.append("\(count) \(what)") } }
    add(report.failures.count, "could not be read")
    add(report.foreign.count, "not in English")
    add(report.copies, report.copies == 1 ? "copy of another" : "copies of others")
    add(report.passedOver.count, report.passedOver.count == 1 ? "is no document" : "are no documents")
    return parts.isEmpty ? nil : "left out: " + parts.joined(separator: ", ")
  }
}
