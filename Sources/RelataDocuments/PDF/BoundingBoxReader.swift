#if Markup
  import CLibXML2

  /// Reads the XHTML that `pdftotext -bbox-layout` writes: pages, flows, blocks, lines, words.
  struct BoundingBoxReader {
    private var layout = PDFLayout()
    private var line: [PDFWord] = []
    private var box: PDFBox?
    private var isInTitle = false

    /// - Parameter bytes: control characters in it, which are no XML, count as white space.
    static func layout(of bytes: [UInt8]) -> PDFLayout? {
      guard let size = Int32(exactly: bytes.count) else { return nil }
      let clean = bytes.map { $0 < 0x20 ? 0x20 : $0 }
      return clean.withUnsafeBytes { clean in
        let options =
          XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
          | XML_PARSE_NOWARNING.rawValue
        guard
          let start = clean.baseAddress?.assumingMemoryBound(to: CChar.self),
          let reader = xmlReaderForMemory(start, size, nil, "UTF-8", Int32(bitPattern: UInt32(options)))
        else { return nil }
        defer { xmlFreeTextReader(reader) }
        var result = BoundingBoxReader()
        while xmlTextReaderRead(reader) == 1 { result.take(reader) }
        return result.layout
      }
    }

    private mutating func take(_ reader: xmlTextReaderPtr) {
      switch xmlTextReaderNodeType(reader) {
      case Int32(XML_READER_TYPE_ELEMENT.rawValue):
        begin(Self.name(reader), attributes: Self.attributes(reader))
      case Int32(XML_READER_TYPE_END_ELEMENT.rawValue): end(Self.name(reader))
      case Int32(XML_READER_TYPE_TEXT.rawValue): add(Self.value(reader))
      default: break
      }
    }

    private mutating func begin(_ name: String, attributes: [String: String]) {
      switch name {
      case "title": isInTitle = true
      case "meta":
        if let key = attributes["name"], let value = attributes["content"] {
          layout.information[key.lowercased()] = value
        }
      case "page":
        layout.pages.append(
          PDFPage(
            width: Self.number(attributes["width"]) ?? 0, height: Self.number(attributes["height"]) ?? 0))
      case "line": line = []
      case "word":
        let numbers = ["xMin", "yMin", "xMax", "yMax"].compactMap { Self.number(attributes[$0]) }
        box =
          numbers.count == 4
          ? PDFBox(xMin: numbers[0], yMin: numbers[1], xMax: numbers[2], yMax: numbers[3]) : nil
      default: break
      }
    }

    private mutating func end(_ name: String) {
      switch name {
      case "title": isInTitle = false
      case "word": box = nil
      case "line":
        if !layout.pages.isEmpty, !Self.isRotated(line) { layout.pages[layout.pages.count - 1].words += line }
        line = []
      default: break
      }
    }

    private mutating func add(_ text: String) {
      if isInTitle { layout.information["title"] = text }
      guard let box, box.width >= 0, box.height > 0 else { return }
      let word = PDFCharacters.clean(text)
      if !word.isEmpty { line.append(PDFWord(text: word, box: box)) }
    }

    /// Whether a line runs upwards or downwards, as marks in the margin and across the page do: its words are
    /// higher than wide, or stand above one another.
    private static func isRotated(_ words: [PDFWord]) -> Bool {
      let long = words.filter { $0.text.unicodeScalars.count >= 3 }
      if !long.isEmpty { return long.count { $0.box.height > 1.2 * $0.box.width } * 2 > long.count }
      guard words.count > 1, let first = words.first?.box, let last = words.last?.box else { return false }
      return abs(first.centerY - last.centerY) > max(abs(first.xMin - last.xMin), first.height)
    }

    // MARK: libxml2

    private static func name(_ reader: xmlTextReaderPtr) -> String {
      xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
    }

    private static func value(_ reader: xmlTextReaderPtr) -> String {
      xmlTextReaderConstValue(reader).map { String(cString: $0) } ?? ""
    }

    private static func attributes(_ reader: xmlTextReaderPtr) -> [String: String] {
      var result: [String: String] = [:]
      while xmlTextReaderMoveToNextAttribute(reader) == 1 { result[name(reader)] = value(reader) }
      _ = xmlTextReaderMoveToElement(reader)
      return result
    }

    /// No page is a million points wide; numbers beyond that are mistakes or traps.
    private static func number(_ text: String?) -> Double? {
      text.flatMap(Double.init).flatMap { $0.isFinite && abs($0) < 1e6 ? $0 : nil }
    }
  }
#endif
