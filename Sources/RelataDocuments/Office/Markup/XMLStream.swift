#if Markup
  import CLibXML2

  /// Reads XML event by event, so that a document costs memory only for where the reader stands.
  ///
  /// Nothing outside of the bytes is ever opened. libxml2 ends documents that nest deeper than 256 elements
  /// or whose entities expand without measure; a reference to an entity of the document's own is refused, as
  /// no office program writes any.
  struct XMLStream: ~Copyable {
    /// What the stream stands at.
    enum Event: Hashable, Sendable {
      case start, end, text
    }

    /// The local name of the element at a `start` or `end`.
    private(set) var name = ""
    private(set) var namespace = XMLNamespace.none
    /// How many elements are open: at a `start` the element's own level, at an `end` that
    /// of the element around it.
    private(set) var depth = 0
    private let reader: xmlTextReaderPtr
    private let bytes: UnsafeMutableRawBufferPointer
    /// What the errors call the document: "word/document.xml".
    private let part: String
    private var endIsDue = false
    private var names: [UnsafeRawPointer: String] = [:]
    private var namespaces: [UnsafeRawPointer: XMLNamespace] = [:]
    private let deadline: Deadline
    private var events = 0

    init(_ content: [UInt8], part: String, deadline: Deadline) throws(FormatError) {
      try SystemLibrary.libxml2.require()
      guard let size = Int32(exactly: content.count) else {
        throw .tooLarge(what: "bytes", limit: Int(Int32.max))
      }
      guard XMLAttributes.areFew(in: content) else {
        throw .tooLarge(what: "attributes at one element of \(part)", limit: XMLAttributes.most)
      }
      xmlInitParser()
      // The parser keeps the pointer for as long as it reads.
      let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(content.count, 1), alignment: 1)
      bytes.copyBytes(from: content)
      let options =
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        | XML_PARSE_COMPACT.rawValue | XML_PARSE_NOCDATA.rawValue
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let reader = xmlReaderForMemory(start, size, nil, nil, Int32(bitPattern: UInt32(options))) else {
        bytes.deallocate()
        throw .damaged(reason: "\(part) cannot be read as XML")
      }
      self.reader = reader
      self.bytes = bytes
      self.part = part
      self.deadline = deadline
    }

    deinit {
      xmlFreeTextReader(reader)
      bytes.deallocate()
    }

    /// The next start or end of an element or run of characters; nil at the end of the document.
    /// - Throws: `damaged` where it is no well-formed XML, with the line; `tookTooLong`.
    mutating func next() throws(FormatError) -> Event? {
      if endIsDue {
        endIsDue = false
        depth -= 1
        return .end
      }
      while try advance() {
        switch xmlTextReaderNodeType(reader) {
        case Int32(XML_READER_TYPE_ELEMENT.rawValue):
          readName()
          depth += 1
          endIsDue = xmlTextReaderIsEmptyElement(reader) == 1
          return .start
        case Int32(XML_READER_TYPE_END_ELEMENT.rawValue):
          readName()
          depth -= 1
          return .end
        case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
          Int32(XML_READER_TYPE_WHITESPACE.rawValue), Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue):
          return .text
        case Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue):
          throw .damaged(reason: "\(part) refers to an entity of its own in line \(line)")
        default: continue
        }
      }
      return nil
    }

    /// The characters at a `text`.
    var text: String {
      xmlTextReaderConstValue(reader).map { String(cString: $0) } ?? ""
    }

    /// Goes on to the next `start` inside of an element; where there is none, to the element's `end`.
    ///
    /// Between two calls the stream may be read further, by `skip` or `content`.
    /// - Parameter level: the `depth` at the element's `start`.
    /// - Returns: whether there is one.
    mutating func nextElement(within level: Int) throws(FormatError) -> Bool {
      while depth >= level, let event = try next() {
        if event == .start { return true }
      }
      return false
    }

    /// Passes over the rest of the element at whose `start` the stream stands, its `end` included.
    mutating func skip() throws(FormatError) {
      let level = depth
      while depth >= level, try next() != nil {}
    }

    /// The characters of the element at whose `start` the stream stands, which is then passed over.
    mutating func content() throws(FormatError) -> String {
      var content = ""
      let level = depth
      while depth >= level, let event = try next() {
        if event == .text { content += text }
      }
      return content
    }

    private var line: Int { Int(xmlTextReaderGetParserLineNumber(reader)) }

    private mutating func advance() throws(FormatError) -> Bool {
      events &+= 1
      if events & 63 == 0 { try deadline.check() }
      switch xmlTextReaderRead(reader) {
      case 1: return true
      case 0: return false
      default: throw .damaged(reason: "\(part) is not well-formed XML in line \(line)")
      }
    }

    /// Names are interned by the parser, so equal pointers are equal names.
    private mutating func readName() {
      name =
        xmlTextReaderConstLocalName(reader).map { pointer in
          if let known = names[pointer] { return known }
          let name = String(cString: pointer)
          names[pointer] = name
          return name
        } ?? ""
      namespace =
        xmlTextReaderConstNamespaceUri(reader).map { pointer in
          if let known = namespaces[pointer] { return known }
          let namespace = XMLNamespace(String(cString: pointer))
          namespaces[pointer] = namespace
          return namespace
        } ?? .none
    }
  }

  extension XMLStream {
    /// The value of an attribute in the element's own namespace: `w:val` of a `w:style`.
    func attribute(_ name: String) -> String? {
      taken(xmlTextReaderGetAttributeNs(reader, name, xmlTextReaderConstNamespaceUri(reader)))
    }

    /// The value of an attribute without a namespace.
    func plainAttribute(_ name: String) -> String? {
      taken(xmlTextReaderGetAttribute(reader, name))
    }

    /// The value of an attribute in another namespace than the element's.
    func attribute(_ name: String, in uri: String) -> String? {
      taken(xmlTextReaderGetAttributeNs(reader, name, uri))
    }

    /// The namespace that a prefix stands for here.
    func namespace(ofPrefix prefix: String) -> String? {
      taken(xmlTextReaderLookupNamespace(reader, prefix))
    }

    private func taken(_ value: UnsafeMutablePointer<xmlChar>?) -> String? {
      guard let value else { return nil }
      defer { CLibXML2.relata_xml_free(value) }
      return String(cString: value)
    }
  }
#else
  /// Stands in for the reader of XML in builds without libxml2: no stream ever comes to be.
  struct XMLStream: ~Copyable {
    enum Event: Hashable, Sendable {
      case start, end, text
    }

    let name = ""
    let namespace = XMLNamespace.none
    let depth = 0
    let text = ""

    init(_ content: [UInt8], part: String, deadline: Deadline) throws(FormatError) {
      throw .unavailable(what: "libxml2", advice: "build with the trait Markup")
    }

    mutating func next() throws(FormatError) -> Event? { nil }
    mutating func nextElement(within level: Int) throws(FormatError) -> Bool { false }
    mutating func skip() throws(FormatError) {}
    mutating func content() throws(FormatError) -> String { "" }
    func attribute(_ name: String) -> String? { nil }
    func plainAttribute(_ name: String) -> String? { nil }
    func attribute(_ name: String, in uri: String) -> String? { nil }
    func namespace(ofPrefix prefix: String) -> String? { nil }
  }
#endif
