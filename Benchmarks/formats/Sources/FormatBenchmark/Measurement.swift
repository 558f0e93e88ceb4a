import Foundation
import Relata

/// The time of the median of several runs, and the most memory that any of them had
/// beyond what was there before.
struct Measurement {
  var seconds: Double
  /// Of all processors together: what other programs on the machine disturb less.
  var processorSeconds: Double
  /// In bytes; nil where the system does not tell.
  var memory: Int?

  static func median(of runs: Int = 3, _ body: () throws -> Void) rethrows -> Measurement {
    var seconds: [Double] = []
    var processorSeconds: [Double] = []
    let before = status("VmRSS:")
    // Linux: the peak begins anew.
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    for _ in 0..<runs {
      let clock = ContinuousClock()
      let start = clock.now
      let busy = processorTime()
      try body()
      seconds.append((clock.now - start) / .seconds(1))
      processorSeconds.append(processorTime() - busy)
    }
    let peak = status("VmHWM:")
    return Measurement(
      seconds: seconds.sorted()[runs / 2], processorSeconds: processorSeconds.sorted()[runs / 2],
      memory: peak.flatMap { peak in before.map { max(0, peak - $0) } })
  }

  func report(_ format: GraphFormat, _ what: String, bytes: Int) {
    let megabytes = Double(bytes) / 1e6
    let line = """
      {"format": "\(format.rawValue)", "what": "\(what)", "megabytes": \(megabytes), "seconds": \(seconds), \
      "processor_seconds": \(processorSeconds), \
      "rate": \(megabytes / seconds), "memory": \(memory.map { Double($0) / 1e6 } ?? -1)}

      """
    FileHandle.standardOutput.write(Data(line.utf8))
  }

  private static func processorTime() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

  /// A line of /proc/self/status, in bytes.
  private static func status(_ name: String) -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split(whereSeparator: { " \t".contains($0) }).dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 }
  }
}
