import Foundation
import Testing

/// The page in a real browser, opened from disk with the network off: what a person does with it, and what
/// hostile texts must not do.
@Suite(
  "The explorer in Chromium",
  .enabled(if: Chromium.isThere, "needs Chromium, which `make test` installs where it can"))
struct ExplorerBrowserTests {
  /// `test_*.py` in Browser/ say what is tested; a failure has the name of the test and what it found.
  @Test("everything that a person does with the page of the articles in seeds/")
  func page() throws {
    let folder = try TemporaryFolder()
    let seeds = Chromium.root.appending(path: "seeds").path
    let built = try RelataProcess.run(
      ["build", seeds, "--output", "output", "--format", "jsonld,html"], in: folder)
    #expect(built.status == 0, "\(built.errors)")
    try Chromium.run(
      ["-m", "unittest", "discover", "-s", Chromium.scripts.path],
      environment: [
        "EXPLORER_PAGE": folder.path + "/output/graph.html",
        "EXPLORER_GRAPH": folder.path + "/output/graph.jsonld",
        "EXPLORER_PICTURES": Chromium.pictures(), "RELATA": RelataProcess.executable.path,
      ])
  }

  @Test("the whole graph that the page saves is the graph, to `relata import` and to readers of RDF")
  func wholeGraph() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.article, to: "texts/web.html")
    for name in ["putin-phones-sharaa.txt", "cradle-agreement-with-russia.txt"] {
      let text = try Data(contentsOf: Chromium.root.appending(path: "seeds/" + name))
      for copy in ["", "copy-of-"] { try folder.write(text, to: "texts/\(copy)\(name)") }
    }
    func relata(_ arguments: String...) throws {
      let outcome = try RelataProcess.run(arguments, in: folder)
      try #require(outcome.status == 0, "\(arguments): \(outcome.errors)")
    }
    try folder.write(Self.corrections, to: "corrections.yaml")
    try relata(
      "build", "texts", "--output", "built", "--format", "jsonld", "--corrections", "corrections.yaml")
    // As if the documents had pages, which the ones of PDF files have.
    let graph = try String(contentsOf: folder.url.appending(path: "built/graph.jsonld"), encoding: .utf8)
    try folder.write(
      graph.replacingOccurrences(of: "\"sha256\":\"", with: "\"pageStarts\":[0,500,2000],\"sha256\":\""),
      to: "paged.jsonld")
    try relata("export", "paged.jsonld", "--format", "jsonld", "--output", "theirs.jsonld")
    #expect(graph.components(separatedBy: #""@id":"correction:"#).count == 4)
    try relata("explore", "theirs.jsonld", "--output", "graph.html", "--no-browser")
    try Chromium.run([
      Chromium.scripts.appending(path: "whole.py").path, folder.path + "/graph.html",
      folder.path + "/theirs.jsonld", folder.path + "/whole.jsonld", Chromium.pictures(),
    ])
    try relata("import", "whole.jsonld", "--output", "imported")
    try relata("export", "imported", "--format", "csv", "--output", "ours-csv")
    try relata("export", "theirs.jsonld", "--format", "csv", "--output", "theirs-csv")
    let files = try folder.contents
    for name in ["nodes.csv", "edges.csv"] {
      let ours = try #require(files["ours-csv/" + name])
      #expect(ours == files["theirs-csv/" + name] && ours.count > 1_000)
    }
  }

  /// A page of the web, so that sentences have addresses.
  private static let article = """
    <!DOCTYPE html><html><head><title>Ada Khan visits Oslo</title>
    <link rel="canonical" href="https://example.org/news/ada?x=1#top"><meta name="author" content="Eve Stone"></head>
    <body><article><h1>Ada Khan visits Oslo</h1>
    <p>President Ada Khan of Norway met Prime Minister Omar Berg of Sweden in Oslo on 3 November 2024, officials said,
    and later signed an agreement with the European Union. Omar Berg met Ada Khan.</p>
    <p>Ada Khan leads the Labour Party. The Labour Party did not attack Sweden. She may visit Berlin.</p>
    </article></body></html>
    """

  /// One of a statement that is there no more, one of a statement, one of an entity.
  private static let corrections = """
    version: 1
    corrections:
      - action: wrong
        statement: {subject: Ada Khan, relation: leads, object: Labour Party}
        evidence: [{document: web.html, quote: Ada Khan leads the Labour Party.}]
      - action: confirmed
        statement: {subject: Omar Berg, relation: met_with, object: Ada Khan}
        evidence: [{document: web.html, quote: Omar Berg met Ada Khan.}]
      - action: rename
        entity: {name: Omar Berg}
        to: Omar Bergh

    """

  @Test(
    "two entities that are merged in the page are one when the graph is built again, and the page says why")
  func corrections() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "Ada Khan met Omar Khan. Adah Kahnovic met Omar Khan. Bergen is in Norway.\n", to: "texts/a.txt")
    let build = ["build", "texts", "--output", "output", "--format", "jsonld,html"]
    #expect(try RelataProcess.run(build, in: folder).status == 0)
    try Chromium.run([
      Chromium.scripts.appending(path: "merge.py").path, folder.path + "/output/graph.html", "Ada Khan",
      "Adah Kahnovic", folder.path + "/corrections.yaml", Chromium.pictures(),
    ])
    let corrections = try String(contentsOfFile: folder.path + "/corrections.yaml", encoding: .utf8)
    try folder.write(
      corrections + """
          - action: confirmed
            statement: {subject: Ada Khan, relation: met_with, object: Omar Khan}
            evidence: [{document: a.txt, quote: Ada Khan met Omar Khan.}]

        """, to: "corrections.yaml")
    let again = try RelataProcess.run(build + ["--corrections", "corrections.yaml"], in: folder)
    #expect(again.status == 0 && again.errors.contains("warning") == false, "\(again.errors)")
    let shown = try RelataProcess.run(["show", "Ada Khan"], in: folder)
    #expect(
      shown.output.hasPrefix("Adah Kahnovic\n") && shown.output.contains("“Ada Khan met Omar Khan.”")
        && shown.output.contains("and 1 more"), "\(shown.output)")
    try Chromium.run([
      Chromium.scripts.appending(path: "corrected.py").path, folder.path + "/output/graph.html",
      "Adah Kahnovic", "met with", Chromium.pictures(),
    ])
  }
}

