#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What is remembered of a text to find its near duplicates: how many different sequences of five words it has, and those with the
/// smallest hashes.
///
/// This is MinHash with one hash function and its *k* smallest values (bottom-*k*; Broder 1997, Cohen and Kaplan 2007) instead of *k*
/// functions with one each: a single pass over the text, and the values of two texts also tell how much of the *shorter* one is in
/// the longer one, which resemblance alone does not when one of them was cut. Texts of up to *k* sequences are compared exactly.
public struct ShingleSignature: Hashable, Sendable {
  /// *k*.
  public static let capacity = 160

  /// How many different sequences of five words the text has; 0 for a text without words.
  public let count: Int
  /// The smallest hashes, ascending; all of them if there are no more than `capacity`.
  let sketch: [UInt32]

  /// - Complexity: O(*n* log *n*) in the length of the text.
  public init(_ text: some StringProtocol) {
    let hashes = Shingles(text).hashes
    count = hashes.count
    sketch = Array(hashes.prefix(Self.capacity))
  }

  /// Every hash that the text has up to here is in the sketch.
  var limit: UInt32 { sketch.count < count ? sketch.last ?? 0 : .max }
}

extension ShingleSignature {
  /// The first byte of a signature's bytes: changed with the hash or the layout, because old and new ones cannot be compared.
  private static let version: UInt8 = 1

  /// The version, `count`, then the hashes, each as four bytes in little-endian order: 645 bytes at most.
  public var bytes: [UInt8] {
    var bytes = [Self.version]
    for number in [UInt32(clamping: count)] + sketch {
      for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    return bytes
  }

  /// Nil for bytes that are no signature or one of another version.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.first == Self.version, bytes.count % 4 == 1, bytes.count >= 5 else { return nil }
    var numbers: [UInt32] = []
    for (index, byte) in bytes.dropFirst().enumerated() {
      if index % 4 == 0 { numbers.append(0) }
      numbers[numbers.count - 1] |= UInt32(byte) << UInt32(index % 4 * 8)
    }
    count = Int(numbers[0])
    sketch = Array(numbers.dropFirst())
    guard sketch.count == min(count, Self.capacity), zip(sketch, sketch.dropFirst()).allSatisfy(<) else {
      return nil
    }
  }
}

/// Coded as its bytes.
extension ShingleSignature: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let signature = Self(bytes: try container.decode(Data.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "these bytes are no signature of version 1")
    }
    self = signature
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Data(bytes))
  }
}
