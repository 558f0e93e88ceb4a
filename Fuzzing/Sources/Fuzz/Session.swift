import CLibFuzzer
import Foundation

/// What this process fuzzes. Global, because libFuzzer calls plain functions; on one thread only.
enum Session {
  nonisolated(unsafe) private static var target: Target?
  nonisolated(unsafe) private static var mutator: Mutator?

  static func begin(_ reader: Reader) {
    let target = reader.target()
    self.target = target
    mutator = Mutator(Grammar.of(reader), target)
  }

  static func read(_ bytes: UnsafeBufferPointer<UInt8>) { target?.read(Array(bytes)) }

  static func mutate(_ bytes: UnsafeMutableBufferPointer<UInt8>, count: Int, seed: UInt32) -> Int {
    guard let mutator, let base = bytes.baseAddress else { return count }
    var random = SplitMix(seed: UInt64(seed))
    let input = Array(bytes[..<count])
    let output = mutator.mutated(input, limit: bytes.count, using: &random) { count in
      LLVMFuzzerMutate(base, count, bytes.count)
    } bytes: {
      Array(bytes[..<$0])
    }
    let length = min(output.count, bytes.count)
    for place in 0..<length { bytes[place] = output[place] }
    return length
  }
}

/// Found by libFuzzer by its name.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutateInput(
  _ data: UnsafeMutablePointer<UInt8>?, _ size: Int, _ limit: Int, _ seed: UInt32
) -> Int {
  Session.mutate(UnsafeMutableBufferPointer(start: data, count: limit), count: size, seed: seed)
}
