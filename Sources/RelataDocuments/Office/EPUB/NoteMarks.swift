#if Markup
  import CLibXML2

  /// The numbers and arrows in a chapter that lead to notes and back, which are no part of
  /// its sentences: "said.1".
  enum NoteMarks {
    /// The chapter without them; nil where there are none to take out, or where it is no well-formed XML.
    /// - Complexity: O(n).
    static func removed(from chapter: [UInt8]) -> [UInt8]? {
      guard SystemLibrary.libxml2.isAvailable, chapter.contains(UInt8(ascii: "#")),
        XMLAttributes.areFew(in: chapter), let size = Int32(exactly: chapter.count)
      else { return nil }
      xmlInitParser()
      let options =
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      let parsed = chapter.withUnsafeBytes { bytes in
        xmlReadMemory(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), size, nil, nil,
          Int32(bitPattern: UInt32(options)))
      }
      guard let document = parsed else { return nil }
      defer { xmlFreeDoc(document) }
      let marks = marks(in: document)
      guard !marks.isEmpty else { return nil }
      for mark in marks {
        xmlUnlinkNode(mark)
        xmlFreeNode(mark)
      }
      return serialized(document)
    }

    /// Links are not in one another, so none is in another one's tree; one that is,
    /// against the standard, is left.
    private static func marks(in document: xmlDocPtr) -> [xmlNodePtr] {
      var marks: [xmlNodePtr] = []
      var next = xmlDocGetRootElement(document)
      while let node = next {
        let isElement = node.pointee.type == XML_ELEMENT_NODE
        if isElement, isMark(node) {
          marks.append(node)
          next = following(node)
        } else {
          next = (isElement ? node.pointee.children : nil) ?? following(node)
        }
      }
      return marks
    }

    /// The node after a tree.
    private static func following(_ node: xmlNodePtr) -> xmlNodePtr? {
      var current: xmlNodePtr? = node
      while let node = current {
        if let next = node.pointee.next { return next }
        current = node.pointee.parent
      }
      return nil
    }

    /// Whether a link is said to lead to a note or back (EPUB Structural Semantics, DPUB-ARIA), or
    /// looks so: a link to a place in the text without letters that is an arrow, a superscript, or
    /// joined to the word before.
    private static func isMark(_ node: xmlNodePtr) -> Bool {
      guard xmlStrcmp(node.pointee.name, "a") == 0 else { return false }
      let kind = (attribute("type", of: node) ?? "") + " " + (attribute("role", of: node) ?? "")
      if kind.contains("noteref") || kind.contains("backlink") || kind.contains("referrer") { return true }
      guard attribute("href", of: node)?.contains("#") == true, let text = text(of: node),
        text.utf8.count <= 12,
        !text.contains(where: \.isLetter), text.contains(where: { !$0.isWhitespace })
      else { return false }
      return !text.contains(where: \.isNumber) || isSuperscript(node) || isJoined(node)
    }

    private static func isJoined(_ node: xmlNodePtr) -> Bool {
      guard let before = node.pointee.prev, before.pointee.type == XML_TEXT_NODE,
        let last = text(of: before)?.last
      else { return false }
      return last.isLetter || ".,;:!?\"”’»)".contains(last)
    }

    private static func isSuperscript(_ node: xmlNodePtr) -> Bool {
      [node.pointee.parent, xmlFirstElementChild(node)].contains { node in
        node.map { xmlStrcmp($0.pointee.name, "sup") == 0 } ?? false
      }
    }

    private static func attribute(_ name: String, of node: xmlNodePtr) -> String? {
      taken(xmlGetProp(node, name))
    }

    private static func text(of node: xmlNodePtr) -> String? { taken(xmlNodeGetContent(node)) }

    private static func taken(_ value: UnsafeMutablePointer<xmlChar>?) -> String? {
      guard let value else { return nil }
      defer { relata_xml_free(value) }
      return String(cString: value)
    }

    private static func serialized(_ document: xmlDocPtr) -> [UInt8]? {
      var memory: UnsafeMutablePointer<xmlChar>?
      var size: Int32 = 0
      xmlDocDumpMemoryEnc(document, &memory, &size, "UTF-8")
      guard let memory, size > 0 else { return nil }
      defer { relata_xml_free(memory) }
      return Array(UnsafeBufferPointer(start: memory, count: Int(size)))
    }
  }
#endif
