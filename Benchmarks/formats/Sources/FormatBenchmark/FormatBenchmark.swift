import Foundation
import Relata

/// Makes a graph, writes it in each format and reads back those that are read, and prints how
/// fast and in how much memory.
///
///     FormatBenchmark FOLDER ENTITIES STATEMENTS [FORMAT…]
///
/// The files stay in FOLDER, for the peers; one line of JSON a measurement goes to standard output.
@main
enum FormatBenchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 3, let entities = Int(arguments[1]), let statements = Int(arguments[2]) else {
      print("usage: FormatBenchmark FOLDER ENTITIES STATEMENTS [FORMAT…]")
      exit(64)
    }
    let ontology = try Ontology.embedded()
    var random = RandomGraph(seed: 1, ontology: ontology)
    let graph = random.graph(entities: entities, statements: statements)
    let wanted = arguments.dropFirst(3)
    let folder = URL(filePath: arguments[0])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for format in GraphFormat.allCases where format.hasGraph && (wanted.isEmpty || wanted.contains(format.rawValue)) {
      var paths: [String] = []
      let writing = try Measurement.median {
        paths = []
        for file in format.files(for: graph, ontology: ontology) {
          let path = folder.appending(path: file.name).path
          guard let output = fopen(path, "wb") else { throw CocoaError(.fileWriteNoPermission) }
          file.write { fwrite($0.baseAddress, 1, $0.count, output) }
          fclose(output)
          paths.append(path)
        }
      }
      let size = try paths.reduce(0) { $0 + (try FileManager.default.attributesOfItem(atPath: $1)[.size] as? Int ?? 0) }
      writing.report(format, "write", bytes: size)
      guard [.graphml, .jsonld, .csv].contains(format) else { continue }
      var copy = KnowledgeGraph()
      let reading = try Measurement.median {
        copy = KnowledgeGraph()
        let files = try paths.map { Array(try Data(contentsOf: URL(filePath: $0))) }
        switch format {
        case .graphml: copy = try GraphMLReader(ontology: ontology).read(files[0]).graph
        case .csv: copy = try CSVReader(ontology: ontology).read(nodes: files[0], edges: files[1]).graph
        default: copy = try JSONLDReader.read(files[0])
        }
      }
      reading.report(format, "read", bytes: size)
      guard copy.statements == graph.statements, copy.entities == graph.entities else {
        print("\(format.rawValue): another graph came back")
        exit(1)
      }
    }
  }
}
