/// Records of different lengths, each checked when it is read.
struct RecordTable: Sendable {
  private let image: FileImage
  private let offsets: Range<Int>
  private let bytes: Range<Int>
  let count: Int

  /// - Parameter count: how many there must be; nil: any number.
  init(
    _ image: FileImage, offsets: Section, bytes: Section, count: Int? = nil
  ) throws(MappedGraphError) {
    self.image = image
    self.offsets = try image.range(offsets)
    self.bytes = try image.range(bytes)
    self.count = self.offsets.count / 8 - 1
    guard self.offsets.count % 8 == 0, self.count >= 0, count.map({ $0 == self.count }) ?? true else {
      throw .damaged("the size of the \(offsets)")
    }
  }

  /// The bytes of a record; they live as long as the image.
  func record(_ number: Int) throws(MappedGraphError) -> UnsafeRawBufferPointer {
    guard number >= 0, number < count else { throw .damaged("a record that is not there") }
    let place = offsets.lowerBound + number * 8
    let ends = try image.bytes(place..<place + 16)
    let start = Int(clamping: ends.loadUnaligned(as: UInt64.self))
    let end = Int(clamping: ends.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    guard start <= end, end <= bytes.count else { throw .damaged("the place of a record") }
    return try image.bytes(bytes.lowerBound + start..<bytes.lowerBound + end)
  }

  func reader(_ number: Int) throws(MappedGraphError) -> RecordReader { RecordReader(try record(number)) }

  func text(_ number: UInt64) throws(MappedGraphError) -> String {
    String(decoding: try record(Int(clamping: number)), as: UTF8.self)
  }
}
