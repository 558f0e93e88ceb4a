/// Changes graph files along their layout: by bytes alone hardly anything is nearly right, and what is not
/// nearly right is refused at once.
struct GraphFileMutator {
  private(set) var parts: GraphFileParts
  private var random: SplitMix

  private init(_ parts: GraphFileParts, _ random: SplitMix) {
    self.parts = parts
    self.random = random
  }

  /// An input changed in up to three places, or a random graph's file with as many changes; the input itself
  /// where that would be longer than the limit.
  static func mutated(_ input: [UInt8], limit: Int, using random: inout SplitMix) -> [UInt8] {
    guard let parts = parts(input, using: &random) else { return input }
    var mutator = GraphFileMutator(parts, SplitMix(seed: random.next()))
    for _ in 0..<mutator.random.below(4) { mutator.change() }
    let file = mutator.file()
    return file.count <= limit ? file : input
  }

  private static func parts(_ input: [UInt8], using random: inout SplitMix) -> GraphFileParts? {
    if random.below(4) > 0, let parts = GraphFileParts(input), !parts.sections.isEmpty { return parts }
    return GraphFileParts(GraphFileReader.file(of: RandomGraph.graph(using: &random)))
  }

  private mutating func change() {
    switch random.below(10) {
    case 0...2: changeElement()
    case 3: changeOrder()
    case 4, 5: changeLength()
    case 6, 7: changeRecord()
    case 8: changeText()
    default: changeSections()
    }
  }

  // MARK: - What is chosen

  /// A section of which something is true; nil where there is none.
  private mutating func section(where isFitting: (GraphFileParts.Section) -> Bool) -> Int? {
    let places = parts.sections.indices.filter { isFitting(parts.sections[$0]) }
    return places.isEmpty ? nil : OddValues.one(of: places, using: &random)
  }

  /// One of so many elements, the first and the last more often.
  private mutating func element(of count: Int) -> Int {
    switch random.below(4) {
    case 0: 0
    case 1: max(0, count - 1)
    default: random.below(count)
    }
  }

  /// A number in the place of another: one more or less, the number of elements of some section, one more or
  /// less than that, or one at an edge.
  private mutating func number(near old: UInt64) -> UInt64 {
    switch random.below(8) {
    case 0: return old &+ 1
    case 1: return old &- 1
    case 2: return old ^ 1
    case 3: return old &* 2
    case 4, 5:
      guard !parts.sections.isEmpty else { return old }
      let count = parts.sections[random.below(parts.sections.count)].count
      return UInt64(count) &* UInt64(1 + random.below(2)) &+ UInt64(random.below(3)) &- 1
    default: return OddValues.number(using: &random)
    }
  }

  // MARK: - Tables

  private mutating func changeElement() {
    guard let place = section(where: { $0.isTable && $0.count > 0 }) else { return }
    let count = parts.sections[place].count
    let (first, second) = (element(of: count), element(of: count))
    let other = random.below(4) == 0
    let new = other ? parts.sections[place][second] : number(near: parts.sections[place][first])
    parts.sections[place][first] = new
  }

  /// Tables are mostly in ascending order, or have an order that others follow.
  private mutating func changeOrder() {
    guard let place = section(where: { $0.isTable && $0.count > 1 }) else { return }
    var table = parts.sections[place]
    let (first, second) = (element(of: table.count), element(of: table.count))
    if random.below(3) == 0 {
      let numbers = (0..<table.count).map { table[$0] }
      for (place, number) in numbers.reversed().enumerated() { table[place] = number }
    } else {
      let number = table[first]
      table[first] = table[second]
      table[second] = number
    }
    parts.sections[place] = table
  }

  /// Tables are as long as others, or as numbers say.
  private mutating func changeLength() {
    guard let place = section(where: { _ in true }) else { return }
    let width = parts.sections[place].width
    var bytes = parts.sections[place].bytes
    switch random.below(6) {
    case 0: bytes = []
    case 1: bytes.removeLast(min(bytes.count, width * (1 + random.below(3))))
    case 2: bytes.removeFirst(min(bytes.count, width))
    case 3: bytes.append(0)
    default:
      // A last element more, or several, as it is or as nothing.
      let last = random.below(2) == 0 ? Array(bytes.suffix(width)) : [UInt8](repeating: 0, count: width)
      for _ in 0...random.below(4) { bytes += last }
    }
    parts.sections[place].bytes = bytes
  }

  // MARK: - Records and texts

