/// Cuts the body of a multipart at its boundary.
struct MultipartSplitter {
  let boundary: [UInt8]

  init?(boundary: [UInt8]) {
    guard !boundary.isEmpty else { return nil }
    self.boundary = boundary
  }

  /// By the first line "--x" that a field of a part's header follows.
  init?(guessing body: ArraySlice<UInt8>) {
    var rest = body
    var previous = body[body.startIndex..<body.startIndex]
    while !rest.isEmpty {
      let line = LineSlicer.nextLine(&rest)
      if previous.starts(with: "--".utf8), previous.count > 2, previous.count <= 200,
        String(decoding: line.prefix(8), as: UTF8.self).lowercased() == "content-"
      {
        self.init(boundary: Array(previous.dropFirst(2)))
        return
      }
      previous = line
    }
    return nil
  }

  /// What stands between the boundaries, the line end before each removed; nothing before the
  /// first or after the last.
  /// - Complexity: O(*n*).
  func parts(of body: ArraySlice<UInt8>, limit: Int) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var rest = body
    var start: Int?
    while !rest.isEmpty, parts.count < limit {
      let lineStart = rest.startIndex
      let line = LineSlicer.nextLine(&rest)
      guard let isLast = delimits(line) else { continue }
      if let start { parts.append(body[start..<withoutLineEnd(body, from: start, to: lineStart)]) }
      start = isLast ? nil : rest.startIndex
      if isLast { return parts }
    }
    if let start, parts.count < limit { parts.append(body[start...]) }
    return parts
  }

  /// Nil for other lines; whether it is the closing one.
  private func delimits(_ line: ArraySlice<UInt8>) -> Bool? {
    guard line.first == 0x2D, line.count >= boundary.count + 2, line.dropFirst().first == 0x2D,
      line.dropFirst(2).starts(with: boundary)
    else { return nil }
    let after = line.dropFirst(2 + boundary.count)
    if after.allSatisfy(MailHeader.isWhiteSpace) { return false }
    guard after.starts(with: "--".utf8), after.dropFirst(2).allSatisfy(MailHeader.isWhiteSpace) else {
      return nil
    }
    return true
  }

  private func withoutLineEnd(_ body: ArraySlice<UInt8>, from start: Int, to end: Int) -> Int {
    var end = end
    if end > start, body[end - 1] == 0x0A { end -= 1 }
    if end > start, body[end - 1] == 0x0D { end -= 1 }
    return end
  }
}
