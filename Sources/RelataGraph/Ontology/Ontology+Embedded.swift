import CRelataOntology

extension Ontology {
  /// The file name in errors about the ontology that comes with Relata.
  static let embeddedFileName = "ontology.yaml"

  /// The ontology that comes with Relata, read from the bytes of the program.
  ///
  /// Read once, by the first call with triggers and the first without.
  ///
  /// - Parameter includesTriggers: false: relations come without their triggers, which only readers of
  ///   text need, in half the time.
  /// - Complexity: O(size of the data file) for these two calls, O(1) for others.
  /// - Throws: ``DataFileError`` if the program was built with a malformed data file.
  public static func embedded(includesTriggers: Bool = true) throws(DataFileError) -> Ontology {
    try (includesTriggers ? embeddedWhole : embeddedVocabulary).get()
  }

  private static let embeddedWhole = readEmbedded(includesTriggers: true)
  private static let embeddedVocabulary = readEmbedded(includesTriggers: false)

  private static func readEmbedded(includesTriggers: Bool) -> Result<Ontology, DataFileError> {
    let reader = OntologyReader(file: embeddedFileName, readsTriggers: includesTriggers)
    return Result { () throws(DataFileError) in try reader.read(embeddedYAML) }
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
