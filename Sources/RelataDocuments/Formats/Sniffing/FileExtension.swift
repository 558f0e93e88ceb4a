/// The last extension of a file's name.
struct FileExtension {
  private let text: String

  init(_ name: String) {
    let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else {
      text = ""
      return
    }
    text = last[last.index(after: dot)...].lowercased()
  }

  var isEmpty: Bool { text.isEmpty }
  var isMarkdown: Bool { ["md", "markdown", "mdown", "mkd"].contains(text) }
  var isMail: Bool { ["eml", "mht", "mhtml"].contains(text) }
  var isJSON: Bool { ["json", "geojson", "jsonld"].contains(text) || isJSONLines }
  var isJSONLines: Bool { ["jsonl", "ndjson", "jl"].contains(text) }
  var isTable: Bool { ["csv", "tsv", "tab"].contains(text) }
}
