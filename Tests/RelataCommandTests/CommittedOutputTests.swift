import Foundation
import Testing

/// `make demo` writes these files, and README.md shows them.
@Suite("output/ in the repository is what the main job writes")
struct CommittedOutputTests {
  /// Where lines and labels stand in a drawing depends on Graphviz' version and on the font
  /// (Documentation/drawings.md).
  private static func drawsAlike() throws -> Bool {
    let folder = try TemporaryFolder()
    try Programs.shell("{ dot -V; fc-match Helvetica; } > drawing 2>&1 || true", in: folder)
    let drawing = try String(contentsOf: folder.url.appending(path: "drawing"), encoding: .utf8)
    return drawing.contains("graphviz version 2.43.") && drawing.contains("Liberation Sans")
  }

  @Test("byte for byte")
  func sameBytes() throws {
    let folder = try SeedsBuild.done.folder
    let committed = SeedsBuild.repository.appending(path: "output")
    let names = try FileManager.default.contentsOfDirectory(atPath: committed.path)
      // .gitignore leaves these out.
      .filter { !$0.hasSuffix(".html") && !$0.hasSuffix(".relata") }
    #expect(names.contains("graph.jsonld"))
    for name in names {
      if name.hasSuffix(".svg"), try !Self.drawsAlike() { continue }
      let same = FileManager.default.contentsEqual(
        atPath: committed.appending(path: name).path,
        andPath: folder.url.appending(path: "output/\(name)").path)
      #expect(same, "\(name) differs: run “make demo” and commit what it writes")
    }
  }
}
