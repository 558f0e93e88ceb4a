public import RelataGraph

/// What a person corrects in a graph: statements that are wrong, checked or mean something else; entities
/// that are one or several, or have another name or type.
///
/// ```yaml
/// version: 1
/// corrections:
///   - action: rename
///     entity: {name: "HTS forces", type: "ArmedGroup", id: "armedgroup/hts-forces"}
///     to: "Hayat Tahrir al-Sham"
/// ```
/// `Documentation/corrections.md` describes the file. Every one speaks of the graph **as it was built
/// without corrections**, so that they can be applied in any order; where two of them say different
/// things of one, the last holds.
public struct Corrections: Hashable, Sendable {
  /// In the order of the file.
  public var items: [Correction]
  /// How messages name the file.
  public var fileName: String

  /// Corrections in the order in which they apply.
  public init(_ items: [Correction] = [], fileName: String = "corrections") {
    self.items = items
    self.fileName = fileName
  }

  /// Reads and checks the text of a file.
  ///
  /// - Parameters:
  ///   - fileName: how errors name the file.
  ///   - ontology: knows the relations and types that things can be corrected to.
  /// - Complexity: O(size of the text).
  /// - Throws: ``DataFileError`` for the first thing that is wrong.
  public init(yaml: String, fileName: String, ontology: Ontology) throws(DataFileError) {
    self = try CorrectionReader(file: fileName, ontology: ontology).read(yaml)
  }
}
