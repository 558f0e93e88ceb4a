public import RelataExtraction
public import RelataGazetteer
public import RelataGraph

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Resolution line by line: each answer follows from its line alone, so that the lines may be spread
/// over processes in any way.
///
/// ``Resolver`` decides by the same functions; grouped as `Documentation/spark-resolution.md` says,
/// the answers are its graph.
public struct ResolutionSteps: Sendable {
  /// A line that is not what its step takes.
  public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// On one line: what is wrong.
    public var description: String

    package init(description: String) { self.description = description }
  }

  let ontology: Ontology
  let gazetteer: Gazetteer
  let identities: IdentityRules
  let corrections: Corrections
  let described: DescribedEntities
  let types: TypeCompatibility
  private let document: @Sendable (_ id: String, _ extraction: Data) throws -> ExtractedDocument

  /// - Parameters:
  ///   - identities: which names are one thing's and which are not, by the word of a user.
  ///   - corrections: what a person corrects in the graph.
  ///   - document: what was read in a document, of the bytes that a line carries.
  public init(
    ontology: Ontology, gazetteer: Gazetteer, identities: IdentityRules = IdentityRules(),
    corrections: Corrections = Corrections(),
    document: @escaping @Sendable (_ id: String, _ extraction: Data) throws -> ExtractedDocument
  ) {
    self.ontology = ontology
    self.gazetteer = gazetteer
    self.identities = identities
    self.corrections = corrections
    described = DescribedEntities(corrections)
    self.document = document
    types = TypeCompatibility(ontology: ontology)
  }

  /// The answer to a line, both JSON without line ends.
  /// - Throws: ``Refusal``.
  public func answer(_ step: ResolutionStep, to line: Data) throws(Refusal) -> Data {
    do {
      return switch step {
      case .types: try answer(line, typeVotes)
      case .mentions: try answer(line, mentions)
      case .names: try answer(line, names)
      case .blocks: try answer(line, blocks)
      case .pairs: try answer(line, pairs)
      case .clusters: try answer(line, clusters)
      case .leftovers: try answer(line, leftovers)
      case .words: try answer(line, words)
      case .fits: try answer(line, fits)
      case .bare: try answer(line, bare)
      case .joins: try answer(line, joins)
      case .entity: try answer(line, entity)
      case .identifiers: try answer(line, identifiers)
      case .statements: try answer(line, statements)
      case .consistency: try answer(line, consistency)
      case .merging: try answer(line, merging)
      case .contradictions: try answer(line, contradictions)
      case .unmet: try answer(line, unmet)
      case .described: try answer(line, isDescribed)
      case .passages: try answer(line, passages)
      case .planned: try answer(line, planned)
      case .corrected: try answer(line, corrected)
      }
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      let reason = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
      throw Refusal(description: "this is no line of the step “\(step.rawValue)”: \(reason)")
    }
  }

  private func answer<Input: Decodable, Output: Encodable>(
    _ line: Data, _ step: (Input) throws -> Output
  ) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(step(JSONDecoder().decode(Input.self, from: line)))
  }

  /// - Throws: what the reader of extractions throws.
  func extracted(_ line: some DocumentLine) throws -> ExtractedDocument {
    try document(line.id, line.extraction)
  }
}

/// A line that carries a document.
protocol DocumentLine: Decodable {
  var id: String { get }
  /// Base64 in JSON.
  var extraction: Data { get }
}
