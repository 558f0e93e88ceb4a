#if Markup
  import Foundation
  import Testing

  extension HostileInput {
    static let pdfs = [
      HostileInput(
        title: "a PDF with a password", file: "bad.pdf", outcome: .failed,
        says: ["encrypted; remove its password and try again"]
      ) { try $0.write(fixture("PDF/user-password.pdf"), to: $1) },
      HostileInput(
        title: "a PDF that is cut off", file: "bad.pdf", outcome: .failed,
        says: ["damaged: pdftotext cannot read it (", "); get another copy of it"]
      ) { try $0.write(fixture("PDF/writer-one-column.pdf").prefix(9_000), to: $1) },
      HostileInput(
        title: "a PDF whose page is an object that refers to itself", file: "bad.pdf", outcome: .failed,
        says: ["damaged: no text in it"]
      ) {
        var pdf = CraftedPDF(page: "")
        pdf.objects[5] = Data("5 0 R".utf8)
        try $0.write(pdf.data, to: $1)
      },
      HostileInput(
        title: "a PDF whose page tree leads round in a circle", file: "bad.pdf", outcome: .failed,
        says: ["damaged: no text in it (pdftotext: "]
      ) {
        var pdf = CraftedPDF(page: "")
        pdf.objects[2] = Data("<< /Type /Pages /Count 3 /Kids [6 0 R 4 0 R 6 0 R] >>".utf8)
        pdf.objects[6] = Data("<< /Type /Pages /Count 3 /Parent 2 0 R /Kids [2 0 R 2 0 R] >>".utf8)
        try $0.write(pdf.data, to: $1)
      },
      HostileInput(
        title: "a PDF with a stream of 2^31 bytes, it says", file: "bad.pdf", outcome: .readWithNote,
        says: ["damaged, so some of it may be missing (pdftotext: "], statements: [attack], documents: 2
      ) { try $0.write(CraftedPDF(page: "Italy attacked Greece.", length: "2147483648").data, to: $1) },
      HostileInput(
        title: "a PDF with a stream as long as itself", file: "bad.pdf", outcome: .readWithNote,
        says: ["damaged, so some of it may be missing (pdftotext: "], statements: [attack], documents: 2
      ) { try $0.write(CraftedPDF(page: "Italy attacked Greece.", length: "5 0 R").data, to: $1) },
      HostileInput(
        title: "a PDF with a page of 100 MB packed into 100 kB", file: "bad.pdf", outcome: .failed,
        says: ["damaged: no text in it"]
      ) {
        try Programs.shell("head -c 100000000 /dev/zero | gzip > zeros.gz", in: $0)
        let packed = try Data(contentsOf: $0.url.appending(path: "zeros.gz"))
        try FileManager.default.removeItem(at: $0.url.appending(path: "zeros.gz"))
        // What gzip puts around the deflated bytes is 10 and 8 bytes long; zlib puts two before them.
        let deflated = Data([0x78, 0x9C]) + packed.dropFirst(10).dropLast(8)
        try $0.write(CraftedPDF(stream: deflated, keys: "/Filter /FlateDecode").data, to: $1)
      },
    ]
  }
#endif
