/// Fills a ``FixedBuffer`` from front to back, where only the most that it may hold is known before.
package struct FixedBufferWriter<Element: BitwiseCopyable>: ~Copyable {
  private let base: UnsafeMutablePointer<Element>
  private let capacity: Int
  package private(set) var count = 0

  package init(capacity: Int) {
    self.capacity = capacity
    // At least one element, so that the address is always good.
    base = .allocate(capacity: max(1, capacity))
  }

  deinit { base.deallocate() }

  /// Where the next element goes. There is room for all that was asked for and is not yet used.
  package var end: UnsafeMutablePointer<Element> { base + count }

  /// Some elements have been put at ``end``.
  package mutating func advance(by number: Int) {
    precondition(number >= 0 && number <= capacity - count)
    count += number
  }

  @inline(__always) package mutating func append(_ element: Element) {
    precondition(count < capacity)
    base[count] = element
    count += 1
  }

  package mutating func append(_ elements: UnsafePointer<Element>, count number: Int) {
    precondition(number <= capacity - count)
    (base + count).update(from: elements, count: number)
    count += number
  }

  package consuming func buffer() -> FixedBuffer<Element> {
    let buffer = FixedBuffer(taking: base, count: count)
    discard self
    return buffer
  }
}
