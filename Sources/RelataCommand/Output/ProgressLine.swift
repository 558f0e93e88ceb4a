import Relata

/// One line on the terminal that overwrites itself; nothing where standard error is no terminal.
struct ProgressLine: Sendable {
  private let isOn: Bool

  init(isQuiet: Bool) { isOn = !isQuiet && StandardError.isTerminal }

  func show(_ progress: BuildProgress) {
    guard isOn else { return }
    let what =
      switch progress.stage {
      case .reading: "reading document \(progress.done) of \(progress.total)"
      case .resolving: "joining documents"
      }
    StandardError.overwrite("relata: " + what)
  }

  func clear() { if isOn { StandardError.overwrite("") } }
}
