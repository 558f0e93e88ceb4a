/// Memory of a fixed size that is filled once and then only read.
///
/// An array would do but for its checks at every access, which a search pays millions of times, and because a buffer can later
/// lie in a mapped file as well.
final class FixedBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  // Unchecked: written only by whoever makes it, before it is shared.
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(count: Int, repeating value: Element) {
    self.count = count
    // At least one element, so that the address is always good.
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: max(1, count))
  }

  convenience init(_ elements: [Element], or value: Element) {
    self.init(count: elements.count, repeating: value)
    for (index, element) in elements.enumerated() { base[index] = element }
  }

  deinit { base.deallocate() }
}
