import Foundation
import RelataTestSupport
import Testing

/// What a run of the command may cost. Beyond that it is killed, and the test has failed.
struct ProcessBounds {
  var seconds = 60.0
  /// Of memory at once. Zero is used where the system does not tell (it has no `/proc`), so
  /// nothing is checked there.
  var megabytes = 400

  /// Waits for the end of a process that becomes the command.
  func wait(for process: Process) {
    let (seconds, megabytes) = (seconds * CostScale.factor, Int(Double(megabytes) * CostScale.factor))
    let start = ContinuousClock.now
    var peak = 0
    while process.isRunning {
      peak = max(peak, Self.peakMegabytes(process.processIdentifier))
      let isTooLong = ContinuousClock.now - start > .seconds(seconds)
      if isTooLong || peak > megabytes {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        break
      }
      usleep(5_000)
    }
    #expect(ContinuousClock.now - start <= .seconds(seconds), "took too long")
    #expect(peak <= megabytes, "took too much memory")
  }

  private static func peakMegabytes(_ process: Int32) -> Int {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let fields = status.split(separator: "\n").reduce(into: [Substring: Substring]()) { fields, line in
      let words = line.split(whereSeparator: \.isWhitespace)
      if words.count > 1 { fields[words[0]] = words[1] }
    }
    // Until it has become the command, its memory is that of the tests.
    guard fields["Name:"] == "relata" else { return 0 }
    return (fields["VmHWM:"].flatMap { Int($0) } ?? 0) / 1024
  }
}
