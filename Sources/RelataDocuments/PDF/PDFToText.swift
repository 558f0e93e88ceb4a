/// Poppler's `pdftotext`, run on one file.
struct PDFToText {
  let limits: ReadingLimits
  let program: String

  struct Output {
    /// XHTML with the place of every word.
    var layout: [UInt8]
    /// What the program found wrong with the file.
    var complaint: String?
  }

  func output(of file: borrowing OpenFile) throws(FormatError) -> Output {
    guard let path = ProgramSearch.path(of: program) else { throw missing }
    // The XHTML is many times longer than the text in it.
    let (bytes, overflow) = limits.documentBytes.multipliedReportingOverflow(by: 4)
    let process = ChildProcess(
      program: path, arguments: ["-enc", "UTF-8", "-bbox-layout", "-", "-"],
      limits: ChildProcess.Limits(seconds: limits.seconds, outputBytes: overflow ? .max : bytes))
    let output: ChildProcess.Output
    do {
      output = try process.run(input: file)
    } catch {
      switch error {
      case .tookTooLong: throw .tookTooLong(seconds: limits.seconds)
      case .tooMuchOutput: throw .tooLarge(what: "bytes of text with places", limit: bytes)
      case .notStarted(let reason):
        throw .unavailable(what: "pdftotext", advice: "it cannot be started: \(reason)")
      }
    }
    try check(output)
    return Output(layout: output.standardOutput, complaint: Self.complaint(in: output.standardError))
  }

  /// The first of the lines “Syntax Error (346): Bad 'Length' attribute in stream”, as “Bad 'Length'
  /// attribute in stream, byte 346”. Warnings are passed over: programs write much that is not quite right.
  static func complaint(in errors: [UInt8]) -> String? {
    let mark = "Syntax Error"
    let lines = String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
    guard let line = lines.first(where: { $0.hasPrefix(mark) }) else { return nil }
    let rest = line.dropFirst(mark.count)
    guard let colon = rest.firstIndex(of: ":") else { return nil }
    let place = rest[..<colon].filter(\.isNumber)
    // Names in the file are quoted as they stand there.
    let text = rest[colon...].dropFirst().filter { $0.isASCII && $0 >= " " && $0 != "\u{7F}" }
      .prefix(120)
    return text.drop { $0 == " " } + (place.isEmpty ? "" : ", byte \(place)")
  }

  private var missing: FormatError {
    .unavailable(
      what: "pdftotext (poppler)",
      advice: "install it with: apt-get install poppler-utils / brew install poppler")
  }

  private func check(_ output: ChildProcess.Output) throws(FormatError) {
    switch output.ending {
    case .exited(status: 0): return
    case .exited(status: 126), .exited(status: 127): throw missing
    case .exited(let status):
      let complaint = String(decoding: output.standardError, as: UTF8.self)
      if complaint.contains("Incorrect password") { throw .encrypted }
      let reason = Self.complaint(in: output.standardError) ?? "status \(status)"
      throw .damaged(reason: "pdftotext cannot read it (\(reason)); get another copy of it")
    case .signalled(let number):
      // Beyond the processor time that the shell allowed.
      if number == 24 || number == 9 { throw .tookTooLong(seconds: limits.seconds) }
      throw .damaged(reason: "pdftotext broke off (signal \(number)), as it does for lack of memory")
    }
  }
}
