import ArgumentParser
import Relata

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Which ontology to use: the option that building and asking share.
struct OntologyFile: ParsableArguments {
  @Option(
    help: ArgumentHelp("An ontology of your own (YAML) instead of the one built in.", valueName: "file"))
  var ontology: String?

  func load() throws(CommandFailure) -> Ontology {
    guard let path = ontology else {
      do {
        return try Ontology.embedded()
      } catch {
        throw CommandFailure(.internalError, "the ontology built in is damaged: \(error)")
      }
    }
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw CommandFailure(.noInput, "\(path): this ontology cannot be read; is it there?")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw CommandFailure(.badData, "\(path): an ontology must be UTF-8")
    }
    do {
      return try Ontology(yaml: text, fileName: path)
    } catch {
      throw CommandFailure(.badData, "\(error)")
    }
  }
}
