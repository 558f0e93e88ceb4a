/// A program run as a process of its own, so that what it does with a hostile file ends with it:
/// bounded in time, memory and output, unable to write files, and told nothing of the
/// environment but where programs lie.
///
/// Foundation's `Process` is not used: it is in the full Foundation only, and knows no limits.
struct ChildProcess: Sendable {
  /// The path of the program.
  var program: String
  var arguments: [String]
  var limits: Limits

  struct Limits: Hashable, Sendable {
    /// Of wall-clock time, and as many of the processor's.
    var seconds: Int
    /// Of its standard output.
    var outputBytes: Int
    /// Of its address space. Not every system heeds it (macOS does not).
    var memoryBytes = 1 << 30
  }

  /// What it wrote and how it ended.
  struct Output: Hashable, Sendable {
    var standardOutput: [UInt8]
    /// The first `errorBytes` of it.
    var standardError: [UInt8]
    var ending: Ending
  }

  enum Ending: Hashable, Sendable {
    case exited(status: Int32)
    case signalled(number: Int32)
  }

  enum Failure: Error, Hashable {
    case notStarted(reason: String)
    case tookTooLong
    case tooMuchOutput
  }

  /// How much of standard error is kept; the rest is read and dropped, so that the
  /// program does not wait for ever.
  static let errorBytes = 1 << 14

  /// Runs it to its end. Whatever happens, no process is left behind: what goes beyond the limits is killed
  /// together with all that it started.
  /// - Parameter input: becomes its standard input; it reads from the beginning or the file's present offset.
  func run(input: borrowing OpenFile) throws(Failure) -> Output {
    let running = try RunningProcess(self, input: input)
    return try running.finish(limits)
  }
}
