import Foundation

/// Work whose recursion may be deeper than the stack of the thread that asks for it: a main thread has 8 MiB,
/// others on macOS 512 KiB.
enum LargeStack {
  /// Runs work on a thread of its own and waits for it.
  ///
  /// - Parameter size: bytes of that thread's stack. They take memory only as far as they are used.
  static func run<Value>(size: Int, _ work: @escaping () -> Value) -> Value? {
    // The two threads never run at once: one waits for the other.
    nonisolated(unsafe) let work = work
    nonisolated(unsafe) var result: Value?
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      result = work()
      done.signal()
    }
    thread.stackSize = size
    thread.start()
    done.wait()
    return result
  }
}
