import Foundation

/// The programs that people make archives with, which make bombs as well.
enum ArchivePrograms {
  static let areThere = ["zip", "gzip", "bzip2", "xz", "zstd", "tar"].allSatisfy { program in
    ["/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin"].contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }
}
