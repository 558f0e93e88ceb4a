import RelataQuery
import Synchronization

/// A graph file whose parts are checked before they are used: the header when it is opened, everything else
/// by blocks of 64 KiB, each when it is first asked for.
///
/// The check finds damage, not forgery; and a file that is changed in place while it is mapped is not
/// noticed. Relata itself never does that: it puts a new file in the place of the old one.
final class FileImage: Sendable {
  let source: SourceStamp
  private let memory: FileMemory
  private let sections: [Section: Range<Int>]
  /// What the checksums cover.
  private let body: Range<Int>
  private let checksums: Range<Int>
  private let isChecked: Mutex<[Bool]>
  private let isAllChecked = Atomic(false)
  private let fitting = Mutex<Set<Section>>([])

  init(_ memory: FileMemory) throws(MappedGraphError) {
    self.memory = memory
    let header = FileHeader.Reader(memory)
    source = try header.check()
    let sums = try header.checksums()
    sections = try header.sections(within: FileLayout.headerSize..<sums.lowerBound)
    body = FileLayout.headerSize..<sums.lowerBound
    checksums = sums
    isChecked = Mutex([Bool](repeating: false, count: sums.count / 8))
  }

  /// The range of a section, in bytes of the file.
  func range(_ section: Section) throws(MappedGraphError) -> Range<Int> {
    guard let range = sections[section] else { throw .damaged("the \(section) is missing") }
    return range
  }

  /// Makes sure that some bytes are what was written.
  func check(_ range: Range<Int>) throws(MappedGraphError) {
    guard !range.isEmpty, !isAllChecked.load(ordering: .acquiring) else { return }
    guard body.lowerBound <= range.lowerBound, range.upperBound <= body.upperBound else {
      throw .damaged("a place outside the file")
    }
    let first = (range.lowerBound - body.lowerBound) / FileLayout.blockSize
    let last = (range.upperBound - 1 - body.lowerBound) / FileLayout.blockSize
    let sums = memory.bytes(checksums)
    let isIntact = isChecked.withLock { isChecked in
      for block in first...last where !isChecked[block] {
        let sum = UInt64(littleEndian: sums.loadUnaligned(fromByteOffset: block * 8, as: UInt64.self))
        guard Checksum.of(bytes(ofBlock: block)) == sum else { return false }
        isChecked[block] = true
      }
      return true
    }
    guard isIntact else { throw .damaged("between bytes \(range.lowerBound) and \(range.upperBound)") }
  }

  /// Makes sure of the whole file, after which nothing needs to be looked up any more.
  func checkAll() throws(MappedGraphError) {
    try check(body)
    isAllChecked.store(true, ordering: .releasing)
  }

  /// Makes sure, once, of tables that also have to fit together.
  ///
  /// - Parameters:
  ///   - sections: those of the tables, by the first of which they are known.
  ///   - misfit: what does not fit; asked when their bytes have been found to be what was written.
  func check(_ sections: [Section], _ misfit: () -> String?) throws(MappedGraphError) {
    guard let first = sections.first, !fitting.withLock({ $0.contains(first) }) else { return }
    try check(sections)
    if let misfit = misfit() { throw .damaged(misfit) }
    fitting.withLock { _ = $0.insert(first) }
  }

  func check(_ sections: [Section]) throws(MappedGraphError) {
    for section in sections { try check(try range(section)) }
  }

  /// A section's bytes, checked.
  func bytes(_ section: Section) throws(MappedGraphError) -> UnsafeRawBufferPointer {
    let range = try range(section)
    try check(range)
    return memory.bytes(range)
  }

  /// Some bytes, checked.
  func bytes(_ range: Range<Int>) throws(MappedGraphError) -> UnsafeRawBufferPointer {
    try check(range)
    return memory.bytes(range)
  }

  /// A section as a table, unchecked: ``check(_:)`` must have seen it.
  ///
  /// - Parameter count: how many elements it must have; nil: any.
  func table<Element: BitwiseCopyable>(
    _ section: Section, of _: Element.Type = Element.self, count: Int? = nil
  ) throws(MappedGraphError) -> FixedBuffer<Element> {
    let range = try range(section)
    let stride = MemoryLayout<Element>.stride
    guard range.count % stride == 0, count.map({ $0 == range.count / stride }) ?? true else {
      throw .damaged("the size of the \(section)")
    }
    let base = (memory.base + range.lowerBound).bindMemory(to: Element.self, capacity: range.count / stride)
    return FixedBuffer(base, count: range.count / stride, of: self)
  }

  private func bytes(ofBlock block: Int) -> UnsafeRawBufferPointer {
    let start = body.lowerBound + block * FileLayout.blockSize
    return memory.bytes(start..<min(start + FileLayout.blockSize, body.upperBound))
  }
}
