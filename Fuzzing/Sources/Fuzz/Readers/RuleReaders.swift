import Relata

/// What users write in YAML.
enum RuleReaders {
  static func ontology() -> Target {
    Target { bytes in
      guard let ontology = try? Ontology(yaml: bytes.text, fileName: "ontology.yaml") else { return }
      _ = PatternMatcher(Shared.graph, ontology: ontology)
      _ = OntologyWriter(ontology: ontology).write()
      _ = ShapesWriter(ontology: ontology).write()
    }
  }

  static func identities() -> Target {
    Target { bytes in
      _ = try? IdentityRules(yaml: bytes.text, fileName: "same-as.yaml", ontology: Shared.ontology)
    }
  }

  static func corrections() -> Target {
    Target { bytes in
      guard
        let corrections = try? Corrections(
          yaml: bytes.text, fileName: "corrections.yaml", ontology: Shared.ontology)
      else { return }
      _ = corrections.applied(to: Shared.graph, ontology: Shared.ontology)
    }
  }
}
