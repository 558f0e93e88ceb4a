/// Tells tables from text in lines, in files whose names say that they are tables.
struct TableHead {
  private let bytes: [UInt8]

  init(_ text: TextHead) { bytes = text.bytes }

  /// - Returns: nil where lines do not fall into fields alike.
  var format: DocumentFormat? {
    let isWhole = bytes.count < FormatSniffer.headLength - 4
    guard let dialect = CSVDialect(head: bytes, isWhole: isWhole) else {
      // One column, which the first line names.
      let first = bytes.prefix { $0 != 0x0A && $0 != 0x0D }.filter { $0 != UInt8(ascii: "\"") }
      let name = FieldLookup.normalized(String(decoding: first, as: UTF8.self))
      return FieldLookup(FieldNames())[name]?.field == .text ? .csv : nil
    }
    guard dialect.agreement > 0.5 else { return nil }
    return dialect.delimiter == 0x09 ? .tsv : .csv
  }
}
