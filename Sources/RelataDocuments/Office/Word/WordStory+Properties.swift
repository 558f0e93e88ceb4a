extension WordStory {
  /// Reads or passes over an element of which the story needs no event of its own: text,
  /// properties, and what is not shown.
  /// - Returns: whether it did.
  mutating func readWhole(_ stream: inout XMLStream) throws(FormatError) -> Bool {
    switch (stream.namespace, stream.name) {
    case (.word, "t"), (.math, "t"): append(try stream.content())
    case (.word, "instrText"): fields.addInstruction(try stream.content())
    case (.word, "pPr"): try readParagraph(&stream)
    case (.word, "rPr"): try readRun(&stream)
    case (.word, "trPr"): try readRow(&stream)
    case (.word, "sdtPr"): try readControl(&stream)
    case (.word, "sdtContent"):
      guard isControlEmpty else { return false }
      isControlEmpty = false
      try stream.skip()
    case (.compatibility, "Choice"):
      guard alternatives.last == true || !isUnderstood(stream) else { return false }
      try stream.skip()
    case (.compatibility, "Fallback"):
      guard alternatives.last == true else { return false }
      try stream.skip()
    // Deleted text, text at the place from which it was moved, readings above characters, and the
    // layout of tables and sections.
    case (.word, "del"), (.word, "moveFrom"), (.word, "delText"), (.word, "rt"), (.word, "tblPr"),
      (.word, "tblGrid"), (.word, "tcPr"), (.word, "sectPr"):
      try stream.skip()
    default: return false
    }
    return true
  }

  /// Whether all the namespaces that a choice requires are known here (ISO/IEC 29500-3, section 9.3).
  private func isUnderstood(_ stream: borrowing XMLStream) -> Bool {
    let prefixes = stream.plainAttribute("Requires")?.split { $0 == " " } ?? []
    for prefix in prefixes {
      let uri = stream.namespace(ofPrefix: String(prefix)) ?? ""
      if XMLNamespace(uri) == .other, !uri.hasPrefix("http://schemas.microsoft.com/office/word/2010/") {
        return false
      }
    }
    return true
  }

  private mutating func readParagraph(_ stream: inout XMLStream) throws(FormatError) {
    var paragraph = paragraphs.popLast() ?? WordParagraph()
    defer { paragraphs.append(paragraph) }
    let level = stream.depth
    while try stream.nextElement(within: level) {
      guard stream.namespace == .word else { continue }
      switch stream.name {
      case "pPrChange", "rPrChange", "sectPr": try stream.skip()
      case "pStyle":
        let style = stream.attribute("val") ?? ""
        paragraph.role = styles.role(style)
        paragraph.isHidden = styles.isHidden(style)
        paragraph.isTableOfContents = styles.isTableOfContents(style)
      case "outlineLvl":
        if let outline = stream.attribute("val").flatMap({ Int($0) }), outline < 9, paragraph.role == .body {
          paragraph.role = .heading
        }
      case "framePr":
        if let dropCap = stream.attribute("dropCap"), dropCap != "none" { paragraph.joinsNext = true }
      // Within the properties of its mark.
      case "del", "moveFrom": paragraph.joinsNext = true
      default: break
      }
    }
  }

  private mutating func readRun(_ stream: inout XMLStream) throws(FormatError) {
    let level = stream.depth
    while try stream.nextElement(within: level) {
      guard stream.namespace == .word else { continue }
      switch stream.name {
      case "rPrChange": try stream.skip()
      case "rStyle":
        if styles.isHidden(stream.attribute("val") ?? "") { isRunHidden = isRunHidden ?? true }
      case "rFonts": isRunSymbol = SymbolFont.isSymbol(stream.attribute("ascii") ?? "")
      case "vanish": isRunHidden = stream.attribute("val").isOn
      default: break
      }
    }
  }

  private mutating func readRow(_ stream: inout XMLStream) throws(FormatError) {
    let level = stream.depth
    while try stream.nextElement(within: level) {
      if stream.namespace == .word, stream.name == "del", !rows.isEmpty { rows[rows.count - 1] = true }
    }
  }

  private mutating func readControl(_ stream: inout XMLStream) throws(FormatError) {
    isControlEmpty = false
    let level = stream.depth
    while try stream.nextElement(within: level) {
      guard stream.namespace == .word else { continue }
      switch stream.name {
      case "showingPlcHdr": isControlEmpty = stream.attribute("val").isOn
      case "docPartGallery":
        if stream.attribute("val") == "Table of Contents" { isControlEmpty = true }
      default: break
      }
    }
  }
}
