import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C: work in progress is told to stop, and what has been finished stays.
enum Interruption {
  /// Runs something that a first Ctrl-C cancels; a second one ends the process as usual.
  ///
  /// - Parameter message: what to say when it has stopped.
  static func cancelling<Value: Sendable>(
    saying message: String, _ body: @Sendable @escaping () async throws -> Value
  ) async throws -> Value {
    let task = Task { try await body() }
    let source = DispatchSource.makeSignalSource(signal: SIGINT)
    // The source gets it only where the process does not.
    signal(SIGINT, SIG_IGN)
    source.setEventHandler {
      task.cancel()
      signal(SIGINT, SIG_DFL)
    }
    source.resume()
    defer {
      source.cancel()
      signal(SIGINT, SIG_DFL)
    }
    do {
      return try await task.value
    } catch is CancellationError {
      throw CommandFailure(.interrupted, message)
    }
  }
}
