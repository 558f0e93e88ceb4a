import RelataGazetteer
import RelataNames

/// A name as a number: its place among all names of a collection, in the order of ``NameText``.
typealias NameID = Int32

/// A name as it is written, and what it names.
struct NameText: Hashable, Comparable, Codable, Sendable {
  var text: String
  var kind: NameKind

  static func < (a: NameText, b: NameText) -> Bool {
    a.text != b.text ? a.text < b.text : a.kind.rawValue < b.kind.rawValue
  }
}

/// Every name of a collection once, read for comparison.
struct NameTable {
  let names: [ParsedName]

  subscript(id: NameID) -> ParsedName { names[Int(id)] }

  /// Gives numbers to names as they come; in the end they are counted in the order of the names, so that the
  /// order of the documents does not matter.
  struct Builder {
    private let gazetteer: Gazetteer
    private var ids: [NameText: NameID] = [:]
    private(set) var names: [ParsedName] = []
    private var texts: [NameText] = []
    /// Words are few and names many: they share what is known of a word.
    private var sounds: [String: PhoneticSpelling] = [:]

    init(gazetteer: Gazetteer) { self.gazetteer = gazetteer }

    mutating func id(of text: NameText) -> NameID {
      if let id = ids[text] { return id }
      var name = ParsedName(text.text, kind: text.kind, gazetteer: gazetteer)
      for index in name.parts.indices {
        if let known = sounds[name.parts[index].text] {
          name.parts[index].sounds = known
        } else {
          sounds[name.parts[index].text] = name.parts[index].sounds
        }
      }
      let id = NameID(names.count)
      ids[text] = id
      names.append(name)
      texts.append(text)
      return id
    }

    /// The names in their order, and the final number of each that was given.
    func finished() -> (table: NameTable, renumbered: [NameID]) {
      let order = texts.indices.sorted { texts[$0] < texts[$1] }
      var renumbered = [NameID](repeating: 0, count: order.count)
      for (rank, old) in order.enumerated() { renumbered[old] = NameID(rank) }
      return (NameTable(names: order.map { names[$0] }), renumbered)
    }
  }
}
