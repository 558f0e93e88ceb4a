extension Renumbering {
  /// The new list, of the old one and what comes.
  /// - Complexity: O(n) at the speed of copying memory.
  package func splice<Element: BitwiseCopyable>(
    _ old: FixedBuffer<Element>, _ added: FixedBuffer<Element>
  ) -> FixedBuffer<Element> {
    var writer = FixedBufferWriter<Element>(capacity: count)
    for stretch in stretches {
      switch stretch {
      case .kept(let range): writer.append(old.base + range.lowerBound, count: range.count)
      case .added(let range): writer.append(added.base + range.lowerBound, count: range.count)
      }
    }
    return writer.buffer()
  }

  /// The same for strings.
  package func splice(_ old: PackedStrings, _ added: PackedStrings) -> PackedStrings {
    var offsets = FixedBufferWriter<UInt64>(capacity: count + 1)
    var bytes = FixedBufferWriter<UInt8>(capacity: old.bytes.count + added.bytes.count)
    offsets.append(0)
    for stretch in stretches {
      let (strings, range) =
        switch stretch {
        case .kept(let range): (old, range)
        case .added(let range): (added, range)
        }
      let start = strings.offsets.base[range.lowerBound]
      // Of unsigned numbers: the difference may be of either sign.
      let shift = UInt64(bytes.count) &- start
      for number in range { offsets.append(strings.offsets.base[number + 1] &+ shift) }
      bytes.append(
        strings.bytes.base + Int(start), count: Int(strings.offsets.base[range.upperBound] - start))
    }
    return PackedStrings(offsets: offsets.buffer(), bytes: bytes.buffer())
  }
}
