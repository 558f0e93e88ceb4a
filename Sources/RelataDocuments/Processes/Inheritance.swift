#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import Synchronization

/// Which of our open files the programs that we start inherit: none but those given to them.
enum Inheritance {
  /// A descriptor that is opened first and marked then (Swift sees no `pipe2`, macOS has none) must not
  /// meet a start in between.
  private static let lock = Mutex(())

  /// Runs `body` while no program is started by another thread.
  static func withoutSpawning<Result: Sendable>(_ body: () -> sending Result) -> Result {
    lock.withLock { _ in body() }
  }

  /// Marks a descriptor as closed in every program that is started from now on.
  static func forbid(_ descriptor: Int32) { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
}
