import Dispatch
import Synchronization

/// Hands what a thread makes to a task, a bounded number ahead: reading files blocks, and must not
/// block the tasks' threads.
final class Handover<Element: Sendable>: Sendable {
  private struct State {
    var waiting: [Element] = []
    var isFinished = false
    var isAbandoned = false
    var failure: (any Error)?
    var consumer: CheckedContinuation<Element?, any Error>?
  }

  private let state = Mutex(State())
  private let room: DispatchSemaphore

  /// - Parameter capacity: how many elements may wait.
  init(capacity: Int) {
    // One that began higher than it ends would trap when it is let go of.
    room = DispatchSemaphore(value: 0)
    for _ in 0..<capacity { room.signal() }
  }

  /// Waits for room.
  /// - Throws: `CancellationError` where nobody will take it any more.
  func send(_ element: Element) throws {
    room.wait()
    let consumer = try state.withLock { state throws -> CheckedContinuation<Element?, any Error>? in
      if state.isAbandoned { throw CancellationError() }
      if let consumer = state.consumer {
        state.consumer = nil
        return consumer
      }
      state.waiting.append(element)
      return nil
    }
    consumer?.resume(returning: element)
  }

  /// Ends the elements.
  func finish(throwing failure: (any Error)? = nil) {
    let consumer = state.withLock { state in
      state.isFinished = true
      state.failure = failure
      defer { state.consumer = nil }
      return state.consumer
    }
    if let failure { consumer?.resume(throwing: failure) } else { consumer?.resume(returning: nil) }
  }

  /// The next element; nil after the last.
  func next() async throws -> Element? {
    defer { room.signal() }
    return try await withCheckedThrowingContinuation { continuation in
      let ready = state.withLock { state -> Result<Element?, any Error>? in
        if !state.waiting.isEmpty { return .success(state.waiting.removeFirst()) }
        if let failure = state.failure { return .failure(failure) }
        if state.isFinished { return .success(nil) }
        state.consumer = continuation
        return nil
      }
      if let ready { continuation.resume(with: ready) }
    }
  }

  /// Lets the sender stop.
  func abandon() {
    state.withLock { $0.isAbandoned = true }
    room.signal()
  }
}
