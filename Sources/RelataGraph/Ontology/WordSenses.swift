import CRelataOntology

/// Which of the built-in relations an English word can express, whatever its grammar:
/// `co-sponsor` may mean `supports`.
///
/// A sign for what is learned, not a rule: unlike a ``Trigger`` a sense makes no statement and types none by
/// itself. So the lists can be long and name rare meanings. They are data:
/// `Sources/CRelataOntology/Data/senses.tsv`, written by a language model that read lists of words; lemmas
/// stand in it as the analyser gives them.
package struct WordSenses: Sendable {
  /// What kind of word a sense is of; its letter stands in the table.
  package enum WordClass: Character, Sendable {
    case verb = "v"
    case noun = "n"
    case adjective = "a"

    /// - Parameter tag: a tag of the Penn Treebank. Proper nouns and other words have no senses: nil.
    package init?(tag: String) {
      if tag.hasPrefix("VB") {
        self = .verb
      } else if tag.hasPrefix("NN"), !tag.hasPrefix("NNP") {
        self = .noun
      } else if tag.hasPrefix("JJ") {
        self = .adjective
      } else {
        return nil
      }
    }
  }

  /// By lemma, a space, and the letter of the word's class.
  private var relations: [String: [String]] = [:]

  /// The senses that are part of the library, read anew by each call: keep the result.
  /// - Complexity: linear in the words.
  package static func embedded() -> WordSenses {
    let bytes = UnsafeBufferPointer(start: relata_senses_bytes(), count: relata_senses_size())
    return WordSenses(table: String(decoding: bytes, as: UTF8.self))
  }

  /// Reads a table: a line a word, its lemma and class, a tab, and names of relations
  /// with a space between them.
  init(table: String) {
    relations.reserveCapacity(6_000)
    for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      relations[String(Substring(line[..<tab]))] =
        line[line.index(after: tab)...].split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }
  }

  /// The words of the table, as they stand there.
  package var words: Dictionary<String, [String]>.Keys { relations.keys }

  /// The relations that a word can express, the most typical first; `other` stands for one that
  /// the ontology does not have.
  /// - Complexity: O(1).
  package func relations(of lemma: String, as wordClass: WordClass) -> [String] {
    relations["\(lemma) \(wordClass.rawValue)"] ?? []
  }
}
