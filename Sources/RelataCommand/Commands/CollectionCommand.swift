import ArgumentParser
import Relata

/// A collection that grows: its subcommands.
struct CollectionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collection",
    abstract: "Keeps a collection of documents that grows, and makes graphs of it.",
    discussion: """
      A collection is one file: the documents, and what was read in each. Documents that have not changed are never read twice; \
      a newer relata or another ontology reads again what it must, from the texts that the collection keeps. Interrupted at any \
      moment, it has all documents that were finished; the same command goes on. Every question can be put to it: \
      “--graph news.relata-db”.

      EXAMPLES:
        relata collection add news.relata-db articles
        relata collection update news.relata-db
        relata collection status news.relata-db
        relata collection graph news.relata-db --output output
        relata path "Putin" "Aleppo" --graph news.relata-db
        relata collection remove news.relata-db articles/old.txt
      """,
    subcommands: [
      CollectionAddCommand.self, CollectionUpdateCommand.self, CollectionRemoveCommand.self,
      CollectionStatusCommand.self, CollectionRulesCommand<IdentityRules>.self,
      CollectionRulesCommand<Corrections>.self, CollectionGraphCommand.self,
    ])
}

/// Which collection: what all of its commands share.
struct CollectionFile: ParsableArguments {
  @Argument(help: "The file of the collection, such as news.relata-db.")
  var path: String

  func open(orCreate isCreating: Bool = false) throws(CommandFailure) -> DocumentCollection {
    do {
      return try DocumentCollection(at: path, orCreate: isCreating)
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension CommandFailure {
  init(_ error: CollectionError) {
    let status: ExitStatus =
      switch error {
      case .missing: .noInput
      case .notACollection, .newer: .badData
      case .failed: .outputFailed
      }
    self.init(status, "\(error)")
  }

  /// Failures of the library as the command tells them; others as they are.
  static func told<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
      return try await body()
    } catch let error as CollectionError {
      throw CommandFailure(error)
    } catch let failure as InputFailure {
      throw CommandFailure(failure)
    }
  }
}

/// The ontology, identities and corrections that a collection remembers.
enum CollectionSettings {
  private static let ontology = "ontology"
  private static let confidence = "least-confidence"

  static func builder(
    of collection: DocumentCollection, ontologyFile: OntologyFile? = nil, minConfidence: Double? = nil
  ) throws -> GraphBuilder {
    if let ontologyFile, let path = ontologyFile.ontology {
      let text = try UserTextFile.read(path, what: "ontology")
      _ = try ontologyFile.load()
      try collection.set(ontology, to: text)
    }
    if let minConfidence { try collection.set(confidence, to: "\(minConfidence)") }
    let yaml = try collection.setting(ontology)
    let least = try collection.setting(confidence).flatMap { Double($0) }
    do {
      let known = try yaml.map { try Ontology(yaml: $0, fileName: "\(collection.path): ontology") }
      return try GraphBuilder(
        ontology: known, identities: try rules(of: collection, known) ?? IdentityRules(),
        corrections: try rules(of: collection, known) ?? Corrections(), leastConfidence: least,
        ontologyVersion: yaml.map { SourceDocument(id: "ontology", text: $0).digest } ?? "built-in")
    } catch let error as DataFileError {
      throw CommandFailure(.badData, "\(error)")
    }
  }

  /// The graph of a collection, for questions: made anew where the collection has changed.
  static func graph(at path: String) throws -> MappedGraph {
    let collection = try DocumentCollection(at: path)
    return try CollectionGraph(collection).open { try builder(of: collection) }
  }

  /// nil where a collection remembers none.
  private static func rules<Rules: UserRules>(
    of collection: DocumentCollection, _ known: Ontology?
  ) throws -> Rules? {
    guard let yaml = try collection.setting(Rules.name) else { return nil }
    return try Rules(
      yaml: yaml, fileName: "\(collection.path): \(Rules.name)", ontology: try known ?? Ontology.embedded())
  }

  /// Remembers a file that has nothing wrong; without one, takes back what was remembered.
  ///
  /// - Returns: what is in the file.
  static func set<Rules: UserRules>(
    _: Rules.Type, to path: String?, of collection: DocumentCollection
  ) throws -> Rules? {
    guard let path else {
      try collection.set(Rules.name, to: nil)
      return nil
    }
    let text = try UserTextFile.read(path, what: "list of \(Rules.name)")
    let yaml = try collection.setting(ontology)
    let rules: Rules
    do {
      let known = try yaml.map { try Ontology(yaml: $0, fileName: "ontology") } ?? Ontology.embedded()
      rules = try Rules(yaml: text, fileName: path, ontology: known)
    } catch let error as DataFileError {
      throw CommandFailure(.badData, "\(error)")
    }
    try collection.set(Rules.name, to: text)
    return rules
  }

  /// What a collection remembers, a line each.
  static func lines(of collection: DocumentCollection) throws -> [String] {
    do {
      let yaml = try collection.setting(ontology)
      let known = try yaml.map { try Ontology(yaml: $0, fileName: "\(collection.path): ontology") }
      let identities: IdentityRules? = try rules(of: collection, known)
      let corrections: Corrections? = try rules(of: collection, known)
      return [
        yaml.map { _ in "an ontology of its own" },
        try collection.setting(confidence).map { "least confidence \($0)" }, identities?.count,
        corrections?.count,
      ].compactMap { $0 }
    } catch let error as DataFileError {
      throw CommandFailure(.badData, "\(error)")
    }
  }
}
