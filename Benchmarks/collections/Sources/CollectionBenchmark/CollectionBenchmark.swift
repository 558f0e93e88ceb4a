import Foundation
import Relata

/// Time, memory and identity of collections of any size (see README.md beside the package).
@main
struct CollectionBenchmark {
  static func main() async throws {
    let options = Options(CommandLine.arguments.dropFirst())
    switch options.command {
    case "extract": try await extract(options)
    case "resolve": try resolve(options)
    case "graph": try graph(options)
    case "collection": try collection(options)
    case "score": try score(options)
    default:
      print(
        """
        usage: CollectionBenchmark extract TEXTS... --output extracted.json
               CollectionBenchmark resolve --extracted extracted.json --names names.tsv --documents 1000 \
        [--seed 1] [--errors 20]
               CollectionBenchmark collection --extracted extracted.json --names names.tsv --documents 1000 \
        --into made.relata-db [--seed 1]
               CollectionBenchmark graph --extracted extracted.json --output graph.json
               CollectionBenchmark score --extracted extracted.json --truth truth.tsv
        """)
      exit(64)
    }
  }

  /// Reads articles once, so that the other commands need no model.
  private static func extract(_ options: Options) async throws {
    let ontology = try Ontology.embedded()
    let model = try LanguageModel.embedded()
    let analyzer = Analyzer(model: model)
    let extractor = try Extractor(ontology: ontology, gazetteer: Gazetteer.embedded(), model: model)
    let texts = try options.paths.map { path in
      SourceDocument(
        id: URL(filePath: path).lastPathComponent, text: try String(contentsOfFile: path, encoding: .utf8))
    }
    var stored: [StoredDocument] = []
    for start in stride(from: 0, to: texts.count, by: 32) {
      let part = Array(texts[start..<min(start + 32, texts.count)])
      stored += try await analyzer.analyze(part, jobs: 2).map { StoredDocument(extractor.extract($0)) }
    }
    try JSONEncoder().encode(stored).write(to: URL(filePath: options["output"] ?? "extracted.json"))
    print("\(stored.count) documents, \(stored.reduce(0) { $0 + $1.entities.count }) entities")
  }

  /// The graph of the articles as they are, to compare versions of the resolution with.
  private static func graph(_ options: Options) throws {
    let documents = try extracted(options).map(\.document)
    let graph = Resolver(ontology: try Ontology.embedded(), gazetteer: try Gazetteer.embedded())
      .resolve(documents)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try encoder.encode(graph).write(to: URL(filePath: options["output"] ?? "graph.json"))
    print("\(graph.entities.count) entities, \(graph.statements.count) statements")
  }

  /// Identities of articles whose truth is in a file; what it does not know is left out.
  private static func score(_ options: Options) throws {
    let known = try KnownNames(contentsOf: options["truth"] ?? "truth.tsv")
    let documents = try extracted(options).map(\.document)
    let resolver = Resolver(ontology: try Ontology.embedded(), gazetteer: try Gazetteer.embedded())
    var ids: [[EntityID]] = []
    let time = Stopwatch.measure { ids = resolver.identify(documents) }
    var score = Score()
    for (document, row) in zip(documents, ids) {
      for (entity, id) in zip(document.entities, row) where !entity.isDescribed {
        guard let (number, kind) = known.identity(of: entity, in: document.record.id) else { continue }
        score.add([number], [id], of: [kind])
      }
    }
    print("\(documents.count) documents, identity: \(time)")
    print(score)
  }

  private static func resolve(_ options: Options) throws {
    let (exchange, count) = try exchange(options)
    let ontology = try Ontology.embedded()
    let resolver = Resolver(ontology: ontology, gazetteer: try Gazetteer.embedded())
    var truth = Truth()
    var documents: [ExtractedDocument] = []
    documents.reserveCapacity(count)
    for index in 0..<count { documents.append(exchange.document(index, &truth)) }
    let before = Memory.resident()
    var identities: [[EntityID]] = []
    let identifying = Stopwatch.measure { identities = resolver.identify(documents) }
    var score = Score()
    for (row, ids) in identities.enumerated() { score.add(truth.identities[row], ids, of: truth.kinds[row]) }
    let peakOfIdentity = Memory.peak()
    identities = []
    // What equal names alone say: the made world has many namesakes.
    var byName = Score()
    for (row, document) in documents.enumerated() {
      let ids = document.entities.enumerated().map { index, entity in
        EntityID(rawValue: entity.isDescribed ? "\(row) \(index)" : entity.name.lowercased())
      }
      byName.add(truth.identities[row], ids, of: truth.kinds[row])
    }
    var graph = KnowledgeGraph()
    let resolving =
      options["identity"] == nil ? Stopwatch.measure { graph = resolver.resolve(documents) } : Stopwatch()
    print(
      "\(count) documents, \(documents.reduce(0) { $0 + $1.entities.count }) entities, "
        + "\(documents.reduce(0) { $0 + $1.statements.count }) statements, seed \(exchange.seed)")
    print(
      "identity: \(identifying), "
        + "\((peakOfIdentity - before) * 1024 / count) B an article above the documents' \(before / 1024) MB")
    print(
      "whole resolution: \(resolving), peak \(Memory.peak() / 1024) MB; "
        + "\(graph.entities.count) entities, \(graph.statements.count) statements, "
        + "\(graph.contradictions.count) contradictions")
    print(score)
    print("equal names alone: \(byName.summary)")
    if let errors = options["errors"].flatMap(Int.init) { score.printErrors(errors, documents, truth) }
  }

  /// A collection of made documents, to be asked by the command: with the texts of the
  /// articles that they are made of.
  private static func collection(_ options: Options) throws {
    let (exchange, count) = try exchange(options)
    let collection = try DocumentCollection(at: options["into"] ?? "made.relata-db", orCreate: true)
    for start in stride(from: 0, to: count, by: 256) {
      let slice = (start..<min(start + 256, count)).map { number in
        var truth = Truth()
        let extraction = exchange.document(number, &truth)
        let id = extraction.record.id
        return (
          document: CollectedDocument(
            source: SourceDocument(id: id, text: extraction.record.text ?? ""), extraction: extraction),
          file: id
        )
      }
      try collection.put(slice, reader: "made")
    }
    print("\(count) documents")
  }

  /// What makes documents, and how many are asked for.
  private static func exchange(_ options: Options) throws -> (exchange: Exchange, count: Int) {
    let count = Int(options["documents"] ?? "") ?? 1000
    let seed = UInt64(options["seed"] ?? "") ?? 1
    let world = World(
      names: try NameLists(contentsOf: options["names"] ?? "names.tsv"), documents: count, seed: seed)
    return (Exchange(templates: try extracted(options), world: world, seed: seed), count)
  }

  private static func extracted(_ options: Options) throws -> [StoredDocument] {
    try JSONDecoder().decode(
      [StoredDocument].self, from: Data(contentsOf: URL(filePath: options["extracted"] ?? "extracted.json")))
  }
}
