import CRelataOntology

extension Ontology {
  /// The file name in errors about the ontology that comes with Relata.
  static let embeddedFileName = "ontology.yaml"

  /// The ontology that comes with Relata, read from the bytes of the program.
  ///
  /// Read anew by each call: keep the result.
  ///
  /// - Parameter includesTriggers: false: relations come without their triggers, which only readers of
  ///   text need, in half the time.
  /// - Complexity: O(size of the data file).
  /// - Throws: ``DataFileError`` if the program was built with a malformed data file.
  public static func embedded(includesTriggers: Bool = true) throws(DataFileError) -> Ontology {
    try OntologyReader(file: embeddedFileName, readsTriggers: includesTriggers).read(embeddedYAML)
  }

  /// The text of the data file that comes with Relata: a start for one's own.
  public static var embeddedYAML: String {
    let bytes = UnsafeBufferPointer(start: relata_ontology_bytes(), count: relata_ontology_size())
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads an ontology from the text of a data file; `Documentation/ontology.md` describes the format.
  ///
  /// - Parameters:
  ///   - yaml: all of the file.
  ///   - fileName: how errors name the file.
  /// - Complexity: O(size of the text).
  /// - Throws: ``DataFileError`` for the first thing that is wrong.
  public init(yaml: String, fileName: String) throws(DataFileError) {
    self = try OntologyReader(file: fileName).read(yaml)
  }
}
