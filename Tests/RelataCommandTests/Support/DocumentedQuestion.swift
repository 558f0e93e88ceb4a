import Foundation
import Testing

/// A row of the tables in Documentation/questions.md.
struct DocumentedQuestion: CustomTestStringConvertible, Sendable {
  struct Step: Sendable, Hashable {
    var from: String
    var label: String
    /// Whether the statement leads from `from` to `to`.
    var isForward: Bool
    var to: String
  }

  enum Answer: Sendable, Hashable {
    case chain([Step])
    /// Names and dates.
    case texts([String])
    case yes, no, uncertain, nothing
  }

  struct Malformed: Error {
    let line: String
  }

  /// After `relata`.
  let arguments: [String]
  let answer: Answer
  /// Pieces of the sentences that say so; for a chain one for each step.
  let quotes: [String]

  var testDescription: String { arguments.joined(separator: " ") }

  static func all(in file: URL) throws -> [DocumentedQuestion] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("| `relata ") }
      .map { try DocumentedQuestion(String($0)) }
  }

  private init(_ line: String) throws {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 3, cells[0].hasSuffix("`") else { throw Malformed(line: line) }
    arguments = Self.words(cells[0].dropFirst("`relata ".count).dropLast())
    switch cells[1] {
    case "*yes*": answer = .yes
    case "*no*": answer = .no
    case "*not certain*": answer = .uncertain
    case "*nothing*": answer = .nothing
    case let text where text.contains("→") || text.contains("←"): answer = .chain(try Self.chain(text))
    case let text: answer = .texts(text.components(separatedBy: "; "))
    }
    quotes = cells[2].components(separatedBy: "“").dropFirst().compactMap {
      $0.components(separatedBy: "”").first
    }
  }

  /// As a shell divides a line: at blanks outside quotation marks.
  private static func words(_ text: Substring) -> [String] {
    var words = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words
  }

  /// `A –phoned→ B ←leads– C`.
  private static func chain(_ text: String) throws -> [Step] {
    var steps: [Step] = []
    // Arrows are the words that begin with one half and end with the other; a label may have several words.
    var from = ""
    var label: String?
    var isForward = true
    var name: [String] = []
    func finish() {
      if let label {
        steps.append(Step(from: from, label: label, isForward: isForward, to: name.joined(separator: " ")))
      }
      from = name.joined(separator: " ")
      name = []
    }
    var arrow: [String]?
    for word in text.split(separator: " ").map(String.init) {
      if arrow == nil, word.hasPrefix("–") || word.hasPrefix("←") { arrow = [] }
      guard var words = arrow else {
        name.append(word)
        continue
      }
      words.append(word)
      arrow = words
      guard word.hasSuffix("→") || (word.hasSuffix("–") && words[0].hasPrefix("←")) else { continue }
      finish()
      isForward = word.hasSuffix("→")
      label = String(words.joined(separator: " ").dropFirst().dropLast())
      arrow = nil
    }
    finish()
    guard arrow == nil, !steps.isEmpty else { throw Malformed(line: text) }
    return steps
  }
}
