#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes that are written once and given once: in memory, or in pieces in a file without a name.
final class ByteSpill {
  private static let pieceSize = 1 << 20

  private var piece: [UInt8] = []
  private let isSpilling: Bool
  private var file: UnsafeMutablePointer<FILE>?
  /// Why the file cannot be used; told when the bytes are asked for.
  private var failure: MappedGraphError?
  private(set) var count = 0

  init(isSpilling: Bool) { self.isSpilling = isSpilling }

  deinit { if let file { fclose(file) } }

  func append(_ bytes: some Collection<UInt8>) {
    piece.append(contentsOf: bytes)
    count += bytes.count
    if isSpilling, piece.count >= Self.pieceSize { spill() }
  }

  private func spill() {
    guard failure == nil else { return }
    if file == nil {
      file = tmpfile()
      if file == nil { failure = .unwritable("no temporary file: \(systemReason())") }
    }
    guard let file else { return }
    if piece.withUnsafeBytes({ fwrite($0.baseAddress, 1, $0.count, file) }) != piece.count {
      failure = .unwritable("a temporary file: \(systemReason())")
    }
    piece.removeAll(keepingCapacity: true)
  }

  /// Gives all bytes.
  func give(to assembly: inout FileAssembly) throws(MappedGraphError) {
    if let failure { throw failure }
    if let file {
      guard fflush(file) == 0, fseek(file, 0, SEEK_SET) == 0 else { throw .unwritable(systemReason()) }
      var buffer = [UInt8](repeating: 0, count: Self.pieceSize)
      var rest = count - piece.count
      while rest > 0 {
        let read = fread(&buffer, 1, min(rest, buffer.count), file)
        guard read > 0 else { throw .unreadable(systemReason()) }
        try buffer.withUnsafeBufferPointer { (buffer) throws(MappedGraphError) in
          try assembly.append(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: buffer[..<read])))
        }
        rest -= read
      }
      guard fseek(file, 0, SEEK_END) == 0 else { throw .unwritable(systemReason()) }
    }
    try assembly.append(piece)
  }
}
