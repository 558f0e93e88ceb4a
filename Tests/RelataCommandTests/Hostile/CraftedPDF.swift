import Foundation

/// A PDF of one page, written by hand so that it can be made wrong.
struct CraftedPDF {
  /// 1 is the catalog, 2 the page tree, 3 a font, 4 the page, 5 what is on it.
  var objects: [Int: Data]

  /// - Parameters:
  ///   - text: one line; without parentheses.
  ///   - length: what the file says of it, where that is not true.
  init(page text: String, length: String? = nil) {
    self.init(stream: Data("BT /F 10 Tf 72 700 Td (\(text)) Tj ET".utf8), length: length)
  }

  init(stream: Data, length: String? = nil, keys: String = "") {
    objects = [
      1: Data("<< /Type /Catalog /Pages 2 0 R >>".utf8),
      2: Data("<< /Type /Pages /Count 1 /Kids [4 0 R] >>".utf8),
      3: Data("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".utf8),
      4: Data(
        ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R "
          + "/Resources << /Font << /F 3 0 R >> >> >>").utf8),
      5: Data("<< /Length \(length ?? "\(stream.count)") \(keys) >>\nstream\n".utf8) + stream
        + Data("\nendstream".utf8),
    ]
  }

  var data: Data {
    var file = Data("%PDF-1.4\n".utf8)
    var table = "0000000000 65535 f \n"
    for (number, object) in objects.sorted(by: { $0.key < $1.key }) {
      let offset = "\(file.count)"
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      file += Data("\(number) 0 obj\n".utf8) + object + Data("\nendobj\n".utf8)
    }
    let start = file.count
    let size = objects.count + 1
    let trailer = "trailer\n<< /Size \(size) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return file + Data("xref\n0 \(size)\n\(table)\(trailer)".utf8)
  }
}
