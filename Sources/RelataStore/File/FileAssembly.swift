/// Where the bytes of a graph file go.
protocol FileSink: AnyObject {
  /// Puts bytes behind those that came before.
  func write(_ bytes: UnsafeRawBufferPointer) throws(MappedGraphError)
  /// Puts bytes at the beginning, in the place of those that are there.
  func rewrite(_ bytes: UnsafeRawBufferPointer) throws(MappedGraphError)
}

/// Puts a graph file together from front to back, with the checksums of its blocks.
struct FileAssembly {
  private let sink: any FileSink
  private var checksums: [UInt64] = []
  /// Of the block that has begun.
  private var digest = ContentDigest()
  /// How many bytes there are.
  private(set) var place = 0

  init(_ sink: any FileSink) { self.sink = sink }

  /// Leaves room for the header.
  mutating func begin() throws(MappedGraphError) {
    try put([UInt8](repeating: 0, count: FileLayout.headerSize))
  }

  mutating func append<Element: BitwiseCopyable>(_ elements: [Element]) throws(MappedGraphError) {
    try elements.withUnsafeBufferPointer { (elements) throws(MappedGraphError) in
      try append(UnsafeRawBufferPointer(elements))
    }
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(MappedGraphError) {
    guard let base = bytes.baseAddress else { return }
    try sink.write(bytes)
    place += bytes.count
    var start = 0
    while start < bytes.count {
      let count = min(bytes.count - start, FileLayout.blockSize - digest.size)
      digest.add(UnsafeRawBufferPointer(start: base + start, count: count))
      start += count
      if digest.size == FileLayout.blockSize { endBlock() }
    }
  }

  private mutating func endBlock() {
    checksums.append(digest.value)
    digest = ContentDigest()
  }

  /// Fills up to where the next section may begin.
  mutating func align() throws(MappedGraphError) {
    let count = FileLayout.aligned(place) - place
    if count > 0 { try append([UInt8](repeating: 0, count: count)) }
  }

  mutating func end(_ sections: [(Section, Range<Int>)], _ source: SourceStamp) throws(MappedGraphError) {
    try align()
    if digest.size > 0 { endBlock() }
    let header = FileHeader.bytes(
      sections: sections, checksums: checksums, checksumStart: place, source: source)
    try put(checksums.map(\.littleEndian))
    try header.withUnsafeBufferPointer { (header) throws(MappedGraphError) in
      try sink.rewrite(UnsafeRawBufferPointer(header))
    }
  }

  /// Bytes that no checksum of a block covers.
  private mutating func put<Element: BitwiseCopyable>(_ elements: [Element]) throws(MappedGraphError) {
    try elements.withUnsafeBufferPointer { (elements) throws(MappedGraphError) in
      let bytes = UnsafeRawBufferPointer(elements)
      try sink.write(bytes)
      place += bytes.count
    }
  }
}

/// Takes a file that stays in memory.
final class MemorySink: FileSink {
  let memory: FileMemory
  private var place = 0

  init(_ memory: FileMemory) { self.memory = memory }

  func write(_ bytes: UnsafeRawBufferPointer) {
    precondition(bytes.count <= memory.count - place)
    if let base = bytes.baseAddress { (memory.base + place).copyMemory(from: base, byteCount: bytes.count) }
    place += bytes.count
  }

  func rewrite(_ bytes: UnsafeRawBufferPointer) {
    precondition(bytes.count <= memory.count)
    if let base = bytes.baseAddress { memory.base.copyMemory(from: base, byteCount: bytes.count) }
  }
}
