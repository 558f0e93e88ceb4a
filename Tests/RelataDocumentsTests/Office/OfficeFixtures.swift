import FoundationEssentials

@testable import RelataDocuments

/// The files in `Fixtures/Office`, and documents made for one test.
enum OfficeFixtures {
  /// Whether the libraries for zip files and XML are there.
  static var canBeRead: Bool {
    #if Archives && Markup
      true
    #else
      false
    #endif
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Office")

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  static func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// By the reader for what the file's name ends in.
  static func content(_ name: String) throws -> DocumentContent {
    let bytes = try bytes(name)
    switch name.split(separator: ".").last {
    case "docx", "doc": return try WordReader().content(of: bytes)
    case "odt", "ott", "fodt": return try OpenDocumentReader().content(of: bytes)
    case "epub": return try EPUBReader().content(of: bytes)
    default: return try RichTextReader().content(of: bytes)
    }
  }

  static func paragraphs(_ name: String) throws -> [String] {
    try content(name).paragraphs
  }
}

extension DocumentContent {
  /// Apart by empty lines; no paragraph has a line end in it.
  var paragraphs: [String] { text.split(separator: "\n").map(String.init) }
}
