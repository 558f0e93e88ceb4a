import CRelataWords

/// Lists of words that are part of the program.
///
/// A line of the file is a list: its name, a tab, and its words with a space between them. An
/// underscore stands for a space inside an entry or at one of its ends; empty lines and those that
/// begin with `#` say nothing.
package struct WordFile: Sendable {
  /// The files that there are, each for the rules of one kind.
  package enum Name: String, CaseIterable, Sendable {
    case coreference, documents, lemmatization, names, persons, questions, resolution, segmentation,
      tokenization
  }

  /// The names of the lists in the order of the file. That each is there once is for the tests to say.
  package private(set) var names: [String] = []
  private var lists: [String: [String]] = [:]

  /// Reads a file that is part of the program, anew by each call: keep the result.
  /// - Complexity: O(length of the file).
  package init(_ name: Name) {
    var size = 0
    let bytes = UnsafeBufferPointer(start: relata_words_data(name.rawValue, &size), count: size)
    self.init(reading: String(decoding: bytes, as: UTF8.self))
  }

  /// Reads the text of a file; lines that are no list are left out.
  /// - Complexity: O(length of the text).
  package init(reading text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 2 else { continue }
      names.append(String(fields[0]))
      lists[String(fields[0]), default: []] += fields[1].split(separator: " ").map { word in
        String(word.map { $0 == "_" ? " " : $0 })
      }
    }
  }

  /// The words of a list in their order; none where the file has no such list.
  /// - Complexity: O(1).
  package subscript(list: String) -> [String] { lists[list] ?? [] }
}
