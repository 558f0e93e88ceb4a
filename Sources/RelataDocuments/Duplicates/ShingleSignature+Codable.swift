#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ShingleSignature {
  /// The first byte of a signature's bytes: changed with the hash or the layout, because old and new
  /// ones cannot be compared.
  private static let version: UInt8 = 1

  /// The version; the number of sequences and that of figures; the sampled hashes of the sequences, then of
  /// the figures. All but the version are four bytes each in little-endian order: 777 bytes at most.
  public var bytes: [UInt8] {
    var bytes = [Self.version]
    let counts = [UInt32(clamping: shingles.count), UInt32(clamping: figures.count)]
    for number in counts + shingles.smallest + figures.smallest {
      for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    return bytes
  }

  /// Nil for bytes that are no signature or one of another version.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.first == Self.version, bytes.count % 4 == 1, bytes.count >= 9 else { return nil }
    var numbers: [UInt32] = []
    for (index, byte) in bytes.dropFirst().enumerated() {
      if index % 4 == 0 { numbers.append(0) }
      numbers[numbers.count - 1] |= UInt32(byte) << UInt32(index % 4 * 8)
    }
    let counts = (shingles: Int(numbers[0]), figures: Int(numbers[1]))
    let sampled = (
      shingles: min(counts.shingles, Self.capacity), figures: min(counts.figures, Self.figureCapacity)
    )
    guard numbers.count == 2 + sampled.shingles + sampled.figures else { return nil }
    let shingles = Array(numbers.dropFirst(2).prefix(sampled.shingles))
    let figures = Array(numbers.suffix(sampled.figures))
    guard [shingles, figures].allSatisfy({ zip($0, $0.dropFirst()).allSatisfy(<) }) else { return nil }
    self.init(
      shingles: HashSketch(count: counts.shingles, smallest: shingles),
      figures: HashSketch(count: counts.figures, smallest: figures))
  }
}

/// Coded as its bytes.
extension ShingleSignature: Codable {
  /// Reads what `encode(to:)` wrote.
  /// - Throws: `DecodingError` for bytes that are no signature or one of another version.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let signature = Self(bytes: try container.decode(Data.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "these bytes are no signature of version \(Self.version)")
    }
    self = signature
  }

  /// Writes ``bytes`` as one `Data`: base64 in JSON.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Data(bytes))
  }
}
