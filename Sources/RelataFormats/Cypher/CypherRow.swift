/// A map literal, with the names of its columns as they come.
struct CypherRow {
  typealias Name = CypherBatches.StaticText

  private(set) var bytes: [UInt8] = []
  private(set) var columns: [Name] = []

  /// The literal, with its closing brace.
  var literal: [UInt8] { bytes + [UInt8(ascii: "}")] }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    columns.removeAll(keepingCapacity: true)
  }

  mutating func add(_ name: Name, _ text: String) {
    begin(name)
    bytes.writeCypher(text)
  }

  mutating func add(_ name: Name, _ number: Int) {
    begin(name)
    bytes.write(String(number))
  }

  mutating func add(_ name: Name, _ number: Double) {
    begin(name)
    bytes.write(number.isFinite ? String(number) : "0.0")
  }

  mutating func add(_ name: Name, _ flag: Bool) {
    begin(name)
    bytes.write(flag ? "true" : "false")
  }

  /// Nothing where there are no elements: an empty list has no type.
  mutating func add(_ name: Name, _ texts: [String]) {
    list(name, texts) { $0.writeCypher($1) }
  }

  mutating func add(_ name: Name, _ numbers: [Int]) {
    list(name, numbers) { $0.write(String($1)) }
  }

  private mutating func list<Element>(
    _ name: Name, _ elements: [Element], _ write: (inout [UInt8], Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    begin(name)
    for (index, element) in elements.enumerated() {
      bytes.append(UInt8(ascii: index == 0 ? "[" : ","))
      write(&bytes, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func begin(_ name: Name) {
    bytes.write(columns.isEmpty ? "{" : ", ")
    bytes.write("`\(name.text)`: ")
    columns.append(name)
  }
}
