import RelataGraph

/// All checks of statements against each other.
enum Consistency {
  /// In the order in which they are made.
  static func checks(
    ontology: Ontology, type: @escaping (EntityID) -> EntityType?
  ) -> [any ConsistencyCheck] {
    [OneOffice(ontology: ontology), OneCountry(ontology: ontology, type: type)]
  }

  /// Which of the elements stay, in their order, each check after the one before.
  static func consistent<Element>(
    _ elements: [Element], by checks: [any ConsistencyCheck], _ statement: (Element) -> Statement
  ) -> [Element] {
    checks.reduce(elements) { elements, check in
      let stays = check.judgement(of: elements.map(statement))
      return elements.filter { stays(statement($0)) }
    }
  }
}