/// Each is tested where it is there; `make test` leaves them out for their size.
@Suite("The explorer in other browsers")
struct ExplorerOtherBrowserTests {
  @Test(
    "opens with a picture, finds, and has its tables: Firefox",
    .enabled(
      if: Chromium.isInPath("firefox") || Chromium.isInPath("firefox-esr"), "needs Firefox (300 MB)"))
  func firefox() throws { try run("in_firefox.py") }

  @Test(
    "opens with a picture, finds, and has its tables: WebKit, the engine of Safari",
    .enabled(
      if: Chromium.isInPath("WebKitWebDriver") && Chromium.isInPath("Xvfb"),
      "needs WebKit's driver and a screen (Debian's webkit2gtk-driver and xvfb, 400 MB)"))
  func webKit() throws { try run("in_webkit.py") }

  private func run(_ script: String) throws {
    let folder = try TemporaryFolder()
    let seeds = Chromium.root.appending(path: "seeds").path
    let built = try RelataProcess.run(["build", seeds, "--output", "output", "--format", "html"], in: folder)
    #expect(built.status == 0, "\(built.errors)")
    try Chromium.run(
      ["-m", "unittest", "discover", "-s", Chromium.scripts.path, "-p", script],
      environment: ["EXPLORER_PAGE": folder.path + "/output/graph.html"])
  }
}

/// The browser, driven by the scripts in Browser/.
enum Chromium {
  static let isThere = isInPath("chromium")

  static func isInPath(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  static let scripts = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Browser")

  static let root = scripts.appending(path: "../../..").standardizedFileURL

  /// Where pictures of the page go, to be looked at.
  static func pictures() throws -> String {
    let path = root.appending(path: ".build/screenshots").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// Runs Python, which fails where anything in the page is not as it should be.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws {
    let usual = root.appending(path: ".build/python/bin/python").path
    let python = ProcessInfo.processInfo.environment["RELATA_PYTHON"] ?? usual
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 }.merging(environment) { $1 }
    let output = try TemporaryFolder()
    let printed = try output.write("", to: "out")
    process.standardOutput = try FileHandle(forWritingTo: printed)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOf: printed, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(text.suffix(6_000))")
  }
}
