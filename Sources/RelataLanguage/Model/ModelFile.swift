import CRelataKernels

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why a model file cannot be used.
public enum ModelError: Error, Hashable, Sendable, CustomStringConvertible {
  case notAModel
  case truncated(expected: Int, found: Int)
  case altered
  case malformed(String)

  /// On one line: what is wrong with the file.
  public var description: String {
    switch self {
    case .notAModel: "this is no Relata language model (it does not begin with RELATAM1)"
    case .truncated(let expected, let found):
      "the language model is cut off: \(expected) bytes expected, \(found) found; copy the file again"
    case .altered: "the language model has been altered: its checksum does not match; copy the file again"
    case .malformed(let what): "the language model is malformed: \(what)"
    }
  }
}

/// The layout of a model file: magic, header length, JSON header, then tensors aligned to 64 bytes
/// (Documentation/model-file.md).
struct ModelFile: Sendable {
  struct Header: Decodable, Sendable {
    struct Tensor: Decodable, Sendable {
      var name: String
      var rows: Int
      var columns: Int
      var type: String
      var offset: Int
      var scales: Int?
      var sums: Int?
    }
    struct Section: Decodable, Sendable {
      var offset: Int
      var size: Int
    }
    struct Payload: Decodable, Sendable {
      var size: Int
      var crc32: UInt32
    }
    var version: Int
    var window: Int
    var labels: [String: [String]]
    var folding: [String: String]
    var vocabulary: Section
    var tensors: [Tensor]
    var payload: Payload
  }

  static let magic = Array("RELATAM1".utf8)
  /// Larger sizes are slips of a damaged header; sums of offsets cannot overflow below.
  static let largestPayload = 1 << 40
  let header: Header
  /// Offset of the payload in the file.
  let payload: Int

  init(_ bytes: UnsafeRawBufferPointer, verifying: Bool) throws(ModelError) {
    guard bytes.count >= 12, bytes.prefix(8).elementsEqual(Self.magic) else { throw .notAModel }
    let length = Int(bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self).littleEndian)
    guard bytes.count >= 12 + length else { throw .truncated(expected: 12 + length, found: bytes.count) }
    do {
      header = try JSONDecoder().decode(Header.self, from: Data(bytes[12..<12 + length]))
    } catch {
      throw .malformed("its header cannot be read")
    }
    guard header.version == 2 else { throw .malformed("version \(header.version) is not supported, only 2") }
    payload = (12 + length + 63) / 64 * 64
    let size = header.payload.size
    guard size >= 0, size <= Self.largestPayload else { throw .malformed("a payload of \(size) bytes") }
    guard bytes.count >= payload + size else {
      throw .truncated(expected: payload + size, found: bytes.count)
    }
    if verifying {
      let content = UnsafeRawBufferPointer(rebasing: bytes[payload..<payload + size])
      guard relata_crc32(content.baseAddress, content.count) == header.payload.crc32 else { throw .altered }
    }
    for tensor in header.tensors { try Self.check(tensor, payload: size) }
    let words = header.vocabulary
    guard words.offset >= 0, words.size > 0, words.size <= Int(Int32.max),
      words.size <= size - min(size, words.offset)
    else {
      throw .malformed("the vocabulary lies outside the file")
    }
  }

  /// Refuses a tensor that does not lie inside the payload.
  private static func check(_ tensor: Header.Tensor, payload size: Int) throws(ModelError) {
    func fits(_ offset: Int?, _ bytes: Int) -> Bool {
      guard let offset else { return false }
      return offset >= 0 && offset % 64 == 0 && bytes <= size - min(size, offset)
    }
    let outside = ModelError.malformed("tensor \(tensor.name) lies outside the file")
    // Before anything is multiplied.
    guard tensor.rows > 0, tensor.columns > 0, tensor.rows <= 1 << 24, tensor.columns <= 1 << 20 else {
      throw outside
    }
    let panels = (tensor.rows + 15) / 16 * 16
    let values = (tensor.type == "int8-panels" ? panels : tensor.rows) * (tensor.type == "float32" ? 4 : 1)
    guard fits(tensor.offset, values * tensor.columns) else { throw outside }
    if tensor.type != "float32", !fits(tensor.scales, tensor.rows * 4) {
      throw .malformed("the scales of tensor \(tensor.name) lie outside the file")
    }
    if tensor.type == "int8-panels", !fits(tensor.sums, tensor.rows * 4) {
      throw .malformed("the sums of tensor \(tensor.name) lie outside the file")
    }
  }
}
