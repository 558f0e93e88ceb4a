/// When the reading of one document is given up.
struct Deadline: Sendable {
  private let seconds: Int
  private let instant: ContinuousClock.Instant

  init(seconds: Int) {
    self.seconds = seconds
    instant = .now + .seconds(seconds)
  }

  func check() throws(FormatError) {
    if ContinuousClock.now > instant { throw .tookTooLong(seconds: seconds) }
  }
}
