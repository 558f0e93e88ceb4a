/// The short lists of English words that rules look in: negations, verbs of saying, the months.
///
/// Which words those are is data (`words.tsv`), so that a list can be read, judged and
/// mended without reading code.
public struct WordLists: Sendable {
  private struct Words: Sendable {
    /// As they stand in the file.
    var ordered: [String]
    var all: Set<String>
  }

  /// One for each ``WordList``, in the order of its cases.
  private var lists: [Words] = []

  /// The lists that are part of the library, read anew by each call: keep the result.
  /// - Complexity: linear in the words.
  /// - Throws: ``GazetteerError`` only if the library was built with wrong data.
  public static func embedded() throws(GazetteerError) -> WordLists {
    let data = try EmbeddedBytes("words")
    return try WordLists(reading: data.text(data.bytes.indices), table: "words")
  }

  /// The words of a list. - Complexity: O(1).
  package subscript(list: WordList) -> Set<String> { lists[list.rawValue].all }

  /// The words of a list whose order means something. - Complexity: O(1).
  package func inOrder(_ list: WordList) -> [String] { lists[list.rawValue].ordered }
}

extension WordLists {
  /// Reads a file of lists: a line a list with its name, a tab, and its words with a space between them.
  ///
  /// An underscore stands for a space inside an entry; empty lines and those that begin with `#` are skipped.
  ///
  /// - Parameter table: the file's name without its extension, for errors.
  /// - Throws: ``GazetteerError`` for the first line that is no list, or for a list
  ///   that the file does not have.
  package init(reading text: String, table: String) throws(GazetteerError) {
    var found: [WordList: Words] = [:]
    var lines: [WordList: Int] = [:]
    let names = Dictionary(uniqueKeysWithValues: WordList.allCases.map { ($0.name, $0) })
    for (index, row) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !row.isEmpty && !row.hasPrefix("#") {
      func malformed(_ problem: String) -> GazetteerError {
        .malformed(table: table, line: index + 1, problem: problem)
      }
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 2 else { throw malformed("\(fields.count) fields instead of 2") }
      let name = fields[0]
      guard let list = names[name] else { throw malformed("no rule looks in a list “\(name)”") }
      if let line = lines[list] { throw malformed("the list “\(name)” is there already in line \(line)") }
      let words = fields[1].split(separator: " ").map { String($0.map { $0 == "_" ? " " : $0 }) }
      guard !words.isEmpty else { throw malformed("the list “\(name)” has no words") }
      var all: Set<String> = []
      if let twice = words.first(where: { !all.insert($0).inserted }) {
        throw malformed("“\(twice)” stands twice in the list “\(name)”")
      }
      found[list] = Words(ordered: words, all: all)
      lines[list] = index + 1
    }
    for list in WordList.allCases {
      guard let words = found[list] else { throw .missingList(table: table, name: list.name) }
      lists.append(words)
    }
  }
}
