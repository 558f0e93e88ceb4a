import RelataGraph

/// The prefixes under which things are named in the file.
///
/// Reader and writer share them; the context says which IRI each stands for.
enum JSONLDPrefix {
  /// An entity, by its identifier.
  case entity
  /// A document, by its path.
  case document
  /// A statement, by its position in the graph.
  case statement
  case contradiction
  /// A correction, by its position in the graph.
  case correction
  /// An entity type of the ontology.
  case kind
  /// A relation type of the ontology.
  case relation
  /// An open relation, by its lemma.
  case lemma

  /// What stands before names, with the colon.
  var prefix: StaticString {
    switch self {
    case .entity: "entity:"
    case .document: "document:"
    case .statement: "statement:"
    case .contradiction: "contradiction:"
    case .correction: "correction:"
    case .kind: "kind:"
    case .relation: "rel:"
    case .lemma: "lemma:"
    }
  }

  func callAsFunction(_ name: String) -> String { "\(prefix)\(PercentEncoding.encode(name))" }

  /// The name behind the prefix; nil where the text has another prefix or none.
  func name(in text: String) -> String? {
    let length = prefix.utf8CodeUnitCount
    guard text.utf8.count >= length, prefix.withUTF8Buffer({ text.utf8.starts(with: $0) }) else { return nil }
    return PercentEncoding.decode(Substring(text.utf8.dropFirst(length)))
  }
}

extension JSONStream {
  /// The name of a thing behind its prefix, as ``JSONLDPrefix`` writes it.
  mutating func reference(_ prefix: JSONLDPrefix, _ name: String) {
    plain { bytes in
      bytes.write(prefix.prefix)
      bytes.writePercentEncoded(name)
    }
  }

  mutating func member(_ key: StaticString, _ prefix: JSONLDPrefix, _ name: String) {
    self.key(key)
    reference(prefix, name)
  }

  mutating func member(_ key: StaticString, _ date: PartialDate) {
    self.key(key)
    plain { $0.write(date) }
  }
}

/// The `@context`: which RDF vocabulary each key means.
enum JSONLDContext {
  /// The namespace of the vocabulary; types, relations and open relations have namespaces of their own below
  /// it, so that an open relation "place" and the qualifier `place` stay different properties.
  static let vocabulary = "https://relata.dev/ns"

  static func text(base: String) -> String {
    let quoted = ByteStream.collect { $0.writeJSON(base) }
    let quotedBase = "\"" + String(decoding: quoted, as: UTF8.self)
    return """
      {
      "@version": 1.1,
      "relata": "\(vocabulary)#", "kind": "\(vocabulary)/type#", "rel": "\(vocabulary)/relation#", "lemma": "\(vocabulary)/open#",
      "entity": \(quotedBase)entity/", "document": \(quotedBase)document/", "statement": \(quotedBase)statement/", "contradiction": \(quotedBase)contradiction/", "correction": \(quotedBase)correction/",
      "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
      "owl": "http://www.w3.org/2002/07/owl#", "xsd": "http://www.w3.org/2001/XMLSchema#",
      "skos": "http://www.w3.org/2004/02/skos/core#", "prov": "http://www.w3.org/ns/prov#", "oa": "http://www.w3.org/ns/oa#",
      "dcterms": "http://purl.org/dc/terms/", "schema": "https://schema.org/", "wikidata": "http://www.wikidata.org/entity/",
      "edtf": "http://id.loc.gov/datatypes/edtf/",

      "name": "schema:name", "label": "rdfs:label", "altLabel": "skos:altLabel",
      "aliases": "relata:alias", "count": {"@id": "relata:count", "@type": "xsd:integer"},
      "links": "relata:link", "other": "relata:otherName", "reason": "relata:reason", "detail": "relata:detail",
      "identifiers": "schema:identifier", "scheme": "schema:propertyID", "value": "schema:value",
      "PropertyValue": "schema:PropertyValue", "sameAs": {"@id": "owl:sameAs", "@type": "@id"},
      "mentions": {"@id": "relata:mentions", "@type": "xsd:integer"},

      "Statement": "rdf:Statement",
      "subject": {"@id": "rdf:subject", "@type": "@id"}, "predicate": {"@id": "rdf:predicate", "@type": "@id"}, "object": {"@id": "rdf:object", "@type": "@id"},
      "polarity": "relata:polarity", "modality": "relata:modality", "attribution": {"@id": "prov:wasAttributedTo", "@type": "@id"},
      "start": {"@id": "relata:start", "@type": "edtf:EDTF"}, "end": {"@id": "relata:end", "@type": "edtf:EDTF"}, "time": "relata:time",
      "place": {"@id": "relata:place", "@type": "@id"}, "role": "relata:role", "confidence": {"@id": "relata:confidence", "@type": "xsd:double"},
      "importance": {"@id": "relata:importance", "@type": "xsd:double"},
      "firstSeen": {"@id": "relata:firstSeen", "@type": "edtf:EDTF"}, "lastSeen": {"@id": "relata:lastSeen", "@type": "edtf:EDTF"},
      "open": "relata:open", "documents": {"@id": "prov:wasDerivedFrom", "@type": "@id"},

      "evidence": "relata:evidence", "SpecificResource": "oa:SpecificResource", "source": {"@id": "oa:hasSource", "@type": "@id"},
      "trigger": "relata:trigger", "selector": "oa:hasSelector",
      "page": {"@id": "relata:page", "@type": "xsd:integer"}, "url": "schema:url",
      "TextQuoteSelector": {"@id": "oa:TextQuoteSelector", "@context": {"exact": "oa:exact"}},
      "TextPositionSelector": {"@id": "oa:TextPositionSelector", "@context": {
        "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"}, "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"}}},

      "Document": "schema:CreativeWork", "identifier": "dcterms:identifier", "title": "dcterms:title", "date": {"@id": "dcterms:issued", "@type": "edtf:EDTF"},
      "author": "schema:author", "publisher": "dcterms:publisher", "sha256": "schema:sha256", "text": "schema:text",
      "pageStarts": {"@id": "relata:pageStart", "@type": "xsd:integer"}, "copies": "relata:copy",
      "sentences": {"@id": "relata:sentences", "@type": "xsd:integer"}, "words": {"@id": "relata:words", "@type": "xsd:integer"},

      "Contradiction": "relata:Contradiction", "contradicts": {"@id": "relata:contradicts", "@type": "@id"}, "about": "relata:about", "explanation": "rdfs:comment",

      "Correction": "relata:Correction", "action": "relata:action", "file": "dcterms:source", "line": {"@id": "relata:line", "@type": "xsd:integer"},
      "influenced": {"@id": "prov:influenced", "@type": "@id"},

      "Class": "rdfs:Class", "subClassOf": {"@id": "rdfs:subClassOf", "@type": "@id"}, "exactMatch": {"@id": "skos:exactMatch", "@type": "@id"},
      "Property": "rdf:Property", "SymmetricProperty": "owl:SymmetricProperty", "definition": "skos:definition", "inverseLabel": "relata:inverseLabel",
      "domainIncludes": {"@id": "schema:domainIncludes", "@type": "@id"}, "rangeIncludes": {"@id": "schema:rangeIncludes", "@type": "@id"},
      "plover": "relata:plover"
      }
      """
  }
}
