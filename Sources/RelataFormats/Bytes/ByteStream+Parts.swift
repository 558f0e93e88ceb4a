private import Dispatch

#if canImport(FoundationEssentials)
  private import FoundationEssentials
#else
  private import Foundation
#endif

extension ByteStream {
  /// As many as make a part worth a thread's while; of a graph's statements, half a megabyte or one.
  private static let partSize = 512
  /// How many parts each processor gets at a time: with one, those that are done first
  /// would wait for the last.
  private static let partsPerProcessor = 4

  /// Writes many things, in parts on all processors: what is written is the same as one call for the
  /// whole range would write.
  ///
  /// While parts are made, those before them are handed on, so that a slow consumer costs no time of its own.
  /// The memory of eight parts for each processor is needed.
  /// - Parameters:
  ///   - count: how many things there are.
  ///   - write: writes the things of a range, whatever was written before it.
  mutating func writeInParts(of count: Int, _ write: @Sendable (Range<Int>, inout ByteStream) -> Void) {
    let processors = min(ProcessInfo.processInfo.activeProcessorCount, 16)
    guard processors > 1, count > Self.partSize else {
      var start = 0
      while start < count, !isStopped {
        let end = min(start + Self.partSize, count)
        write(start..<end, &self)
        start = end
      }
      return
    }
    let places = Self.partsPerProcessor * processors
    var made = (0..<places).map { _ in Part() }
    var ready = (0..<places).map { _ in Part() }
    var start = 0
    var readyCount = 0
    while start < count || readyCount > 0, !isStopped {
      var ranges: [Range<Int>] = []
      while start < count, ranges.count < places {
        let end = min(start + Self.partSize, count)
        ranges.append(start..<end)
        start = end
      }
      handOn(ready.prefix(readyCount), whileMaking: ranges, in: made, write)
      swap(&made, &ready)
      readyCount = ranges.count
    }
  }

  private mutating func handOn(
    _ ready: ArraySlice<Part>, whileMaking ranges: [Range<Int>], in made: [Part],
    _ write: @Sendable (Range<Int>, inout ByteStream) -> Void
  ) {
    withUnsafeMutablePointer(to: &self) { stream in
      // Each iteration has a part of its own, and only the first has the stream.
      nonisolated(unsafe) let stream = stream
      DispatchQueue.concurrentPerform(iterations: ranges.count + 1) { iteration in
        if iteration == 0 {
          for part in ready { stream.pointee.append(contentsOf: part.bytes) }
        } else {
          let part = made[iteration - 1]
          part.bytes.truncate(to: 0)
          write(ranges[iteration - 1], &part.bytes)
        }
      }
    }
  }

  /// The bytes of a part. Two threads never have the same one at a time.
  private final class Part: @unchecked Sendable {
    var bytes = ByteStream()
  }
}
