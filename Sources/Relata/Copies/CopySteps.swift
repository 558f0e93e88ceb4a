import RelataDocuments
import RelataGraph
public import RelataResolution

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Near copies line by line: each answer follows from its line alone. ``GraphBuilder``
/// decides by the same functions.
public struct CopySteps: Sendable {
  /// For lines of every step.
  public init() {}

  /// The answer to a line, both JSON without line ends.
  /// - Throws: `ResolutionSteps.Refusal`.
  public func answer(_ step: CopyStep, to line: Data) throws(ResolutionSteps.Refusal) -> Data {
    do {
      return switch step {
      case .signatures: try answer(line, signatures)
      case .copies: try answer(line, copies)
      case .originals: try answer(line, originals)
      case .copied: try answer(line, copied)
      }
    } catch {
      let reason = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
      throw ResolutionSteps.Refusal(
        description: "this is no line of the step “\(step.rawValue)”: \(reason)")
    }
  }

  private func answer<Input: Decodable, Output: Encodable>(
    _ line: Data, _ step: (Input) throws -> Output
  ) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(step(JSONDecoder().decode(Input.self, from: line)))
  }
}

// MARK: Lines

/// A text among those that may be copies.
private struct TextRow: Decodable {
  /// The document's identifier.
  var id: String
  /// As ``DuplicateEntry/date``.
  var date: String?
  var signature: ShingleSignature

  var entry: DuplicateEntry { DuplicateEntry(key: id, date: date, signature: signature) }
}

private struct SignaturesInput: Decodable {
  var id: String
  /// Of the record; nil where it has none.
  var date: PartialDate?
  /// Base64 in JSON.
  var signature: Data
}

private struct SignaturesOutput: Encodable {
  /// The identifier in composed form, by which documents are ordered.
  var document: String
  var date: String?
  /// How long the text is; nil: it is nobody's copy, because nothing is known of its words.
  var length: Int?
  var hashes: [UInt32]
}

private struct CopiesInput: Decodable {
  struct Other: Decodable {
    var text: TextRow
    /// Under how many hashes it was found.
    var hits: Int
  }

  var text: TextRow
  /// The longest first.
  var others: [Other]
}

private struct CopiesOutput: Encodable {
  /// Of the others; nil: none.
  var original: String?
}

private struct OriginalsInput: Decodable {
  /// In any order.
  var texts: [TextRow]
}

private struct OriginalsOutput: Encodable {
  var kept: String
  /// In the order of a document's ``DocumentRecord/copies``.
  var copies: [String]
}

private struct CopiedInput: Decodable {
  /// JSON.
  var record: String
  var copies: [String]
}

private struct CopiedOutput: Encodable {
  /// JSON.
  var record: String
}

// MARK: Answers

extension CopySteps {
  private func signatures(_ line: SignaturesInput) -> SignaturesOutput {
    let signature = ShingleSignature(bytes: line.signature)
    return SignaturesOutput(
      document: CanonicalText.composed(line.id), date: FoundDocuments.date(of: line.date),
      length: signature?.count, hashes: signature.map(DuplicateIndex.hashes) ?? [])
  }

  private func copies(_ line: CopiesInput) -> CopiesOutput {
    let best = DuplicateIndex.best(
      for: line.text.entry, among: line.others.map { ($0.text.entry, $0.hits) })
    return CopiesOutput(original: best.map { line.others[$0].text.id })
  }

  private func originals(_ line: OriginalsInput) throws -> OriginalsOutput {
    let keys = DuplicateGroups.keys(ofGroup: line.texts.map(\.entry))
    guard let kept = keys.first else {
      throw ResolutionSteps.Refusal(description: "a group has at least one text")
    }
    return OriginalsOutput(kept: kept, copies: keys.dropFirst().sorted())
  }

  private func copied(_ line: CopiedInput) throws -> CopiedOutput {
    var record = try JSONDecoder().decode(DocumentRecord.self, from: Data(line.record.utf8))
    record.copies = line.copies
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return CopiedOutput(record: String(decoding: try encoder.encode(record), as: UTF8.self))
  }
}
