import RelataGraph

/// Where the attributes of entities or statements go: a syntax. Those that have nothing to say are left out
/// (but for `documents`, which may be empty); the others come in the order of their names.
protocol AttributeSink<Name>: ~Copyable {
  associatedtype Name: AttributeName

  mutating func text(_ name: Name, _ text: String)
  /// A value whose bytes need no escape anywhere.
  mutating func plain(_ name: Name, _ write: (inout ByteStream) -> Void)
  mutating func beginList(_ name: Name)
  mutating func element(_ text: String)
  mutating func endList()
}

extension AttributeSink where Self: ~Copyable {
  mutating func identifier(_ name: Name, _ id: EntityID) { text(name, PortableText.identifier(id)) }

  mutating func integer(_ name: Name, _ number: Int) { plain(name) { $0.write(number) } }

  /// Infinities and what is no number become 0.
  mutating func number(_ name: Name, _ number: Double) {
    plain(name) { $0.write(String(number.isFinite ? number : 0)) }
  }

  mutating func flag(_ name: Name, _ flag: Bool) {
    plain(name) { $0.write(flag ? "true" : "false" as StaticString) }
  }

  mutating func list(_ name: Name, _ elements: [String]) {
    guard !elements.isEmpty else { return }
    beginList(name)
    for element in elements { self.element(element) }
    endList()
  }
}

extension GraphView {
  func tell<Sink: AttributeSink<EntityAttribute> & ~Copyable>(_ entity: Entity, to sink: inout Sink) {
    sink.text(.name, entity.name)
    sink.text(.type, entity.type.rawValue)
    sink.list(.types, typePath(of: entity))
    if !entity.aliases.isEmpty {
      sink.beginList(.aliases)
      for alias in entity.aliases { sink.element(alias.name) }
      sink.endList()
    }
    if !entity.identifiers.isEmpty {
      sink.beginList(.identifiers)
      for (scheme, value) in entity.identifiers.sorted(by: { $0.key < $1.key }) {
        sink.element("\(scheme):\(value)")
      }
      sink.endList()
    }
    sink.integer(.mentions, entity.mentionCount)
  }

  func tell<Sink: AttributeSink<StatementAttribute> & ~Copyable>(_ edge: Edge, to sink: inout Sink) {
    let statement = edge.statement
    sink.text(.relation, statement.relation)
    sink.text(.polarity, statement.polarity.rawValue)
    sink.text(.modality, statement.modality.rawValue)
    if let time = statement.time {
      if let start = time.start { sink.plain(.start) { $0.write(start) } }
      if let end = time.end { sink.plain(.end) { $0.write(end) } }
      sink.plain(.time) { $0.write(time) }
    }
    if let source = statement.attribution { sink.identifier(.attribution, source) }
    if let place = statement.place { sink.identifier(.place, place) }
    if let role = statement.role { sink.text(.role, role) }
    sink.number(.confidence, statement.confidence)
    if let importance = statement.importance { sink.number(.importance, importance) }
    sink.beginList(.documents)
    Self.forEachDocument(of: statement) { sink.element($0) }
    sink.endList()
    if let seen = documents.seen(statement) {
      sink.plain(.firstSeen) { $0.write(seen.first) }
      sink.plain(.lastSeen) { $0.write(seen.last) }
    }
    if let evidence = statement.evidence.first {
      sink.text(.quote, evidence.quote)
      if !evidence.trigger.isEmpty { sink.text(.trigger, evidence.trigger) }
    }
    sink.flag(.open, statement.isOpen)
    sink.text(.label, label(of: statement))
    sink.integer(.evidence, statement.evidence.count)
    sink.flag(.contradicted, edge.isContradicted)
  }
}
