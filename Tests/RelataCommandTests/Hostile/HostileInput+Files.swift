import Foundation
import Testing

extension HostileInput {
  /// What every build of the command meets.
  static let files: [HostileInput] =
    [
      HostileInput(
        title: "an empty file", file: "bad.txt", outcome: .failed, says: ["empty, there is nothing to read"]
      ) { try $0.write("", to: $1) },
      HostileInput(
        title: "a name that a terminal would obey", file: "a\u{1B}[2J\nb.txt", name: "a\u{FFFD}[2J b.txt",
        outcome: .failed, says: ["empty"]
      ) { try $0.write("", to: $1) },
      HostileInput(
        title: "a binary file", file: "bad.txt", outcome: .passedOver,
        says: ["is a binary file, so it is passed over"]
      ) { try $0.write(Data((0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 37) }), to: $1) },
      HostileInput(
        title: "a named pipe", file: "bad.txt", outcome: .passedOver,
        says: [": is a named pipe, so it is passed over"], put: pipe),
      HostileInput(
        title: "a link to a named pipe", file: "bad.txt", outcome: .passedOver,
        says: [": is a named pipe, so it is passed over"]
      ) {
        try pipe($0, "pipe")
        try link($0, $1, to: "../pipe")
      },
      HostileInput(
        title: "a link to a device that never ends", file: "bad.txt", outcome: .passedOver,
        says: [": is a device, so it is passed over"]
      ) { try link($0, $1, to: "/dev/zero") },
      HostileInput(
        title: "a link to itself", file: "bad.txt", outcome: .failed,
        says: ["cannot be read (its symbolic links lead round in a circle); remove the link"]
      ) { try link($0, $1, to: "bad.txt") },
      HostileInput(
        title: "a link to nothing", file: "bad.txt", outcome: .failed,
        says: ["cannot be read (it is gone, or a link to what is not there); put it back, or remove the link"]
      ) { try link($0, $1, to: "nowhere.txt") },
      HostileInput(
        title: "a folder linked into itself", file: "deep/deeper/up", outcome: .read, says: []
      ) {
        try FileManager.default.createDirectory(
          at: $0.url.appending(path: "\(folder)/deep/deeper"), withIntermediateDirectories: true)
        try link($0, $1, to: "../..")
      },
      HostileInput(
        title: "a link to a file of 100 MB", file: "bad.txt", outcome: .failed,
        says: ["has more than 67108864 bytes, the most that is read"]
      ) {
        try large($0, "large.txt", beginning: "News of the day, and more of it.\n")
        try link($0, $1, to: "../large.txt")
      },
      HostileInput(
        title: "JSON lines with a broken line", file: "bad.jsonl", name: "bad.jsonl:2: ", outcome: .failed,
        says: ["damaged: the JSON ends within a text in quotation marks (byte "],
        statements: [attack, "country/france,country/poland,attacked,"], documents: 3
      ) { try $0.write(brokenLines, to: $1) },
      HostileInput(
        title: "a line of JSON nested a million deep", file: "bad.jsonl", name: "bad.jsonl:1: ",
        outcome: .failed, says: ["more than 256 levels of nested JSON"], statements: [attack], documents: 2
      ) {
        let deep = String(repeating: "[", count: 1_000_000)
        try $0.write(
          "{\"text\": \"News.\", \"x\": \(deep)\n{\"text\": \"Italy attacked Greece.\"}\n", to: $1)
      },
      HostileInput(
        title: "a date field of JSON lines that is no date", file: "bad.jsonl", name: "bad.jsonl/1: ",
        outcome: .readWithNote, says: ["“soon” is no date, so it is left out"], statements: [attack],
        documents: 2
      ) { try $0.write("{\"text\": \"Italy attacked Greece.\", \"date\": \"soon\"}\n", to: $1) },
      HostileInput(
        title: "a date field of a table that is no date", file: "bad.csv", name: "bad.csv/7: ",
        outcome: .readWithNote, says: ["“2024-99-99” is no date, so it is left out"], statements: [attack],
        documents: 2
      ) { try $0.write("id,text,date\n7,Italy attacked Greece.,2024-99-99\n", to: $1) },
      HostileInput(
        title: "a quotation mark of a table that is never closed", file: "bad.csv", name: "bad.csv:3: ",
        outcome: .failed, says: ["damaged: a quotation mark is not closed"], statements: [attack],
        documents: 3
      ) { try $0.write("id,text\n1,Italy attacked Greece.\n2,\"France left.\n3,Spain left.\n", to: $1) },
      HostileInput(
        title: "a mail with 10,000 parts", file: "bad.eml", outcome: .readWithNote,
        says: ["only the first 2000 parts are read"], statements: [attack], documents: 2
      ) {
        let part = "--b\nContent-Type: text/plain\n\n"
        try $0.write(
          "Subject: News\nFrom: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n"
            + part + "Italy attacked Greece.\n" + String(repeating: part + ".\n", count: 9_999), to: $1)
      },
    ] + sockets

  // Elsewhere only root can make one at any path.
  #if os(Linux)
    private static let sockets = [
      HostileInput(
        title: "a socket", file: "bad.sock", outcome: .passedOver,
        says: [": is a socket, so it is passed over"], put: socket)
    ]

    static func socket(_ folder: TemporaryFolder, _ path: String) throws {
      try #require(mknod(folder.url.appending(path: path).path, S_IFSOCK | 0o600, 0) == 0)
    }
  #else
    private static let sockets: [HostileInput] = []
  #endif

  static let brokenLines = """
    {"id": "1", "text": "France attacked Poland."}
    {"id": "2", "text": "Spain atta
    {"id": "3", "text": "Italy attacked Greece."}

    """

  static func pipe(_ folder: TemporaryFolder, _ path: String) throws {
    try #require(mkfifo(folder.url.appending(path: path).path, 0o600) == 0)
  }

  static func link(_ folder: TemporaryFolder, _ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: path).path, withDestinationPath: target)
  }

  /// A file of 100 MB that takes no room: a hole follows the beginning.
  static func large(_ folder: TemporaryFolder, _ path: String, beginning: String) throws {
    let text = String(repeating: beginning, count: 100_000 / beginning.utf8.count)
    let handle = try FileHandle(forWritingTo: folder.write(text, to: path))
    try handle.truncate(atOffset: 100_000_000)
    try handle.close()
  }

  /// A fixture of the tests of the readers.
  static func fixture(_ name: String) throws -> Data {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Data(contentsOf: tests.appending(path: "RelataDocumentsTests/Fixtures/\(name)"))
  }
}
