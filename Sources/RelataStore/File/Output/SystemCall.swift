#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Calls of the system, begun again where a signal interrupted them and continued where they did only a part.
/// What fails leaves its reason in `errno`.
enum SystemCall {
  static func retried(_ call: () -> Int32) -> Int32 {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  /// - Returns: whether all bytes are written.
  static func append(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    each(bytes) { base, count, _ in write(descriptor, base, count) }
  }

  /// - Returns: whether all bytes are written.
  static func put(_ bytes: UnsafeRawBufferPointer, atBeginningOf descriptor: Int32) -> Bool {
    each(bytes) { base, count, done in pwrite(descriptor, base, count, off_t(done)) }
  }

  private static func each(
    _ bytes: UnsafeRawBufferPointer, _ call: (UnsafeRawPointer, _ count: Int, _ done: Int) -> Int
  ) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    var done = 0
    while done < bytes.count {
      let count = call(base + done, bytes.count - done, done)
      if count < 0, errno == EINTR { continue }
      if count == 0 { errno = EIO }
      if count <= 0 { return false }
      done += count
    }
    return true
  }

  /// Gives a file permissions. File systems that have none of their own are content with what they say of
  /// every file.
  ///
  /// - Returns: whether it has them.
  static func set(mode: mode_t, of descriptor: Int32) -> Bool {
    if fchmod(descriptor, mode) == 0 { return true }
    let reason = errno
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & 0o777 == mode { return true }
    errno = reason
    return false
  }

  /// What was written is on the disk. File systems that know no such thing have done what they can.
  static func sync(_ descriptor: Int32) -> Bool {
    retried { fsync(descriptor) } == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS
  }
}
