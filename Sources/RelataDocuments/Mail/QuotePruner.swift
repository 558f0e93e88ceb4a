#if Markup
  import CLibXML2
#endif

/// Takes quoted mails and signatures out of a page, as the marks of mail programs show them.
enum QuotePruner {
  /// The page without them, in UTF-8; nil where it has no such marks.
  /// - Complexity: O(*n*).
  static func pruned(_ bytes: [UInt8], charset: String?, stance: MailStance) -> [UInt8]? {
    guard hasMarks(bytes), SystemLibrary.libxml2.isAvailable else { return nil }
    #if Markup
      let source = Array(MailCharacters.text(of: bytes, declared: charset).text.utf8)
      guard let length = Int32(exactly: source.count) else { return nil }
      let options = Int32(
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
          | HTML_PARSE_NONET.rawValue)
      guard let context = htmlNewParserCtxt() else { return nil }
      defer { htmlFreeParserCtxt(context) }
      let document = source.withUnsafeBytes {
        htmlCtxtReadMemory(
          context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), length, nil, "UTF-8", options)
      }
      guard let document else { return nil }
      defer { xmlFreeDoc(document) }
      // The parser gave up, as it does where elements lie too deep: its page would lack the rest.
      guard context.pointee.disableSAX == 0 else { return nil }
      remove(from: document, stance: stance)
      var buffer: UnsafeMutablePointer<xmlChar>?
      var size: Int32 = 0
      htmlDocDumpMemoryFormat(document, &buffer, &size, 0)
      guard let buffer else { return nil }
      defer { relata_xml_free(buffer) }
      return Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
    #else
      return nil
    #endif
  }

  /// Class names and ids: of quotes in replies, of headers after which all is quoted, of signatures.
  private static let quotes: Set<String> = [
    "gmail_quote", "gmail_quote_container", "yahoo_quoted", "moz-cite-prefix", "gmail_attr",
  ]
  private static let headers: Set<String> = [
    "divRplyFwdMsg", "appendonsend", "OutlookMessageHeader", "reply-intro",
  ]
  private static let signatures: Set<String> = [
    "moz-signature", "gmail_signature", "gmail_signature_prefix", "Signature", "AppleMailSignature",
    "x_Signature",
  ]

  private static func hasMarks(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= largestPage else { return false }
    return (quotes.union(headers).union(signatures).union(["\"cite\"", "'cite'", "=cite"])).contains { mark in
      ByteSearch.contains(Array(mark.utf8), in: bytes)
    }
  }

  /// In bytes; no one writes larger ones.
  private static let largestPage = 4 << 20
}

#if Markup
  extension QuotePruner {
    private static func remove(from document: htmlDocPtr, stance: MailStance) {
      var next = xmlDocGetRootElement(document)
      while let node = next {
        guard node.pointee.type == XML_ELEMENT_NODE else {
          next = following(node)
          continue
        }
        let names = names(of: node)
        if !names.isDisjoint(with: headers), stance == .reply {
          next = followingOutside(lastSibling(of: node))
          removeSiblings(from: node)
        } else if stance == .reply && isQuote(node, names: names) || !names.isDisjoint(with: signatures) {
          next = followingOutside(node)
          xmlUnlinkNode(node)
          xmlFreeNode(node)
        } else {
          next = following(node)
        }
      }
    }

    private static func isQuote(_ node: xmlNodePtr, names: Set<String>) -> Bool {
      if !names.isDisjoint(with: quotes) { return true }
      guard String(cString: node.pointee.name) == "blockquote" else { return false }
      return attribute("type", of: node) == "cite"
    }

    private static func names(of node: xmlNodePtr) -> Set<String> {
      var names = Set((attribute("class", of: node) ?? "").split(separator: " ").map(String.init))
      if let id = attribute("id", of: node) { names.insert(id) }
      return names
    }

    private static func attribute(_ name: String, of node: xmlNodePtr) -> String? {
      guard let value = xmlGetProp(node, name) else { return nil }
      defer { relata_xml_free(value) }
      return String(cString: value)
    }

    /// In the order of the document.
    private static func following(_ node: xmlNodePtr) -> xmlNodePtr? {
      node.pointee.children ?? followingOutside(node)
    }

    private static func followingOutside(_ node: xmlNodePtr) -> xmlNodePtr? {
      var place: xmlNodePtr? = node
      while let here = place {
        if let next = here.pointee.next { return next }
        place = here.pointee.parent
        if place?.pointee.type != XML_ELEMENT_NODE { return nil }
      }
      return nil
    }

    private static func lastSibling(of node: xmlNodePtr) -> xmlNodePtr {
      var last = node
      while let next = last.pointee.next { last = next }
      return last
    }

    private static func removeSiblings(from node: xmlNodePtr) {
      var next: xmlNodePtr? = node
      while let here = next {
        next = here.pointee.next
        xmlUnlinkNode(here)
        xmlFreeNode(here)
      }
    }
  }
#endif
