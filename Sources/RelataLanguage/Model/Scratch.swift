/// Memory that is used again and again, grown where it is too small; its content is not kept.
package final class Scratch<Element: BitwiseCopyable> {
  private var memory: UnsafeMutablePointer<Element>
  private var capacity = 64

  package init() { memory = .allocate(capacity: capacity) }

  /// Room for at least `count` elements, of undefined content; valid until more room is asked for.
  package func room(_ count: Int) -> UnsafeMutablePointer<Element> {
    if capacity < count {
      memory.deallocate()
      capacity = max(count, capacity * 2)
      memory = .allocate(capacity: capacity)
    }
    return memory
  }

  deinit { memory.deallocate() }
}
