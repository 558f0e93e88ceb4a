#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A process that was started and must be waited for.
struct RunningProcess: ~Copyable {
  private let identifier: pid_t
  private let output: Pipe
  private let errors: Pipe
  private let started = ContinuousClock.now

  init(_ child: ChildProcess, input: borrowing OpenFile) throws(ChildProcess.Failure) {
    guard var output = Pipe(), var errors = Pipe() else { throw .notStarted(reason: systemReason()) }
    identifier = try ProcessSpawn.start(
      child, input: input.descriptor, output: output.writeEnd, errors: errors.writeEnd)
    // Otherwise there would be no end of file.
    output.closeWriteEnd()
    errors.closeWriteEnd()
    self.output = output
    self.errors = errors
  }

  consuming func finish(_ limits: ChildProcess.Limits) throws(ChildProcess.Failure) -> ChildProcess.Output {
    let deadline = started.advanced(by: .seconds(limits.seconds))
    do {
      let (written, complaints) = try collect(limits, until: deadline)
      let ending = try wait(until: deadline)
      return ChildProcess.Output(standardOutput: written, standardError: complaints, ending: ending)
    } catch {
      kill()
      throw error
    }
  }

  /// Reads both pipes as they fill: a program that waits for one of them to be read never ends.
  private borrowing func collect(
    _ limits: ChildProcess.Limits, until deadline: ContinuousClock.Instant
  ) throws(ChildProcess.Failure) -> (output: [UInt8], errors: [UInt8]) {
    var written: [[UInt8]] = [[], []]
    var polled = [output.readEnd, errors.readEnd].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while polled.contains(where: { $0.fd >= 0 }) {
      let left = deadline - .now
      guard left > .zero else { throw .tookTooLong }
      _ = poll(&polled, nfds_t(polled.count), Int32(min(left / .milliseconds(1) + 1, 1_000)))
      for index in polled.indices where polled[index].fd >= 0 && polled[index].revents != 0 {
        let count = retryingOnInterrupt { read(polled[index].fd, &block, block.count) }
        // `poll` passes over negative descriptors.
        guard count > 0 else { polled[index].fd = -1; continue }
        if index == 0 {
          guard written[0].count + count <= limits.outputBytes else { throw .tooMuchOutput }
          written[0] += block[..<count]
        } else {
          written[1] += block[..<min(count, ChildProcess.errorBytes - written[1].count)]
        }
      }
    }
    return (written[0], written[1])
  }

  /// A program may close its output and go on; so it is asked after now and then.
  private borrowing func wait(
    until deadline: ContinuousClock.Instant
  ) throws(ChildProcess.Failure) -> ChildProcess.Ending {
    var pause: UInt32 = 500
    while true {
      var status: Int32 = 0
      let ended = retryingOnInterrupt { waitpid(identifier, &status, WNOHANG) }
      if ended == identifier { return Self.ending(status) }
      // Where the program that we are part of ignores `SIGCHLD`, the system keeps no status.
      if ended < 0 { return .exited(status: 0) }
      guard deadline > .now else { throw .tookTooLong }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }

  /// It leads a process group, so that what it started ends as well.
  private borrowing func kill() {
    #if canImport(Glibc)
      _ = Glibc.kill(-identifier, SIGKILL)
    #elseif canImport(Musl)
      _ = Musl.kill(-identifier, SIGKILL)
    #else
      _ = Darwin.kill(-identifier, SIGKILL)
    #endif
    var status: Int32 = 0
    _ = retryingOnInterrupt { waitpid(identifier, &status, 0) }
  }

  /// The macros of `sys/wait.h`, which Swift does not see.
  private static func ending(_ status: Int32) -> ChildProcess.Ending {
    let signal = status & 0x7F
    return signal == 0 ? .exited(status: (status >> 8) & 0xFF) : .signalled(number: signal)
  }
}
