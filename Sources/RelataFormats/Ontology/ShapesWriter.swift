public import RelataGraph

/// Writes SHACL shapes in Turtle that say what every RDF file of ours is like.
///
/// A statement has one subject, predicate and object, a polarity, a modality, a confidence and perhaps an
/// importance between 0 and 1, dates that are dates, and the documents of its evidence, each piece with an
/// exact quote and its position; entities and documents have names; contradictions name at least two
/// statements; corrections say what was done and where that was said.
///
/// Two things are warnings: a statement without evidence, which another tool's file may have brought (all
/// that is read from text has some), and ends of a relation that are not of the types that the ontology gives
/// it (a text may say otherwise).
///
/// Specification: https://www.w3.org/TR/shacl/
public struct ShapesWriter: Sendable {
  /// What is written.
  public var ontology: Ontology

  /// Writes shapes for graphs of this ontology.
  public init(ontology: Ontology) { self.ontology = ontology }

  /// The shapes as UTF-8 Turtle.
  /// - Complexity: O(size of the ontology).
  public func write() -> [UInt8] {
    var shapes = ShapesSink()
    writeStatement(to: &shapes)
    writeEvidence(to: &shapes)
    writeRest(to: &shapes)
    for relation in ontology.relations { shapes.ends(of: relation) }
    return shapes.bytes
  }

  private func writeStatement(to shapes: inout ShapesSink) {
    shapes.shape("StatementShape", target: RDFName(.rdf, "Statement")) { shapes in
      shapes.property(RDFName(.rdf, "subject"), count: 1...1) { $0.isIRI() }
      shapes.property(RDFName(.rdf, "predicate"), count: 1...1) { $0.isIRI() }
      shapes.property(RDFName(.rdf, "object"), count: 1...1) { $0.isIRI() }
      shapes.property(RDFName(.relata, "polarity"), count: 1...1) {
        $0.isOne(of: Polarity.allCases.map(\.rawValue))
      }
      shapes.property(RDFName(.relata, "modality"), count: 1...1) {
        $0.isOne(of: Modality.allCases.map(\.rawValue))
      }
      shapes.property(RDFName(.relata, "confidence"), count: 1...1) { $0.isNumber(from: 0, to: 1) }
      shapes.property(RDFName(.relata, "importance"), count: 0...1) { $0.isNumber(from: 0, to: 1) }
      shapes.property(RDFName(.relata, "open"), count: 1...1) { $0.isLiteral(RDFName(.xsd, "boolean")) }
      shapes.property(RDFName(.relata, "firstSeen"), count: 0...1) { $0.isDate() }
      shapes.property(RDFName(.relata, "lastSeen"), count: 0...1) { $0.isDate() }
      shapes.property(RDFName(.relata, "start"), count: 0...1) { $0.isDate() }
      shapes.property(RDFName(.relata, "end"), count: 0...1) { $0.isDate() }
      shapes.property(RDFName(.relata, "time"), count: 0...1) { $0.isLiteral(RDFName(.xsd, "string")) }
      shapes.property(RDFName(.relata, "role"), count: 0...1) { $0.isLiteral(RDFName(.xsd, "string")) }
      shapes.property(RDFName(.relata, "place"), count: 0...1) { $0.isIRI() }
      shapes.property(RDFName(.prov, "wasAttributedTo"), count: 0...1) { $0.isIRI() }
      let (source, evidence) = (RDFName(.prov, "wasDerivedFrom"), RDFName(.relata, "evidence"))
      shapes.property(source, count: 0...Int.max) { $0.isIRI() }
      shapes.property(evidence, count: 0...Int.max) { $0.conforms(to: "EvidenceShape") }
      shapes.together(source, evidence)
      // All that is read from text has evidence; what another tool's file said may have none.
      shapes.usual(evidence)
    }
  }

