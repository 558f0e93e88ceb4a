import CRelataGazetteers

/// The bytes of one embedded data file.
struct EmbeddedBytes: Sendable {
  /// Safe to share: constant data of the program, never written and never freed.
  nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>

  init(_ name: String) throws(GazetteerError) {
    var size = 0
    guard let data = relata_gazetteer_data(name, &size), size > 0 else { throw .missing(table: name) }
    bytes = UnsafeBufferPointer(start: data, count: size)
  }

  /// The text of a range of bytes.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
