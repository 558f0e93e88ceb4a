extension RichTextDocument {
  /// Does what a control word says.
  /// - Returns: whether it is known.
  mutating func control(_ name: String, _ number: Int?) -> Bool {
    switch group.destination {
    case .fontTable: return fontControl(name, number)
    case .styleSheet: return styleControl(name, number)
    case .created:
      createdControl(name, number)
      return true
    default:
      return destinationControl(name) || characterControl(name, number) || paragraphControl(name, number)
        || headerControl(name, number)
    }
  }

  private mutating func destinationControl(_ name: String) -> Bool {
    switch name {
    case "fonttbl": group.destination = .fontTable
    case "stylesheet": group.destination = .styleSheet
    case "info": group.destination = .information
    case "title" where group.destination == .information: group.destination = .title
    case "author" where group.destination == .information:
      // LibreOffice writes a second one, who changed it last.
      group.destination = author.isEmpty ? .author : .skipped
    case "creatim" where group.destination == .information: group.destination = .created
    case "field":
      fields.begin()
      group.closing = .field
    case "fldinst": group.destination = .instruction
    case "fldrslt": fields.separate()
    case "footnote":
      layout.beginNote()
      group.closing = .note
      group.paragraph = RichTextGroup.Paragraph()
    // A drawn shape holds its properties and perhaps a text box.
    case "shp", "shpinst", "shpgrp", "do", "nesttableprops", "object":
      beginContainer()
    case "result" where group.destination == .container: group.destination = group.outer
    case "shptxt", "dptxbxtext":
      guard group.destination == .container else { return true }
      group.destination = group.outer
      layout.beginBox()
      group.closing = .box
      group.paragraph = RichTextGroup.Paragraph()
    // The same text in bytes, which is passed over, and in Unicode.
    case "upr": beginContainer()
    case "ud": group.destination = group.outer
    case "colortbl", "pict", "nonshppict", "shprslt", "sp", "header", "headerl", "headerr", "headerf",
      "footer",
      "footerl", "footerr", "footerf", "listtext", "pntext", "nonesttables", "xe", "tc", "filetbl", "ftnsep",
      "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "objclass", "objname", "objdata", "private1":
      group.destination = .skipped
    default: return false
    }
    return true
  }

  private mutating func beginContainer() {
    if group.destination != .container { group.outer = group.destination }
    group.destination = .container
  }

  private mutating func characterControl(_ name: String, _ number: Int?) -> Bool {
    switch name {
    case "uc": group.substitutes = min(max(number ?? 1, 0), 255)
    case "f": group.font = number
    case "v": group.isHidden = number != 0
    case "deleted": group.isDeleted = number != 0
    case "plain":
      group.font = nil
      group.isHidden = false
      group.isDeleted = false
    case "tab": emit("\t")
    case "line", "softline", "lbr": emit(TextFlow.lineBreak)
    case "page", "column", "softpage", "softcol", "emspace", "enspace", "qmspace": emit(" ")
    case "emdash": emit("—")
    case "endash": emit("–")
    case "bullet": emit("•")
    case "lquote": emit("‘")
    case "rquote": emit("’")
    case "ldblquote": emit("“")
    case "rdblquote": emit("”")
    case "zwj": emit("\u{200D}")
    case "zwnj": emit("\u{200C}")
    case "ltrmark": emit("\u{200E}")
    case "rtlmark": emit("\u{200F}")
    default: return false
    }
    return true
  }

  private mutating func paragraphControl(_ name: String, _ number: Int?) -> Bool {
    switch name {
    case "pard": group.paragraph = RichTextGroup.Paragraph()
    case "intbl": group.paragraph.isInTable = true
    case "itap": group.paragraph.isInTable = number ?? 1 > 0
    case "s": group.paragraph.style = number ?? 0
    case "outlinelevel": group.paragraph.outlineLevel = number
    case "dropcapli": group.paragraph.isDropCap = number ?? 0 > 0
    case "par", "sect":
      if group.destination == .body { endParagraph() }
    case "cell": if group.destination == .body { layout.endCell(styles.role(group.paragraph)) }
    case "row": if group.destination == .body { layout.endRow() }
    case "nestcell": emit(" ")
    // Its group holds nothing but properties.
    case "nestrow": layout.endParagraph()
    default: return false
    }
    return true
  }

  private mutating func headerControl(_ name: String, _ number: Int?) -> Bool {
    switch name {
    case "ansicpg": if let number, number > 0 { fonts.defaultCodePage = number }
    case "mac": fonts.defaultCodePage = 10_000
    case "pc": fonts.defaultCodePage = 437
    case "pca": fonts.defaultCodePage = 850
    case "deff": fonts.defaultFont = number
    default: return false
    }
    return true
  }

  private mutating func fontControl(_ name: String, _ number: Int?) -> Bool {
    switch name {
    case "f": fonts.begin(number ?? 0)
    case "fcharset": if let number { fonts.setCharset(number) }
    case "cpg": if let number { fonts.setCodePage(number) }
    default: return false
    }
    return true
  }

  private mutating func styleControl(_ name: String, _ number: Int?) -> Bool {
    guard name == "s" else { return false }
    styles.begin(number ?? 0)
    return true
  }

  private mutating func createdControl(_ name: String, _ number: Int?) {
    switch name {
    case "yr": created.year = number ?? 0
    case "mo": created.month = number ?? 0
    case "dy": created.day = number ?? 0
    default: break
    }
  }
}
