/// Attributes as `<attvalue>` elements.
struct GEXFValues<Name: AttributeName>: AttributeSink, ~Copyable {
  private var bytes: ByteStream
  private var list = JSONStream()
  private var isFirst = true
  /// Whether the current list is one of the attributes.
  private var isWanted = false

  private init(_ bytes: consuming ByteStream) { self.bytes = bytes }

  /// Declares the attributes.
  static func declare(in bytes: inout ByteStream) {
    bytes.write("<attributes class=\"\(Name.element)\" mode=\"static\">\n")
    for attribute in Name.allCases where isAttribute(attribute) {
      bytes.write("<attribute id=\"\(attribute.name)\" title=\"\(attribute.name)\" ")
      bytes.write("type=\"\(attribute.kind.gexf)\"/>\n")
    }
    bytes.write("</attributes>\n" as StaticString)
  }

  static func write(to bytes: inout ByteStream, _ body: (inout Self) -> Void) {
    var values = Self(bytes)
    values.bytes.write("<attvalues>\n" as StaticString)
    body(&values)
    values.bytes.write("</attvalues>\n" as StaticString)
    bytes = values.end()
  }

  private consuming func end() -> ByteStream { bytes }

  mutating func text(_ name: Name, _ text: String) {
    guard Self.isAttribute(name) else { return }
    begin(name)
    bytes.writeXML(text)
    end(of: name)
  }

  mutating func plain(_ name: Name, _ write: (inout ByteStream) -> Void) {
    guard Self.isAttribute(name) else { return }
    begin(name)
    write(&bytes)
    end(of: name)
  }

  /// In brackets with quoted elements, as Gephi reads them.
  mutating func beginList(_ name: Name) {
    isWanted = Self.isAttribute(name)
    guard isWanted else { return }
    begin(name)
    bytes.append(UInt8(ascii: "["))
    isFirst = true
  }

  mutating func element(_ text: String) {
    guard isWanted else { return }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    list.clear()
    list.string(PortableText.cleaned(text))
    list.bytes.withBytes { bytes.writeXML($0) }
  }

  mutating func endList() {
    guard isWanted else { return }
    bytes.append(UInt8(ascii: "]"))
    bytes.write("\"/>\n" as StaticString)
  }

  private mutating func begin(_ name: Name) {
    bytes.write("<attvalue for=\"" as StaticString)
    bytes.write(name.name)
    bytes.write("\" value=\"" as StaticString)
  }

  private mutating func end(of name: Name) { bytes.write("\"/>\n" as StaticString) }

  /// What the format has a place of its own for is no attribute; `details` is for those formats
  /// alone that are read back.
  private static func isAttribute(_ name: Name) -> Bool {
    switch name {
    case let name as EntityAttribute: name != .name && name != .details
    case let name as StatementAttribute:
      name != .label && name != .start && name != .end && name != .details
    default: true
    }
  }
}

extension AttributeKind {
  /// The type of a GEXF attribute.
  fileprivate var gexf: StaticString {
    switch self {
    case .text: "string"
    case .integer: "integer"
    case .number: "double"
    case .flag: "boolean"
    case .list: "liststring"
    }
  }
}
