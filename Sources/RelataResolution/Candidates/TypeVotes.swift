import RelataExtraction
import RelataGraph
import RelataNames

/// How certain the documents of a collection are of the types of names: a sum for each name, so that parts of
/// a collection can be counted apart. Most names have one type everywhere and need no sum.
///
/// Votes are whole millionths: their sum is the same in whatever order the documents are added.
struct TypeVotes {
  private struct Name {
    var type: EntityType
    var isContested = false
  }

  /// The number of each name, as it is written, folded.
  private var numbers: [String: Int32] = [:]
  private var names: [Name] = []
  private var votes: [Int32: [EntityType: Int]] = [:]

  init(_ documents: PackedDocuments) {
    var folded: [String: Int32] = [:]
    documents.forEachEntity { _, entity in
      for name in entity.names { see(name.name, entity.type, &folded) }
      see(entity.name, entity.type, &folded)
    }
    documents.forEachEntity { _, entity in count(entity) }
  }

  /// The votes on a name that has several types, nil for one that has not.
  func contested(_ name: String) -> [EntityType: Int]? { numbers[name].flatMap { votes[$0] } }

  /// What a document's entity adds to the votes for its type.
  static func vote(of entity: DocumentEntity) -> Int { Int((entity.typeConfidence * 1e6).rounded()) }

  private mutating func see(_ text: String, _ type: EntityType, _ folded: inout [String: Int32]) {
    if let number = numbers[text] {
      if names[Int(number)].type != type { names[Int(number)].isContested = true }
      return
    }
    let name = NameWords.folded(text)
    let number = folded[name] ?? Int32(names.count)
    numbers[text] = number
    if number == names.count {
      folded[name] = number
      names.append(Name(type: type))
    } else if names[Int(number)].type != type {
      names[Int(number)].isContested = true
    }
  }

  /// Each document entity votes once for each of its names.
  private mutating func count(_ entity: DocumentEntity) {
    var counted: [Int32] = []
    func number(_ name: String) -> Int32? {
      guard let number = numbers[name], names[Int(number)].isContested, !counted.contains(number)
      else { return nil }
      counted.append(number)
      return number
    }
    for name in entity.names.lazy.map(\.name) + [entity.name] {
      guard let number = number(name) else { continue }
      votes[number, default: [:]][entity.type, default: 0] += Self.vote(of: entity)
    }
  }
}
