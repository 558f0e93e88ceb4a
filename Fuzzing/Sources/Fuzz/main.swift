import CLibFuzzer
import Foundation

// Fuzz READER [OPTIONS OF LIBFUZZER] [CORPUS…] fuzzes one reader Fuzz seeds FOLDER writes inputs for the
// readers whose formats are made by relata Fuzz readers prints the names of all readers

let arguments = CommandLine.arguments
// No reader needs another program, and a fuzzer should start none.
setenv("PATH", "/nonexistent", 1)

switch arguments.dropFirst().first {
case "readers":
  print(Reader.allCases.map(\.rawValue).joined(separator: "\n"))
case "seeds" where arguments.count == 3:
  try Seeds.write(to: arguments[2])
case let name?:
  guard let reader = Reader(rawValue: name) else { fallthrough }
  Session.begin(reader)
  var count = Int32(arguments.count - 1)
  // As long as the process: libFuzzer keeps them.
  let copies = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: arguments.count)
  copies.initialize(repeating: nil, count: arguments.count)
  for (place, argument) in ([arguments[0]] + arguments.dropFirst(2)).enumerated() {
    copies[place] = strdup(argument)
  }
  var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = copies
  exit(
    LLVMFuzzerRunDriver(&count, &list) { data, size in
      Session.read(UnsafeBufferPointer(start: data, count: size))
      return 0
    })
default:
  FileHandle.standardError.write(Data("usage: Fuzz READER … | Fuzz seeds FOLDER | Fuzz readers\n".utf8))
  exit(64)
}
