import Foundation
import Testing

/// A command of a `console` block in the documentation, with what the block shows below it.
///
/// A line that is only “…” stands for any lines, “…” at the end of a line for its rest and any lines after
/// it, and elsewhere in a line for any text.
struct Transcript: CustomTestStringConvertible, Sendable {
  /// The name of the file that shows it.
  let file: String
  /// As it is typed.
  let command: String
  let shown: [String]
  /// What the block shows by `cat` before it, by names.
  let files: [String: String]

  var testDescription: String { "\(file): \(command)" }

  /// Whether what is shown ends in the line of a failure.
  var isFailure: Bool {
    shown.contains { line in
      line.hasPrefix("relata: ")
        && !["note", "warning", "incomplete"].contains { line.hasPrefix("relata: \($0): ") }
    }
  }

  static func all(in file: URL) throws -> [Transcript] {
    all(in: try String(contentsOf: file, encoding: .utf8), of: file.lastPathComponent)
  }

  static func all(in text: String, of file: String) -> [Transcript] {
    var found: [Transcript] = []
    for block in text.components(separatedBy: "\n```console\n").dropFirst() {
      let lines = block.components(separatedBy: "\n").prefix { $0 != "```" }
      var files: [String: String] = [:]
      for part in lines.split(omittingEmptySubsequences: false, whereSeparator: { $0.hasPrefix("$ ") })
        .dropFirst()
      {
        let command = String(lines[part.startIndex - 1].dropFirst(2))
        let shown = trimmed(Array(part))
        if command.hasPrefix("cat ") {
          files[String(command.dropFirst("cat ".count))] = shown.map { $0 + "\n" }.joined()
        } else {
          found.append(Transcript(file: file, command: command, shown: shown, files: files))
        }
      }
    }
    return found
  }

  /// Where what was printed first departs from what is shown; nil: nowhere.
  func departure(of printed: [String]) -> String? {
    let printed = Self.trimmed(printed)
    /// How many of the printed lines may be behind us.
    var places: Set = [0]
    for line in shown {
      let isGap = line.trimmingCharacters(in: .whitespaces) == "…"
      if !isGap {
        let next = places.filter { $0 < printed.count && Self.fits(printed[$0], line) }
        guard !next.isEmpty else {
          let instead = places.max().flatMap { $0 < printed.count ? printed[$0] : nil }
          return "shown: \(line)\nprinted there: \(instead ?? "nothing more")"
        }
        places = Set(next.map { $0 + 1 })
      }
      if line.hasSuffix("…"), let first = places.min() { places = Set(first...printed.count) }
    }
    guard let last = places.max(), last < printed.count else { return nil }
    return "printed after all that is shown: \(printed[last])"
  }

  private static func fits(_ printed: String, _ shown: String) -> Bool {
    var pieces = shown.components(separatedBy: "…")
    guard pieces.count > 1 else { return printed == shown }
    let end = pieces.removeLast()
    // A list that goes on may go on in the next line.
    if end.isEmpty, let last = pieces.popLast() {
      pieces.append(String(last.reversed().drop { $0 == " " }.reversed()))
    }
    guard printed.hasPrefix(pieces[0]) else { return false }
    var rest = printed.dropFirst(pieces[0].count)
    for piece in pieces.dropFirst() {
      guard let range = rest.range(of: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(end)
  }

  /// Without blank lines at the end.
  private static func trimmed(_ lines: [String]) -> [String] {
    Array(lines.reversed().drop { $0.isEmpty }.reversed())
  }
}
