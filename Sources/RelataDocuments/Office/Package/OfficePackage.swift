/// The parts of a document that is a zip file: OOXML, OpenDocument, EPUB.
struct OfficePackage: Sendable {
  private let bytes: [UInt8]
  private let limits: ReadingLimits

  init(_ bytes: [UInt8], limits: ReadingLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// The parts that are wanted, by their path. Parts are never looked for outside of the archive, so that a
  /// path that leads out of it is only a name; of two parts of one name the first counts.
  /// - Throws: what the archive's reader throws; `tooLarge` for more parts than `limits.parts`, or parts that
  ///   together unpack to more than `limits.documentBytes`.
  func parts(where isWanted: (String) -> Bool) throws(FormatError) -> [String: [UInt8]] {
    guard bytes.starts(with: [0x50, 0x4B]) else {
      throw .damaged(reason: "it does not begin as a zip file does")
    }
    var limits = limits
    limits.archiveBytes = min(limits.archiveBytes, limits.documentBytes)
    var parts: [String: [UInt8]] = [:]
    var count = 0
    var size = 0
    do {
      try ArchiveReader(limits: limits).forEachEntry(
        in: .bytes(bytes),
        where: { name in
          count += 1
          return count <= limits.parts && isWanted(Self.path(name))
        },
        // A part that is wanted and cannot be read is not missing.
        onFailure: { _, error in throw error },
        { entry in
          size += entry.bytes.count
          guard size <= limits.documentBytes else {
            throw FormatError.tooLarge(what: "bytes unpacked", limit: limits.documentBytes)
          }
          let path = Self.path(entry.name)
          if parts[path] == nil { parts[path] = entry.bytes }
        })
    } catch let error as FormatError {
      throw error
    } catch {
      throw .damaged(reason: "\(error)")
    }
    guard count <= limits.parts else { throw .tooLarge(what: "parts", limit: limits.parts) }
    return parts
  }

  /// Some programs write "\" and a leading "/", which mean the same to those that read.
  private static func path(_ name: String) -> String {
    let path = name.contains("\\") ? String(name.map { $0 == "\\" ? "/" : $0 }) : name
    return path.hasPrefix("/") ? String(path.dropFirst()) : path
  }
}
