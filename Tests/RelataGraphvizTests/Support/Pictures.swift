import Foundation
import RelataGraphviz
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

func dot(_ text: String) -> [UInt8] { Array(text.utf8) }

/// A ring of `nodes` with chords: as many edges as asked for, no two the same.
func ring(nodes: Int, edges: Int, attributes: String = "") -> [UInt8] {
  var text = "digraph ring {\n\(attributes)\n"
  for node in 0..<nodes { text += "n\(node) [label=\"Entity \(node)\"];\n" }
  for edge in 0..<edges {
    let tail = edge % nodes
    let head = (tail + 1 + edge / nodes * 7) % nodes
    text += "n\(tail) -> n\(head) [label=\"meets\", tooltip=\"quote \(edge)\"];\n"
  }
  return dot(text + "}\n")
}

/// What an SVG shows.
final class SVG: NSObject, XMLParserDelegate {
  /// Of the groups of class `node` and `edge`.
  var nodeTitles: [String] = []
  var edgeTitles: [String] = []
  var texts: [String] = []
  var tooltips: [String] = []
  var fills: Set<String> = []
  var shapes: Set<String> = []
  /// Where links lead, and attributes that a browser would run.
  var links: [String] = []
  var handlers: [String] = []
  private var group = ""
  private var text = ""

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    let isComplete = parser.parse()
    // On Linux `parse` returns true for malformed XML.
    if let error = parser.parserError { throw error }
    try #require(isComplete)
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    text = ""
    if name == "g", let kind = attributes["class"] { group = kind }
    if let tooltip = attributes["xlink:title"] { tooltips.append(tooltip) }
    if let fill = attributes["fill"], name != "text" { fills.insert(fill) }
    for (name, value) in attributes {
      if name == "href" || name.hasSuffix(":href") { links.append(value) }
      if name.lowercased().hasPrefix("on") { handlers.append(name) }
    }
    shapes.insert(name)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "title", group == "node" { nodeTitles.append(text) }
    if name == "title", group == "edge" { edgeTitles.append(text) }
    if name == "text" { texts.append(text) }
  }
}

/// A PNG as an independent decoder (Python's zlib) sees it.
struct PNG: Decodable {
  var width: Int
  var height: Int
  /// Decompressed rows, with their filter bytes.
  var byteCount: Int
  var expectedByteCount: Int
  /// How many different byte values the rows hold; 1 or 2 for an empty picture.
  var valueCount: Int
  var checksumsMatch: Bool

  private static let program = """
    import sys, zlib, struct, json
    data = sys.stdin.buffer.read()
    assert data[:8] == b"\\x89PNG\\r\\n\\x1a\\n", "signature"
    place, rows, good, head = 8, b"", True, None
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place:place+8])
        body = data[place+8:place+8+length]
        good = good and zlib.crc32(kind + body) == struct.unpack(">I", data[place+8+length:place+12+length])[0]
        if kind == b"IHDR": head = struct.unpack(">IIBBBBB", body)
        if kind == b"IDAT": rows += body
        place += 12 + length
    assert kind == b"IEND", "end"
    rows = zlib.decompress(rows)
    width, height, depth, colour = head[:4]
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    print(json.dumps(dict(width=width, height=height, byteCount=len(rows),
        expectedByteCount=height * (1 + (width * channels * depth + 7) // 8),
        valueCount=len(set(rows)), checksumsMatch=good)))
    """

  init(decoding bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(PNG.self, from: try python(Self.program, input: bytes))
  }
}

/// The standard output of a Python program.
func python(_ program: String, input: [UInt8]) throws -> Data {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let path =
    ProcessInfo.processInfo.environment["RELATA_PYTHON"]
    ?? root.appendingPathComponent(".build/python/bin/python").path
  try #require(
    FileManager.default.isExecutableFile(atPath: path),
    "no Python at \(path): run the bootstrap script, or set RELATA_PYTHON")
  let file = FileManager.default.temporaryDirectory.appendingPathComponent("relata-\(UUID().uuidString)")
  try Data(input).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  let process = Process()
  process.executableURL = URL(fileURLWithPath: path)
  process.arguments = ["-c", program]
  process.standardInput = try FileHandle(forReadingFrom: file)
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  try #require(process.terminationStatus == 0, "the Python program failed")
  return data
}

/// The resident memory of this process in bytes.
func residentMemory() throws -> Int {
  #if os(Linux)
    let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    return try #require(Int(fields[1])) * Int(sysconf(Int32(_SC_PAGESIZE)))
  #else
    var info = mach_task_basic_info()
    var count = mach_msg_type_number_t(MemoryLayout<mach_task_basic_info>.size / MemoryLayout<natural_t>.size)
    let status = withUnsafeMutablePointer(to: &info) { pointer in
      pointer.withMemoryRebound(to: integer_t.self, capacity: Int(count)) {
        task_info(mach_task_self_, task_flavor_t(MACH_TASK_BASIC_INFO), $0, &count)
      }
    }
    try #require(status == KERN_SUCCESS)
    return Int(info.resident_size)
  #endif
}
