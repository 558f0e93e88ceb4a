/// The apostrophe before text that a spreadsheet would take for a formula.
///
/// `=HYPERLINK(…)` as a name would be computed by whoever opens the table. With an apostrophe before it, it
/// is text. So that every mark can be taken away again, text that has the form of marked text itself (`'=1`)
/// gets one more, in every table.
enum FormulaMark {
  static let mark = UInt8(ascii: "'")

  /// Whether text gets a mark.
  ///
  /// - Parameter isForSpreadsheets: whether formulas are marked, or only what looks marked.
  static func isNeeded(_ text: some Collection<UInt8>, isForSpreadsheets: Bool) -> Bool {
    guard let first = text.first, first == mark || isBeginningOfFormula(first) else { return false }
    guard first == mark else { return isForSpreadsheets }
    return isMarked(text)
  }

  /// The text without its mark, if it has one.
  static func removed(from text: String) -> String {
    isMarked(text.utf8) ? String(text.dropFirst()) : text
  }

  private static func isMarked(_ text: some Collection<UInt8>) -> Bool {
    guard text.first == mark, let first = text.first(where: { $0 != mark }) else { return false }
    return isBeginningOfFormula(first)
  }

  /// What Excel, LibreOffice and Google Sheets compute: also after what they strip.
  private static func isBeginningOfFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
    default: false
    }
  }
}

/// Cells of tables that are made for spreadsheets.
public enum SpreadsheetText {
  /// The text, with an apostrophe before it where a spreadsheet would take it for a formula: where it begins
  /// with `=`, `+`, `-`, `@`, a tab or a line break.
  public static func marked(_ text: String) -> String {
    FormulaMark.isNeeded(text.utf8, isForSpreadsheets: true) ? "'" + text : text
  }
}
