/// A heap of nodes by cost, the least on top, ties by the node's number. Four children a node:
/// fewer cache lines than two.
struct SearchHeap {
  struct Entry: BitwiseCopyable {
    var cost: Int
    var node: UInt32

    @inline(__always) static func < (a: Entry, b: Entry) -> Bool {
      a.cost != b.cost ? a.cost < b.cost : a.node < b.node
    }
  }

  private var entries: [Entry] = []

  var count: Int { entries.count }
  var top: Entry? { entries.first }

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func push(_ entry: Entry) {
    entries.append(entry)
    entries.withUnsafeMutableBufferPointer { heap in
      var child = heap.count - 1
      while child > 0 {
        let parent = (child - 1) / 4
        guard entry < heap[parent] else { break }
        heap[child] = heap[parent]
        child = parent
      }
      heap[child] = entry
    }
  }

  mutating func pop() -> Entry? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return first }
    entries.withUnsafeMutableBufferPointer { heap in
      var parent = 0
      while true {
        let firstChild = parent * 4 + 1
        guard firstChild < heap.count else { break }
        var least = firstChild
        for child in firstChild + 1..<max(firstChild + 1, min(firstChild + 4, heap.count))
        where heap[child] < heap[least] {
          least = child
        }
        guard heap[least] < last else { break }
        heap[parent] = heap[least]
        parent = least
      }
      heap[parent] = last
    }
    return first
  }
}