  private func writeEvidence(to shapes: inout ShapesSink) {
    shapes.shape("EvidenceShape", target: RDFName(.oa, "SpecificResource")) { shapes in
      shapes.property(RDFName(.oa, "hasSource"), count: 1...1) { $0.isIRI() }
      shapes.property(RDFName(.relata, "page"), count: 0...1) { $0.isLiteral(RDFName(.xsd, "integer")) }
      shapes.property(RDFName(.schema, "url"), count: 0...1) { $0.isLiteral(RDFName(.xsd, "string")) }
      shapes.property(RDFName(.oa, "hasSelector"), count: 2...2) { $0.isBlank() }
      shapes.property(RDFName(.relata, "trigger"), count: 0...1) { $0.isLiteral(RDFName(.xsd, "string")) }
    }
    shapes.shape("QuoteShape", target: RDFName(.oa, "TextQuoteSelector")) { shapes in
      shapes.property(RDFName(.oa, "exact"), count: 1...1) { $0.isLiteral(RDFName(.xsd, "string")) }
    }
    shapes.shape("PositionShape", target: RDFName(.oa, "TextPositionSelector")) { shapes in
      let offset = RDFName(.xsd, "nonNegativeInteger")
      shapes.property(RDFName(.oa, "start"), count: 1...1) { $0.isLiteral(offset) }
      shapes.property(RDFName(.oa, "end"), count: 1...1) { $0.isLiteral(offset) }
    }
  }

  private func writeRest(to shapes: inout ShapesSink) {
    shapes.shape("DocumentShape", target: RDFName(.prov, "Entity")) { shapes in
      shapes.property(RDFName(.dcterms, "identifier"), count: 1...1) {
        $0.isLiteral(RDFName(.xsd, "string"))
      }
      shapes.property(RDFName(.dcterms, "title"), count: 0...1) { $0.isLiteral(RDFName(.xsd, "string")) }
      shapes.property(RDFName(.dcterms, "issued"), count: 0...1) { $0.isDate() }
      shapes.property(RDFName(.relata, "sentences"), count: 1...1) { $0.isLiteral(RDFName(.xsd, "integer")) }
      shapes.property(RDFName(.relata, "words"), count: 1...1) { $0.isLiteral(RDFName(.xsd, "integer")) }
      shapes.property(RDFName(.relata, "pageStart"), count: 0...Int.max) {
        $0.isLiteral(RDFName(.xsd, "integer"))
      }
      shapes.property(RDFName(.relata, "copy"), count: 0...Int.max) { $0.isLiteral(RDFName(.xsd, "string")) }
      for name in [
        RDFName(.schema, "author"), RDFName(.dcterms, "publisher"), RDFName(.schema, "url"),
        RDFName(.schema, "sha256"), RDFName(.schema, "text"),
      ] {
        shapes.property(name, count: 0...1) { $0.isLiteral(RDFName(.xsd, "string")) }
      }
    }
    shapes.shape("EntityShape", target: RDFName(.kind, "Thing")) { shapes in
      shapes.property(RDFName(.schema, "name"), count: 1...1) { $0.isLiteral(RDFName(.xsd, "string")) }
      shapes.property(RDFName(.rdfs, "label"), count: 1...1) { $0.isLiteral(RDFName(.xsd, "string")) }
      shapes.property(RDFName(.relata, "mentions"), count: 1...1) { $0.isLiteral(RDFName(.xsd, "integer")) }
      shapes.property(RDFName(.owl, "sameAs"), count: 0...Int.max) { $0.isIRI() }
    }
    shapes.shape("ContradictionShape", target: RDFName(.relata, "Contradiction")) { shapes in
      shapes.property(RDFName(.relata, "about"), count: 1...1) { $0.isLiteral(RDFName(.xsd, "string")) }
      shapes.property(RDFName(.relata, "contradicts"), count: 2...Int.max) {
        $0.isInstance(of: RDFName(.rdf, "Statement"))
      }
    }
    shapes.shape("CorrectionShape", target: RDFName(.relata, "Correction")) { shapes in
      shapes.property(RDFName(.relata, "action"), count: 1...1) {
        $0.isOne(of: AppliedCorrection.Action.allCases.map(\.rawValue))
      }
      shapes.property(RDFName(.dcterms, "source"), count: 1...1) { $0.isLiteral(RDFName(.xsd, "string")) }
      shapes.property(RDFName(.relata, "line"), count: 1...1) { $0.isLiteral(RDFName(.xsd, "integer")) }
      shapes.property(RDFName(.rdfs, "comment"), count: 1...1) { $0.isLiteral(RDFName(.xsd, "string")) }
      shapes.property(RDFName(.prov, "influenced"), count: 0...Int.max) { $0.isIRI() }
      shapes.property(RDFName(.relata, "evidence"), count: 0...Int.max) { $0.conforms(to: "EvidenceShape") }
    }
  }
}
