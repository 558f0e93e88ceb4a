import Foundation
import RelataDocuments

enum ArchiveFixtures {
  static func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/archives/\(name)").path
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(name))))
  }

  static func reader(_ name: String) throws -> ByteReader { try ByteReader(path: path(name)) }
}

/// What came out of an archive.
struct Unpacked {
  var entries: [ArchiveReader.Entry] = []
  var failures: [(name: String, error: FormatError)] = []
  var error: FormatError?

  var names: [String] { entries.map(\.name) }

  init(
    _ source: ArchiveReader.Source, named name: String = "", limits: ReadingLimits = ReadingLimits(),
    entries: Int? = nil
  ) throws {
    var reader = ArchiveReader(limits: limits)
    if let entries { reader.entries = entries }
    do {
      try reader.forEachEntry(
        in: source, named: name, onFailure: { failures.append(($0, $1)) }, { self.entries.append($0) })
    } catch let error as FormatError {
      self.error = error
    }
  }

  init(_ fixture: String, limits: ReadingLimits = ReadingLimits()) throws {
    try self.init(.file(path: ArchiveFixtures.path(fixture)), named: fixture, limits: limits)
  }

  func text(_ name: String) -> String? {
    entries.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
