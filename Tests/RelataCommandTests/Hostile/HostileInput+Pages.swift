#if Markup
  import Foundation

  extension HostileInput {
    static let pages = [
      HostileInput(
        title: "HTML of 100 MB", file: "bad.html", outcome: .failed,
        says: ["has more than 67108864 bytes, the most that is read"]
      ) { try large($0, $1, beginning: "<p>News of the day, and more of it.</p>\n") },
      HostileInput(
        title: "HTML nested 100,000 deep", file: "bad.html", outcome: .readWithNote,
        says: ["elements lie more than 4096 deep; the rest was not read"], statements: [attack], documents: 2
      ) {
        let deep = String(repeating: "<div>", count: 100_000)
        try $0.write("<html><body><p>Italy attacked Greece.</p>\(deep)deep", to: $1)
      },
      HostileInput(
        title: "HTML nested 100,000 deep in a record", file: "bad.jsonl", name: "bad.jsonl/1: ",
        outcome: .readWithNote, says: ["elements lie more than 4096 deep"], statements: [attack], documents: 2
      ) {
        let deep = String(repeating: "<div>", count: 100_000)
        try $0.write("{\"text\": \"<p>Italy attacked Greece.</p>\(deep)deep\"}\n", to: $1)
      },
    ]
  }
#endif
