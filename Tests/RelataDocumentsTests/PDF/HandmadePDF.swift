/// Writes small PDF files by hand, also such as no program writes.
struct HandmadePDF {
  struct Text {
    var x: Double
    /// From the top of the page.
    var y: Double
    var size: Double = 10
    var text: String
    var isUpward = false
  }

  /// As `(number, body)`; an object may refer to those that are not there.
  var objects: [(number: Int, body: String)] = []
  var information = ""

  static let pageHeight = 800.0

  /// One page for each list of texts, set in Helvetica.
  init(pages: [[Text]], information: String = "", extraPageKeys: String = "", catalogKeys: String = "") {
    let kids = pages.indices.map { "\(10 + 2 * $0) 0 R" }.joined(separator: " ")
    objects = [
      (1, "<< /Type /Catalog /Pages 2 0 R \(catalogKeys) >>"),
      (2, "<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>"),
      (3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
    ]
    for (index, texts) in pages.enumerated() {
      let number = 10 + 2 * index
      objects.append(
        (
          number,
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 \(Self.pageHeight)] /Contents \(number + 1) 0 R "
            + "/Resources << /Font << /F 3 0 R >> >> \(extraPageKeys) >>"
        ))
      objects.append((number + 1, Self.stream(texts.map(Self.operators).joined(separator: "\n"))))
    }
    self.information = information
  }

  init(objects: [(number: Int, body: String)]) { self.objects = objects }

  static func stream(_ data: String, keys: String = "") -> String {
    "<< /Length \(data.unicodeScalars.count) \(keys) >>\nstream\n\(data)\nendstream"
  }

  private static func operators(_ text: Text) -> String {
    let escaped = text.text.flatMap { "()\\".contains($0) ? "\\\($0)" : "\($0)" }
    let matrix = text.isUpward ? "0 1 -1 0" : "1 0 0 1"
    return "BT /F \(text.size) Tf \(matrix) \(text.x) \(pageHeight - text.y) Tm (\(String(escaped))) Tj ET"
  }

  /// The file; characters above U+00FF are not for it.
  var bytes: [UInt8] {
    var result: [UInt8] = []
    var offsets: [Int: Int] = [:]
    func add(_ text: String) { result += text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
    add("%PDF-1.4\n")
    var objects = objects
    if !information.isEmpty { objects.append((4, "<< \(information) >>")) }
    for object in objects {
      offsets[object.number] = result.count
      add("\(object.number) 0 obj\n\(object.body)\nendobj\n")
    }
    let start = result.count
    let size = (offsets.keys.max() ?? 0) + 1
    add("xref\n0 \(size)\n")
    for number in 0..<size {
      let offset = offsets[number].map { "\($0)" } ?? "0"
      let padding = String(repeating: "0", count: 10 - offset.count)
      add("\(padding)\(offset) \(offsets[number] == nil ? "65535 f" : "00000 n") \n")
    }
    add(
      "trailer\n<< /Size \(size) /Root 1 0 R \(information.isEmpty ? "" : "/Info 4 0 R") >>\nstartxref\n\(start)\n%%EOF\n"
    )
    return result
  }

  /// Lines one below the other.
  static func lines(
    _ lines: [String], x: Double = 72, y: Double = 100, size: Double = 10, leading: Double = 12
  ) -> [Text] {
    lines.enumerated().map { Text(x: x, y: y + Double($0.offset) * leading, size: size, text: $0.element) }
  }
}
