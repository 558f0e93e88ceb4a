#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps other processes from putting sets of files in place in a folder, for as long as it lives.
///
/// Of the folder itself, so that no file of a lock remains. A process that ends,
/// however it ends, gives it up.
final class FolderLock {
  /// How long to wait for another process, which holds it for the time of some renames.
  private static let patience = 60
  private static let pauses = 100

  /// Of the folder; negative where it may not be read.
  private let descriptor: Int32
  /// False where the file system has no locks.
  let isHeld: Bool

  /// - Parameter folder: with a slash at its end, or empty for the current one.
  init(_ folder: String) throws(OutputFileError) {
    let path = folder.isEmpty ? "." : folder
    let file = SystemCall.retried { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    descriptor = file
    guard file >= 0 else {
      isHeld = false
      return
    }
    for _ in 0..<Self.patience * Self.pauses {
      if SystemCall.retried({ flock(file, LOCK_EX | LOCK_NB) }) == 0 {
        isHeld = true
        return
      }
      guard errno == EWOULDBLOCK else {
        isHeld = false
        return
      }
      usleep(UInt32(1_000_000 / Self.pauses))
    }
    isHeld = false
    throw .uncreatable(
      path: path, reason: "another process has been putting files in place here for \(Self.patience) seconds")
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The names in the folder are on the disk.
  func sync() -> Bool { descriptor < 0 || SystemCall.sync(descriptor) }
}
