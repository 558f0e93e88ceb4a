#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a graph in shards consists of: the file `manifest.json` beside its folders,
/// written when all else is there.
public struct GraphManifest: Hashable, Sendable, Codable {
  /// What the file says that it is.
  public static let kind = "graph in shards"

  /// Always ``kind``.
  public var relata: String
  /// Of the layout: 1.
  public var version: Int
  /// The folder whose files are lines for ``GraphLinesReader``.
  public var lines: String
  /// How many there are in all shards together.
  public var entities: Int
  /// How many statements.
  public var statements: Int
  /// How many documents.
  public var documents: Int
  /// How many contradictions.
  public var contradictions: Int
  /// Nil where there are none.
  public var corrections: Int?

  /// Of the present version.
  public init(
    lines: String, entities: Int, statements: Int, documents: Int, contradictions: Int,
    corrections: Int? = nil
  ) {
    relata = Self.kind
    version = 1
    self.lines = lines
    self.entities = entities
    self.statements = statements
    self.documents = documents
    self.contradictions = contradictions
    self.corrections = corrections
  }

  /// No manifest has more bytes: larger files need not be read as one.
  private static let limit = 1 << 16

  /// Nil where the bytes are no manifest; the version is not checked.
  public init?(json bytes: [UInt8]) {
    guard bytes.count <= Self.limit, let manifest = try? JSONDecoder().decode(Self.self, from: Data(bytes)),
      manifest.relata == Self.kind
    else { return nil }
    self = manifest
  }
}
