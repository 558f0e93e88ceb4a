import Foundation
import RelataDocuments
import Testing

/// Files that were made to break a reader.
@Suite struct PDFHostileTests {
  /// Reads with a bound of so many seconds and expects an error, or a text, in little more.
  private func outcome(of pdf: HandmadePDF, seconds: Int = 2) throws -> Result<DocumentContent, FormatError> {
    var limits = ReadingLimits()
    limits.seconds = seconds
    let started = ContinuousClock.now
    defer { #expect(ContinuousClock.now - started < .seconds(seconds + 8)) }
    return Result { () throws(FormatError) in try PDFReader(limits: limits).content(of: pdf.bytes) }
  }

  @Test(arguments: [
    "%PDF-1.4\n", "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj trailer << /Root 1 0 R >>", "no PDF at all",
  ])
  func garbageIsDamaged(text: String) {
    for noise in [0, 5_000] {
      let bytes = Array(text.utf8) + (0..<noise).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 7) }
      #expect { try PDFReader().content(of: bytes) } throws: { error in
        if case FormatError.damaged = error { true } else { false }
      }
    }
  }

  @Test func nothingIsEmpty() {
    #expect(throws: FormatError.empty) { try PDFReader().content(of: []) }
  }

  @Test func pageTreeThatContainsItself() throws {
    let pdf = HandmadePDF(objects: [
      (1, "<< /Type /Catalog /Pages 2 0 R >>"), (2, "<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] >>"),
    ])
    #expect(throws: FormatError.self) { try outcome(of: pdf).get() }
  }

  @Test func pageCountThatIsALie() throws {
    var pdf = HandmadePDF(pages: [HandmadePDF.lines(["The minister resigned on Monday."])])
    pdf.objects[1].body = "<< /Type /Pages /Count 2000000000 /Kids [10 0 R] >>"
    switch try outcome(of: pdf) {
    case .success(let content): #expect(content.text == "The minister resigned on Monday.")
    case .failure(let error): #expect(!error.description.isEmpty)
    }
  }

  @Test("forms that call each other a billion times") func nestedForms() throws {
    var pdf = HandmadePDF(pages: [HandmadePDF.lines(["Start."])], extraPageKeys: "")
    let levels = 9
    for level in 0...levels {
      let body =
        level == levels ? "BT /F 10 Tf 72 700 Td (bomb) Tj ET" : String(repeating: "/X Do ", count: 10)
      let resources = "<< /Font << /F 3 0 R >> /XObject << /X \(101 + level) 0 R >> >>"
      pdf.objects.append(
        (
          100 + level,
          HandmadePDF.stream(
            body, keys: "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources \(resources)")
        ))
    }
    pdf.objects[3].body = pdf.objects[3].body.replacing(
      "/Font <<", with: "/XObject << /X 100 0 R >> /Font <<")
    pdf.objects[4].body = HandmadePDF.stream("/X Do")
    #expect(throws: FormatError.self) { try outcome(of: pdf).get() }
  }

  @Test("a form that calls itself") func formLoop() throws {
    var pdf = HandmadePDF(pages: [HandmadePDF.lines(["Start."])])
    pdf.objects.append(
      (
        100,
        HandmadePDF.stream(
          "/X Do", keys: "/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 100 0 R >> >>")
      ))
    pdf.objects[3].body = pdf.objects[3].body.replacing(
      "/Font <<", with: "/XObject << /X 100 0 R >> /Font <<")
    pdf.objects[4].body = HandmadePDF.stream("/X Do")
    #expect(throws: FormatError.self) { try outcome(of: pdf).get() }
  }

  @Test("two bytes that unpack to gigabytes", arguments: [3, 5]) func runLengthBomb(layers: Int) throws {
    var pdf = HandmadePDF(pages: [[]])
    // Decoded, (129, 129) is 128 times 129, which is packed again.
    let filters = "/Filter [\(String(repeating: "/RunLengthDecode ", count: layers))]"
    pdf.objects[4].body = HandmadePDF.stream(String(repeating: "\u{81}", count: 600), keys: filters)
    #expect(throws: FormatError.self) { try outcome(of: pdf).get() }
  }

  @Test func scriptsAreNotRun() throws {
    let pdf = HandmadePDF(
      pages: [HandmadePDF.lines(["The minister resigned on Monday."])],
      catalogKeys: "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")
    #expect(try outcome(of: pdf).get().text == "The minister resigned on Monday.")
  }

  @Test("coordinates beyond any page") func wildCoordinates() throws {
    let texts = [1e15, -1e15, 1e300, 0].map { HandmadePDF.Text(x: $0, y: 100, size: 10, text: "word") }
    switch try outcome(of: HandmadePDF(pages: [texts])) {
    case .success(let content): #expect(content.text.contains("word"))
    case .failure: break
    }
  }

  @Test("many words on one page are read within the limit") func manyWords() throws {
    let texts = (0..<20_000).map {
      HandmadePDF.Text(x: Double($0 % 7) * 80, y: Double($0) / 30, size: 0.5, text: "w\($0)")
    }
    let content = try outcome(of: HandmadePDF(pages: [texts]), seconds: 30).get()
    #expect(content.text.split(whereSeparator: \.isWhitespace).count > 1_000)
  }

  @Test func limitOfBytes() {
    var limits = ReadingLimits()
    limits.documentBytes = 100
    let bytes = HandmadePDF(pages: [[]]).bytes
    #expect(throws: FormatError.tooLarge(what: "bytes", limit: 100)) {
      try PDFReader(limits: limits).content(of: bytes)
    }
  }

  @Test("no text is said to be so, with advice") func scan() {
    #expect { try PDFReader().content(of: HandmadePDF(pages: [[], []]).bytes) } throws: { error in
      "\(error)".contains("no text in it") && "\(error)".contains("OCR")
    }
  }
}
