/// What bytes are, by their beginning.
public enum DocumentFormat: String, Hashable, Sendable, CaseIterable {
  case plainText, markdown, html, pdf, docx, odt, epub, rtf, email
  /// Containers: several documents in one file.
  case mbox, jsonLines, csv, warc, archive
  /// A Word document of before 2007, or another file of that kind.
  case compoundFile
  /// A picture, a sound, a program: nothing to read.
  case binary

  /// What messages call it.
  var name: String {
    switch self {
    case .plainText: "plain text"
    case .markdown: "Markdown"
    case .html: "HTML"
    case .pdf: "PDF"
    case .docx: "DOCX"
    case .odt: "ODT"
    case .epub: "EPUB"
    case .rtf: "RTF"
    case .email: "mail"
    case .mbox: "MBOX"
    case .jsonLines: "JSON"
    case .csv: "CSV"
    case .warc: "WARC"
    case .archive: "an archive"
    case .compoundFile: "the Word 97 format (.doc)"
    case .binary: "a binary file"
    }
  }
}
