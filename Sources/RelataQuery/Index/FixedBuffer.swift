/// Memory of a fixed size that is filled once and then only read.
///
/// An array would do but for its checks at every access, which a search pays millions of times, and because
/// the memory may also be part of a mapped file.
package final class FixedBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  // Unchecked: written only by whoever makes it, before it is shared.
  package let base: UnsafeMutablePointer<Element>
  package let count: Int
  /// Whose memory it is; nil: its own.
  private let owner: AnyObject?

  package init(count: Int, repeating value: Element) {
    self.count = count
    owner = nil
    // At least one element, so that the address is always good.
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: max(1, count))
  }

  /// Somebody else's memory, which must be aligned for the elements, and which nobody may write to.
  package init(_ base: UnsafeMutablePointer<Element>, count: Int, of owner: AnyObject) {
    self.base = base
    self.count = count
    self.owner = owner
  }

  /// Memory that was allocated for it alone, at least for one element, and which it gives back.
  init(taking base: UnsafeMutablePointer<Element>, count: Int) {
    self.base = base
    self.count = count
    owner = nil
  }

  package convenience init(_ elements: [Element], or value: Element) {
    self.init(count: elements.count, repeating: value)
    for (index, element) in elements.enumerated() { base[index] = element }
  }

  deinit { if owner == nil { base.deallocate() } }

  /// The elements; not to be used longer than the buffer lives.
  package var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }
}
