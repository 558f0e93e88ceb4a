#if Markup
  import CLibXML2

  extension MarkupTree {
    /// Parses a page as a browser would: nothing is an error.
    /// - Parameter html: UTF-8 without zero bytes, where the parser would stop.
    /// - Throws: `tookTooLong`, `unavailable` without libxml2, or where no parser can be made.
    /// - Complexity: O(n) for pages, bounded by `seconds` for hostile ones.
    init(html: [UInt8], seconds: Int) throws(FormatError) {
      try SystemLibrary.libxml2.require()
      let builder = HTMLTreeBuilder(bytes: html.count, deadline: .now + .seconds(seconds))
      guard let size = Int32(exactly: html.count) else {
        throw .tooLarge(what: "bytes", limit: Int(Int32.max))
      }
      guard let context = htmlNewParserCtxt() else {
        throw .unavailable(what: "libxml2's HTML parser", advice: "free some memory")
      }
      defer { htmlFreeParserCtxt(context) }
      Self.listen(context, builder)
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
        | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      withExtendedLifetime(builder) {
        html.withUnsafeBytes { bytes in
          let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
          // Without a handler that makes a document there is none to free.
          _ = htmlCtxtReadMemory(context, start, size, nil, "UTF-8", Int32(bitPattern: options))
        }
      }
      if builder.ranOutOfTime { throw .tookTooLong(seconds: seconds) }
      self = builder.finish()
    }

    /// Points the parser's events at the builder, by way of the context itself, which every handler is given.
    private static func listen(_ context: htmlParserCtxtPtr, _ builder: HTMLTreeBuilder) {
      var handler = htmlSAXHandler()
      handler.initialized = UInt32(XML_SAX2_MAGIC)
      handler.startElement = { context, name, attributes in
        guard let parser = Parser(context), let name else { return }
        if !parser.builder.start(String(cString: name), attributes) { parser.stop() }
      }
      handler.endElement = { context, name in
        guard let parser = Parser(context), let name else { return }
        parser.builder.end(String(cString: name))
      }
      handler.characters = { context, text, count in
        guard let parser = Parser(context), let text else { return }
        if !parser.builder.characters(UnsafeBufferPointer(start: text, count: Int(count))) { parser.stop() }
      }
      handler.cdataBlock = handler.characters
      handler.ignorableWhitespace = handler.characters
      handler.serror = { context, _ in
        guard let parser = Parser(context) else { return }
        if !parser.builder.isInTime() { parser.stop() }
      }
      context.pointee.sax.pointee = handler
      context.pointee.userData = UnsafeMutableRawPointer(context)
      context.pointee._private = Unmanaged.passUnretained(builder).toOpaque()
    }

    private struct Parser {
      let context: htmlParserCtxtPtr
      let builder: HTMLTreeBuilder

      init?(_ pointer: UnsafeMutableRawPointer?) {
        guard let context = pointer?.assumingMemoryBound(to: xmlParserCtxt.self),
          let builder = context.pointee._private
        else { return nil }
        self.context = context
        self.builder = Unmanaged<HTMLTreeBuilder>.fromOpaque(builder).takeUnretainedValue()
      }

      func stop() { xmlStopParser(context) }
    }
  }
#endif
