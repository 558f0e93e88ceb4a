/// A map literal without its closing brace, with the names of its columns as they come.
struct CypherRow: ~Copyable {
  typealias Name = CypherBatches.StaticText

  private(set) var bytes = ByteStream()
  private(set) var columns: [Name] = []

  mutating func clear() {
    bytes.truncate(to: 0)
    columns.removeAll(keepingCapacity: true)
  }

  mutating func add(_ name: Name, _ text: String) {
    begin(name)
    bytes.writeCypher(text)
  }

  mutating func add(_ name: Name, _ number: Int) {
    begin(name)
    bytes.write(number)
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
    list(name, numbers) { $0.write($1) }
  }

  private mutating func list<Element>(
    _ name: Name, _ elements: [Element], _ write: (inout ByteStream, Element) -> Void
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
    bytes.write(columns.isEmpty ? "{`" : ", `" as StaticString)
    bytes.write(name.text)
    bytes.write("`: " as StaticString)
    columns.append(name)
  }
}
