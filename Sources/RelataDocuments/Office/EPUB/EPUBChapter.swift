/// The text of one chapter of a book.
struct EPUBChapter: Sendable {
  let text: String

  /// nil for a chapter without text, as a picture of the cover.
  init?(_ bytes: [UInt8], limits: ReadingLimits) throws(FormatError) {
    #if Markup
      let plain = NoteMarks.removed(from: bytes)
    #else
      let plain: [UInt8]? = nil
    #endif
    do {
      text = try HTMLReader(limits: limits).content(
        of: plain ?? bytes, part: .all, declaredEncoding: plain == nil ? nil : "utf-8"
      ).text
    } catch .empty {
      return nil
    }
  }
}
