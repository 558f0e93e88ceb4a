/// The attributes that a GraphML file declares for its nodes, or for its edges.
struct GraphMLKeys {
  /// By index: the attribute's name, in the words of `attr.name`, else the identifier of the key.
  private(set) var names: [String] = []
  /// Whether the values are numbers or flags, which are no names of anything.
  private(set) var isNumeric: [Bool] = []
  /// The names as ``OntologyNames`` compares them.
  private(set) var foldedNames: [String] = []
  /// Of several keys of one name the first default, so that no element has more of them than there are names.
  private var defaults: [(name: String, index: Int, value: String)] = []
  /// By folded name: the keys that say the same.
  private var indicesOfNames: [String: [Int]] = [:]
  /// How many bytes the defaults are that elements have been given.
  private(set) var filledCount = 0
  private var indices: [[UInt8]: Int] = [:]
  private var identifiers: [[UInt8]] = []
  /// Keys come in the same order at each element, so the next one is guessed.
  private var guess = 0

  /// More keys than anybody has would let a small file grow large: each element may have a value for each.
  static let maximumCount = 256

  /// Of two keys with one identifier the first counts.
  /// - Returns: false where there are too many.
  mutating func declare(id: String, name: String?, type: String?, default value: String?) -> Bool {
    let id = Array(id.utf8)
    guard indices[id] == nil else { return true }
    guard names.count < Self.maximumCount else { return false }
    indices[id] = names.count
    identifiers.append(id)
    names.append(name ?? String(decoding: id, as: UTF8.self))
    foldedNames.append(OntologyNames.folded(names[names.count - 1]))
    let folded = foldedNames[names.count - 1]
    indicesOfNames[folded, default: []].append(names.count - 1)
    if let value, !value.isEmpty, ForeignReading.understandsDefault(of: folded),
      !defaults.contains(where: { $0.name == folded })
    {
      defaults.append((folded, names.count - 1, value))
    }
    isNumeric.append(type.map { !["string", "text"].contains($0.lowercased()) } ?? false)
    return true
  }

  mutating func fillDefaults(_ values: inout [String?]) {
    for (name, index, value) in defaults {
      // An element may say it under another key of the name.
      if indicesOfNames[name, default: []].contains(where: { values[$0] != nil }) { continue }
      values[index] = value
      filledCount += value.utf8.count
    }
  }

  func index(of key: String) -> Int? { indices[Array(key.utf8)] }

  /// - Complexity: O(length of the key) where keys come in a steady order.
  mutating func index(of key: Range<Int>, in bytes: [UInt8]) -> Int? {
    for offset in 0..<min(4, identifiers.count) {
      var candidate = guess + offset
      if candidate >= identifiers.count { candidate -= identifiers.count }
      if isEqual(identifiers[candidate], key, bytes) {
        guess = candidate + 1 < identifiers.count ? candidate + 1 : 0
        return candidate
      }
    }
    guard let index = indices[Array(bytes[key])] else { return nil }
    guess = index + 1 < identifiers.count ? index + 1 : 0
    return index
  }

  private func isEqual(_ identifier: [UInt8], _ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard identifier.count == range.count else { return false }
    // The ends of identifiers differ more often than their beginnings.
    var index = identifier.count - 1
    while index >= 0 {
      if identifier[index] != bytes[range.lowerBound + index] { return false }
      index -= 1
    }
    return true
  }
}
