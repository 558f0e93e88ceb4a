import CRelataModel
import RelataLanguage

/// A log-linear model of relations over ``RelationFeatures``, learned beside the heads: what a word means
/// that was seen a few times in training, the heads have often forgotten.
///
/// Documentation/model-file.md has the layout of the file.
struct RelationWeights: Sendable {
  private static let magic = Array("RELRELA1".utf8)
  private static let headerSize = 28

  /// The relations, in the order of the scores.
  let relations: [String]
  /// Safe to share: never written.
  private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let features: Int
  private let scale: Float
  /// Where in the bytes the features' first weights, the weights' relations and the weights begin.
  private let starts, numbers, steps: Int

  /// The one that is part of the program.
  /// - Throws: ``ModelError`` where it is damaged.
  static func embedded() throws(ModelError) -> RelationWeights {
    try RelationWeights(
      UnsafeRawBufferPointer(start: relata_relations_data(), count: relata_relations_size()))
  }

  /// - Parameter bytes: alive as long as the value.
  /// - Throws: ``ModelError`` where they are no such file.
  /// - Complexity: O(features + weights).
  init(_ bytes: UnsafeRawBufferPointer) throws(ModelError) {
    self.bytes = bytes
    guard bytes.count >= Self.headerSize, bytes.prefix(Self.magic.count).elementsEqual(Self.magic) else {
      throw .malformed("relations.bin begins differently")
    }
    func count(_ field: Int) -> Int { Int(bytes.uint32(at: Self.magic.count + 4 * field)) }
    let (weights, text) = (count(2), count(3))
    features = count(0)
    scale = Float(bitPattern: bytes.uint32(at: Self.magic.count + 16))
    starts = Self.headerSize + 8 * features
    numbers = starts + 4 * (features + 1)
    steps = numbers + weights
    guard bytes.count == steps + weights + text, scale.isFinite else {
      throw .malformed("relations.bin is cut or too long")
    }
    relations = String(decoding: bytes.suffix(text), as: UTF8.self).split(separator: "\n").map(String.init)
    let bounds = (0...features).map { [starts] in Int(bytes.uint32(at: starts + 4 * $0)) }
    guard relations.count == count(1), bounds.first == 0, bounds.last == weights,
      zip(bounds, bounds.dropFirst()).allSatisfy({ $0 <= $1 }),
      bytes[numbers..<steps].allSatisfy({ $0 < relations.count }),
      (0..<max(0, features - 1)).allSatisfy({ key(at: $0) < key(at: $0 + 1) })
    else { throw .malformed("relations.bin has features or relations out of order") }
  }

  /// Tells files apart: FNV-1a of 32 bits (Fowler, Noll and Vo) of the bytes, in hexadecimal.
  /// - Complexity: O(bytes).
  var identifier: String {
    let hash = bytes.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// Of each relation, how much the features speak for it: what softmax makes probabilities of.
  /// - Complexity: O(features · log of those known).
  func scores(_ found: RelationFeatures) -> [Float] {
    var scores = [Float](repeating: 0, count: relations.count)
    for key in found.keys {
      guard let place = place(of: key) else { continue }
      let range = Int(bytes.uint32(at: starts + 4 * place))..<Int(bytes.uint32(at: starts + 4 * (place + 1)))
      for weight in range {
        scores[Int(bytes[numbers + weight])] += Float(Int8(bitPattern: bytes[steps + weight])) * scale
      }
    }
    return scores
  }

  private func key(at place: Int) -> UInt64 { bytes.uint64(at: Self.headerSize + 8 * place) }

  /// Where a feature stands among the sorted ones.
  private func place(of key: UInt64) -> Int? {
    var (low, high) = (0, features)
    while low < high {
      let middle = (low + high) / 2
      let known = self.key(at: middle)
      if known == key { return middle }
      if known < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func uint32(at offset: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  fileprivate func uint64(at offset: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
