import Foundation

/// Time that passed, and time that the processor worked for this process: on a busy machine only
/// the second can be compared.
struct Stopwatch: CustomStringConvertible {
  var elapsed = Duration.zero
  var processor = 0.0

  static func measure(_ work: () -> Void) -> Stopwatch {
    let start = clock()
    let elapsed = ContinuousClock().measure(work)
    return Stopwatch(elapsed: elapsed, processor: Double(clock() - start) / Double(CLOCKS_PER_SEC))
  }

  var description: String {
    let (seconds, attoseconds) = elapsed.components
    return String(
      format: "%.2f s (processor %.2f s)", Double(seconds) + Double(attoseconds) / 1e18, processor)
  }
}