  private mutating func changeRecord() {
    guard let place = section(where: { GraphFileLayout.records.contains($0.number) && $0.count > 0 }) else {
      return
    }
    let bytes = parts.sections[place].bytes
    // The number around some byte: all of its bytes but the last have the highest bit.
    var start = element(of: bytes.count)
    while start > 0, bytes[start - 1] >= 0x80 { start -= 1 }
    var end = start
    while end < bytes.count - 1, bytes[end] >= 0x80 { end += 1 }
    let old = bytes[start...end].reversed().reduce(0 as UInt64) { $0 << 7 | UInt64($1 & 0x7F) }
    let new = random.below(8) == 0 ? [] : encoded(number(near: old))
    parts.replace(start..<end + 1, of: place, with: new, isMoving: random.below(8) > 0)
  }

  /// A number as records have it; seldom longer than it needs to be, or without an end.
  private mutating func encoded(_ number: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
    switch random.below(16) {
    case 0:
      bytes[bytes.count - 1] |= 0x80
      bytes.append(0)
    case 1: bytes = [UInt8](repeating: 0xFF, count: 11)
    default: break
    }
    return bytes
  }

  private mutating func changeText() {
    guard let place = section(where: { GraphFileLayout.texts.contains($0.number) }),
      let offsets = parts.offsets(of: place), parts.sections[offsets].count > 1
    else { return }
    let number = element(of: parts.sections[offsets].count - 1)
    let start = Int(clamping: parts.sections[offsets][number])
    let end = Int(clamping: parts.sections[offsets][number + 1])
    guard start <= end, end <= parts.sections[place].bytes.count else { return }
    var new = Array(OddValues.text(using: &random).utf8)
    // Half a letter.
    if random.below(4) == 0 { new.append(0xE2) }
    parts.replace(start..<end, of: place, with: new, isMoving: random.below(8) > 0)
  }

  // MARK: - Sections

  private mutating func changeSections() {
    guard !parts.sections.isEmpty else { return }
    let (first, second) = (random.below(parts.sections.count), random.below(parts.sections.count))
    switch random.below(6) {
    case 0: parts.sections.remove(at: first)
    case 1:
      // Twice.
      parts.sections.insert(parts.sections[first], at: second)
    case 2:
      let number = parts.sections[first].number
      parts.sections[first].number = parts.sections[second].number
      parts.sections[second].number = number
    case 3: parts.sections[first].bytes = parts.sections[second].bytes
    case 4:
      let unknown: [UInt32] = [0, 45, 46, 65_536, .max]
      parts.sections[first].number = OddValues.one(of: unknown, using: &random)
    default: parts.sections.swapAt(first, second)
    }
  }

  /// The file, in some cases with changes of what the header says of it.
  private mutating func file() -> [UInt8] {
    var file = parts.file
    if random.below(4) == 0 { changeEntry(of: &file) }
    if random.below(16) == 0 { changeHeader(of: &file) }
    GraphFileLayout.putSumOfHeader(in: &file)
    return file
  }

  /// Where a section stands, or how long it is: elsewhere in the file, over another one, up to the end, or
  /// beyond it.
  private mutating func changeEntry(of file: inout [UInt8]) {
    guard !parts.sections.isEmpty else { return }
    func place(_ section: Int) -> Int {
      GraphFileLayout.firstEntry + section * GraphFileLayout.entrySize
    }
    let count = min(parts.sections.count, GraphFileLayout.mostSections)
    let (entry, other) = (place(random.below(count)), place(random.below(count)))
    let isStart = random.below(2) == 0
    let start = file.number(at: entry + 8, as: UInt64.self)
    let length = file.number(at: entry + 16, as: UInt64.self)
    let end = file.number(at: GraphFileLayout.Field.checksums, as: UInt64.self)
    // What reaches exactly up to the end stands there twice: it is right more often than the rest.
    let numbers: [UInt64] = [
      isStart ? start : length, file.number(at: other + 8, as: UInt64.self),
      file.number(at: other + 16, as: UInt64.self), end, end &- (isStart ? length : start),
      end &- (isStart ? length : start), UInt64(file.count), OddValues.number(using: &random),
    ]
    let shifts: [Int64] = [0, 0, 0, 1, 8, 64, -1, -8, -64]
    let shift = UInt64(bitPattern: OddValues.one(of: shifts, using: &random))
    let number = OddValues.one(of: numbers, using: &random) &+ shift
    file.put(number, at: isStart ? entry + 8 : entry + 16)
  }

  /// A number of the header, whose own checksum is put right afterwards, so that it is believed.
  private mutating func changeHeader(of file: inout [UInt8]) {
    if random.below(3) == 0 {
      let place = OddValues.one(of: GraphFileLayout.Field.short, using: &random)
      let old = file.number(at: place, as: UInt32.self)
      file.put(UInt32(truncatingIfNeeded: number(near: UInt64(old))), at: place)
    } else {
      let place = OddValues.one(of: GraphFileLayout.Field.long, using: &random)
      let old = file.number(at: place, as: UInt64.self)
      let new = random.below(3) == 0 ? old &+ 8 : number(near: old)
      file.put(new, at: place)
    }
  }
}
