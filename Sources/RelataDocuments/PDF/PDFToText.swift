/// Poppler's `pdftotext`, run on one file.
struct PDFToText {
  let limits: ReadingLimits
  let program: String

  /// XHTML with the place of every word.
  func output(of file: borrowing OpenFile) throws(FormatError) -> [UInt8] {
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
    return output.standardOutput
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
      throw .damaged(reason: "pdftotext cannot read it (status \(status))")
    case .signalled(let number):
      // Beyond the processor time that the shell allowed.
      if number == 24 || number == 9 { throw .tookTooLong(seconds: limits.seconds) }
      throw .damaged(reason: "pdftotext broke off (signal \(number)), as it does for lack of memory")
    }
  }
}
