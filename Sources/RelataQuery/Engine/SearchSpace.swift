import Synchronization

/// The memory of one search at a time, reused by the next: a search marks entities with numbers above all
/// earlier ones instead of clearing anything, so that it costs only what it visits.
final class SearchSpace: @unchecked Sendable {
  // Unchecked: whoever has taken it from the pool is alone with it.
  struct Label: BitwiseCopyable {
    var cost: Int
    var stamp: UInt32
    var isSettled: Bool
  }

  let nodeCount: Int
  let marks: UnsafeMutablePointer<UInt32>
  /// Two queues that together hold each node at most once.
  let queue: UnsafeMutablePointer<UInt32>
  let otherQueue: UnsafeMutablePointer<UInt32>
  /// A number for each node, of no meaning unless the search has just set it.
  let values: UnsafeMutablePointer<Int>
  private(set) var labels: UnsafeMutablePointer<Label>?
  private var lastMark: UInt32 = 0
  private var lastStamp: UInt32 = 0
  var heap = SearchHeap()
  var otherHeap = SearchHeap()

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    marks = .allocate(capacity: nodeCount + 1)
    marks.initialize(repeating: 0, count: nodeCount + 1)
    queue = .allocate(capacity: nodeCount + 1)
    otherQueue = .allocate(capacity: nodeCount + 1)
    values = .allocate(capacity: nodeCount + 1)
  }

  deinit {
    marks.deallocate()
    queue.deallocate()
    otherQueue.deallocate()
    values.deallocate()
    labels?.deallocate()
  }

  /// The first of `count` marks that no node bears; those used must be given up with ``finish(lastMark:)``.
  func firstMark(of count: Int) -> UInt32 {
    if Int(lastMark) + count >= Int(UInt32.max) {
      marks.update(repeating: 0, count: nodeCount + 1)
      lastMark = 0
    }
    return lastMark + 1
  }

  func finish(lastMark mark: UInt32) { lastMark = max(lastMark, mark) }

  /// Labels of two sides, node after node, and a stamp that none of them bears.
  func freshLabels() -> (labels: UnsafeMutablePointer<Label>, stamp: UInt32) {
    let count = 2 * (nodeCount + 1)
    let empty = Label(cost: 0, stamp: 0, isSettled: false)
    let all: UnsafeMutablePointer<Label>
    if let labels {
      all = labels
    } else {
      all = .allocate(capacity: count)
      all.initialize(repeating: empty, count: count)
      labels = all
    }
    if lastStamp == .max {
      all.update(repeating: empty, count: count)
      lastStamp = 0
    }
    lastStamp += 1
    return (all, lastStamp)
  }
}

/// Spaces that no query uses at the moment, for the queries to come, on any thread.
final class SearchSpacePool: Sendable {
  private let nodeCount: Int
  private let idle = Mutex<[SearchSpace]>([])

  init(nodeCount: Int) { self.nodeCount = nodeCount }

  func withSpace<Result>(_ body: (SearchSpace) -> Result) -> Result {
    let space = idle.withLock { $0.popLast() } ?? SearchSpace(nodeCount: nodeCount)
    defer { idle.withLock { $0.append(space) } }
    return body(space)
  }
}
