/// The name of what a compressed file holds that is no archive.
enum SingleFileName {
  private static let extensions: Set = ["gz", "gzip", "z", "bz2", "xz", "lzma", "zst", "zstd", "lz4"]

  /// - Parameters:
  ///   - stored: what the file itself says (RFC 1952, FNAME), or libarchive's "data".
  ///   - outerName: of the compressed file, possibly a path.
  static func name(of stored: [UInt8], in outerName: String) -> String {
    let file = outerName.split(separator: "/").last.map(String.init) ?? ""
    guard !file.isEmpty else { return EntryName.label(of: stored, isZip: false) }
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex,
      extensions.contains(file[file.index(after: dot)...].lowercased())
    else { return EntryName.label(file) }
    return EntryName.label(String(file[..<dot]))
  }
}
