/// A JSON object and its members.
struct JSONObject {
  /// Why a text is no JSON object.
  struct Failure: Error {
    /// Of the place where that is seen, from 1.
    var line: Int
    var error: FormatError
  }

  let tape: JSONTape
  /// What a user should know of how it was read: its encoding, where it is not UTF-8.
  private(set) var notes: [String] = []

  init(_ frame: JSONFraming.Frame) throws(Failure) {
    var bytes = frame.bytes
    if !UTF8Stream.isUTF8(bytes) {
      do {
        let decoded = try TextDecoder.decode(bytes)
        bytes = Array(decoded.text.utf8)
        notes.append("decoded as \(decoded.encoding)")
      } catch {
        throw Failure(line: frame.line, error: error)
      }
    }
    do {
      tape = try JSONTape(bytes)
    } catch {
      let place = Self.place(of: error.offset, in: bytes, from: frame.line)
      throw Failure(line: place.line, error: Self.located(error.error, column: place.column))
    }
    guard tape.entries.first?.kind == .object else {
      throw Failure(
        line: frame.line, error: .damaged(reason: "this JSON value is no object, so it is no document"))
    }
  }

  /// Of a byte of the object.
  /// - Parameter line: of the object's beginning, from 1.
  static func place(of offset: Int, in bytes: [UInt8], from line: Int) -> (line: Int, column: Int) {
    let before = bytes[..<min(offset, bytes.count)]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return (line + before.count { $0 == 0x0A }, before.count - start + 1)
  }

  private static func located(_ error: FormatError, column: Int) -> FormatError {
    guard case .damaged(let reason) = error else { return error }
    return .damaged(reason: "\(reason) (byte \(column) of the line)")
  }
}
