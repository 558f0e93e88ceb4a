#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How the command ends. The numbers from 64 on are those of BSD's `sysexits.h`; the small ones
/// are answers, not errors.
enum ExitStatus: Int32, CaseIterable {
  case success = 0
  case incomplete = 2
  case unknownEntity = 3
  case ambiguousEntity = 4
  case noPath = 5
  case noAnswer = 6
  case cutOff = 7
  case usage = 64
  case badData = 65
  case noInput = 66
  case unavailable = 69
  case internalError = 70
  case cannotCreate = 73
  case outputFailed = 74
  case interrupted = 130

  var meaning: String {
    switch self {
    case .success: "done"
    case .incomplete: "done, but for documents that could not be read (they are listed)"
    case .unknownEntity: "no entity has that name (the nearest names are listed)"
    case .ambiguousEntity: "several entities have that name (they are listed)"
    case .noPath: "the entities are known but not all connected within the limits given"
    case .noAnswer: "nothing in the graph matches, answers the question or has a date for a timeline"
    case .cutOff:
      "a search reached its bound on time or matches: what is printed is right, but may not be all"
    case .usage: "the arguments are wrong"
    case .badData:
      "an input is not what it should be: damaged, encrypted, empty, not in English, a malformed ontology, list of identities or corrections, or graph"
    case .noInput: "an input is missing or cannot be read"
    case .unavailable: "something needed is not there: Graphviz for drawings, poppler for PDF"
    case .internalError: "a defect of relata itself"
    case .cannotCreate: "an output cannot be created; what was there before is untouched"
    case .outputFailed: "writing failed, e.g. because the disk is full"
    case .interrupted: "stopped by Ctrl-C; a collection keeps what was finished"
    }
  }

  /// Ends the process.
  func end() -> Never { exit(rawValue) }

  /// For `relata help`.
  static var table: String {
    "EXIT STATUS:\n"
      + allCases.map { status in
        let number = String(status.rawValue)
        return "  " + number + String(repeating: " ", count: 4 - number.count) + status.meaning
      }.joined(separator: "\n")
  }
}
