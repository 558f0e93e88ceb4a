/// Attributes as `<data>` elements.
struct GraphMLData<Name: AttributeName>: AttributeSink, ~Copyable {
  var bytes: ByteStream
  private var hasElements = false

  init(_ bytes: consuming ByteStream) { self.bytes = bytes }

  /// Writes data to a stream of bytes that others write to as well.
  static func write(to bytes: inout ByteStream, _ body: (inout Self) -> Void) {
    var data = Self(bytes)
    body(&data)
    bytes = data.end()
  }

  private consuming func end() -> ByteStream { bytes }

  mutating func text(_ name: Name, _ text: String) {
    begin(name)
    bytes.writeXML(text)
    endList()
  }

  mutating func plain(_ name: Name, _ write: (inout ByteStream) -> Void) {
    begin(name)
    write(&bytes)
    endList()
  }

  mutating func beginList(_ name: Name) {
    begin(name)
    hasElements = false
  }

  /// GraphML has no lists: elements have `;` between them, and one inside an element becomes a comma.
  mutating func element(_ text: String) {
    if hasElements { bytes.append(UInt8(ascii: ";")) }
    hasElements = true
    bytes.writeXML(FlatList.element(text))
  }

  mutating func endList() { bytes.write("</data>\n" as StaticString) }

  private mutating func begin(_ name: Name) {
    bytes.write("<data key=\"" as StaticString)
    bytes.write(Name.element)
    bytes.append(UInt8(ascii: "-"))
    bytes.write(name.name)
    bytes.write("\">" as StaticString)
  }
}
