public import RelataCollection
import RelataExtraction
import RelataGraph
import RelataLanguage

extension GraphBuilder {
  /// What of this builder decides what is found in a document.
  public var version: ReaderVersion {
    ReaderVersion(
      program: RelataVersion.current,
      model: analyzer.model.identifier + "-" + extractor.weightsIdentifier, ontology: ontologyVersion,
      leastConfidence: leastConfidence)
  }
}
