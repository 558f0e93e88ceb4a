/// The vocabularies that the RDF formats draw on, in the order in which a Turtle file
/// declares their prefixes.
///
/// The same names and IRIs as in the context of the JSON-LD.
enum RDFNamespace: Int, CaseIterable {
  case entity, document, statement, contradiction, correction
  case relata, kind, rel, lemma, inverse
  case rdf, rdfs, owl, xsd, skos, prov, oa, dcterms, schema, wikidata, edtf, sh

  /// Those that occur in a graph.
  static let ofGraphs = allCases.filter { $0 != .inverse && $0 != .sh }

  var prefix: String { "\(self)" }

  /// - Parameter base: the IRI under which a graph's own things are named.
  func iri(base: String) -> String {
    switch self {
    case .entity, .document, .statement, .contradiction, .correction: "\(base)\(prefix)/"
    case .relata: "\(JSONLDContext.vocabulary)#"
    case .kind: "\(JSONLDContext.vocabulary)/type#"
    case .rel: "\(JSONLDContext.vocabulary)/relation#"
    case .lemma: "\(JSONLDContext.vocabulary)/open#"
    case .inverse: "\(JSONLDContext.vocabulary)/inverse#"
    case .rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    case .rdfs: "http://www.w3.org/2000/01/rdf-schema#"
    case .owl: "http://www.w3.org/2002/07/owl#"
    case .xsd: "http://www.w3.org/2001/XMLSchema#"
    case .skos: "http://www.w3.org/2004/02/skos/core#"
    case .prov: "http://www.w3.org/ns/prov#"
    case .oa: "http://www.w3.org/ns/oa#"
    case .dcterms: "http://purl.org/dc/terms/"
    case .schema: "https://schema.org/"
    case .wikidata: "http://www.wikidata.org/entity/"
    case .edtf: "http://id.loc.gov/datatypes/edtf/"
    case .sh: "http://www.w3.org/ns/shacl#"
    }
  }
}

/// A name in a vocabulary that is known when the program is written.
struct RDFName {
  var namespace: RDFNamespace
  var local: StaticString

  init(_ namespace: RDFNamespace, _ local: StaticString) {
    self.namespace = namespace
    self.local = local
  }

  /// Whether it is `rdf:type`.
  var isType: Bool {
    guard namespace == .rdf, local.utf8CodeUnitCount == 4 else { return false }
    return local.withUTF8Buffer { $0.elementsEqual("type".utf8) }
  }
}
