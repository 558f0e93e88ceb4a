import Relata
import Synchronization

/// One line on the terminal that overwrites itself; nothing where standard error is no terminal.
final class ProgressLine: Sendable {
  private let isOn: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let last: Mutex<ContinuousClock.Instant?>

  /// More often than this, in milliseconds, nobody can read it.
  private static let pause = Duration.milliseconds(100)

  init(isQuiet: Bool) {
    isOn = !isQuiet && StandardError.isTerminal
    start = clock.now
    last = Mutex(nil)
  }

  func show(_ progress: BuildProgress) {
    guard isOn else { return }
    let now = clock.now
    let isDue = last.withLock { last in
      if let last, now - last < Self.pause, progress.stage == .reading { return false }
      last = now
      return true
    }
    if isDue { StandardError.overwrite("relata: " + text(progress, after: now - start)) }
  }

  private func text(_ progress: BuildProgress, after time: Duration) -> String {
    guard progress.stage == .reading else { return "joining \(progress.documents) documents" }
    var parts = ["read \(progress.documents) documents"]
    let seconds = time / .seconds(1)
    if seconds > 1, progress.documents > 0 {
      parts.append("\(Int((Double(progress.documents) / seconds).rounded(.up))) a second")
    }
    if progress.total > 0 {
      let share = min(1, Double(progress.done) / Double(progress.total))
      parts.append("\(Int(share * 100)) %")
      if share > 0.01, seconds > 2 { parts.append(Self.duration(seconds / share * (1 - share)) + " left") }
    }
    return parts.joined(separator: ", ")
  }

  private static func duration(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded(.up))
    if seconds < 60 { return "\(seconds) s" }
    return seconds < 3600
      ? "\(seconds / 60) min \(seconds % 60) s" : "\(seconds / 3600) h \(seconds % 3600 / 60) min"
  }

  func clear() { if isOn { StandardError.overwrite("") } }
}
