import RelataLayout

extension SplitMix {
  /// 0 ..< 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Fisher and Yates; the standard library's own order may change with its releases.
  mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for index in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(index, Int(next() % UInt64(index + 1)))
    }
  }
}
