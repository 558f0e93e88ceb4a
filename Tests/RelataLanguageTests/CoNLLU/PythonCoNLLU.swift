import Foundation

/// What the `conllu` package of Python makes of a file.
struct PythonCoNLLU: Decodable {
  var sentences: Int
  var words: Int
  var multiwords: [String]
  /// The text of each sentence as its tokens and SpaceAfter spell it.
  var spelled: [String]

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private static let script = """
    import sys, json, conllu
    text = sys.stdin.buffer.read().decode("utf-8")
    sentences = conllu.parse(text)
    words, multi, spelled = 0, [], []
    for s in sentences:
        single = [t for t in s if isinstance(t["id"], int)]
        assert [t["id"] for t in single] == list(range(1, len(single) + 1))
        assert sum(t["head"] == 0 for t in single) == 1
        assert all((t["head"] == 0) == (t["deprel"] == "root") for t in single)
        s.to_tree()
        words += len(single)
        out, inside = "", 0
        for t in s:
            if isinstance(t["id"], tuple):
                multi.append(t["form"])
                inside = t["id"][2]
            elif t["id"] <= inside:
                continue
            out += t["form"]
            if (t["misc"] or {}).get("SpaceAfter") != "No":
                out += " "
        assert out.rstrip(" ") == s.metadata["text"].rstrip(" "), (out, s.metadata["text"])
        spelled.append(out.rstrip(" "))
    print(json.dumps({"sentences": len(sentences), "words": words, "multiwords": multi, "spelled": spelled}))
    """

  static func check(_ bytes: [UInt8], file: String = #filePath) throws -> PythonCoNLLU {
    let root = file.split(separator: "/").dropLast(4).joined(separator: "/")
    let python = ProcessInfo.processInfo.environment["RELATA_PYTHON"] ?? "/\(root)/.build/python/bin/python"
    guard FileManager.default.isExecutableFile(atPath: python) else {
      throw Failure(description: "no Python at \(python): run the bootstrap script, or set RELATA_PYTHON")
    }
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", script]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(bytes))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "conllu refused the file (status \(process.terminationStatus))")
    }
    return try JSONDecoder().decode(PythonCoNLLU.self, from: data)
  }
}
