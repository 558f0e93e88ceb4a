/// What bytes are, by their beginning.
public enum DocumentFormat: Hashable, Sendable {
  case plainText, markdown, html, xml, pdf, docx, odt, epub, rtf, email
  /// Containers: several documents in one file.
  case mbox, jsonLines, json, csv, tsv, warc
  /// Zip, tar, 7z, or one file compressed with gzip, bzip2, xz, Zstandard or lz4.
  case archive
  /// A Word document of before 2007, or another file of that kind (OLE 2).
  case compoundFile
  /// A picture, a sound, a program: nothing to read. `kind` as a message says it: "a PNG picture".
  case binary(kind: String)

  /// What messages call it.
  public var name: String {
    switch self {
    case .plainText: "plain text"
    case .markdown: "Markdown"
    case .html: "HTML"
    case .xml: "XML"
    case .pdf: "PDF"
    case .docx: "DOCX"
    case .odt: "ODT"
    case .epub: "EPUB"
    case .rtf: "RTF"
    case .email: "mail"
    case .mbox: "MBOX"
    case .jsonLines: "JSON Lines"
    case .json: "JSON"
    case .csv: "CSV"
    case .tsv: "TSV"
    case .warc: "WARC"
    case .archive: "an archive"
    case .compoundFile: "the Word 97 format (.doc)"
    case .binary(let kind): kind
    }
  }
}
