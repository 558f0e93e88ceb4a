import RelataExtraction
import RelataGazetteer
import RelataGraph

/// Documents → candidates: the first step, which looks at each entity of each document by itself.
struct CandidateCollection {
  private let types: TypeCompatibility
  private let gazetteer: Gazetteer
  private let plainBodies: PlainBodies
  private var names: NameTable.Builder
  /// Profiles by what the documents say word for word, and by what that comes to.
  private var byText: [String: Int32] = [:]
  private var byKey: [String: Int32] = [:]
  private var profiles: [Profile] = []
  /// The candidate of each profile that is of more than one document.
  private var shared: [Int32: Int] = [:]
  private var candidates: [Candidate] = []

  /// - Parameter graph: the document that is a graph of its own, and about no one country; nil: none.
  /// - Complexity: O(n log n) in the number of entities.
  static func candidates(
    of documents: PackedDocuments, graph: Int? = nil, types: TypeCompatibility, gazetteer: Gazetteer
  ) -> Candidates {
    var collection = CandidateCollection(types: types, gazetteer: gazetteer)
    for document in documents.indices { collection.add(document, of: documents, isGraph: document == graph) }
    return collection.finished()
  }

  private init(types: TypeCompatibility, gazetteer: Gazetteer) {
    self.types = types
    self.gazetteer = gazetteer
    plainBodies = PlainBodies(types: types, gazetteer: gazetteer)
    names = NameTable.Builder(gazetteer: gazetteer)
  }

  private mutating func add(_ document: Int, of documents: PackedDocuments, isGraph: Bool) {
    let entities = (0..<documents.entityCount(of: document)).map {
      documents.entity(EntityReference(document: document, entity: $0))
    }
    let countries =
      isGraph
      ? DocumentCountries() : DocumentCountries(entities, types: types, gazetteer: gazetteer)
    for (number, entity) in entities.enumerated() {
      add(entity, EntityReference(document: document, entity: number), countries)
    }
  }

  private mutating func add(
    _ entity: DocumentEntity, _ reference: EntityReference, _ countries: DocumentCountries
  ) {
    // Only what a plain body is depends on what else its document speaks of.
    let countries = plainBodies.contain(entity) ? countries : nil
    let text = Self.text(of: entity, countries)
    let profile = byText[text] ?? profile(of: entity, countries)
    byText[text] = profile
    if !profiles[Int(profile)].isOfOneDocument, let index = shared[profile] {
      candidates[index].references.append(reference)
      candidates[index].mentionCount += entity.mentionCount
      return
    }
    if !profiles[Int(profile)].isOfOneDocument { shared[profile] = candidates.count }
    candidates.append(
      Candidate(profile: profile, references: [reference], mentionCount: entity.mentionCount))
  }

  private static func text(of entity: DocumentEntity, _ countries: DocumentCountries?) -> String {
    var text = entity.type.rawValue
    func add(_ field: String) {
      text += "\u{1F}"
      text += field
    }
    add(entity.isDescribed ? "1" : "0")
    add(entity.name)
    for name in entity.names.map(\.name).sorted() { add(name) }
    for (scheme, value) in entity.identifiers.sorted(by: { $0.key < $1.key }) { add("\(scheme)=\(value)") }
    if let leading = countries?.leading { add(leading) }
    for country in countries?.mentioned.sorted() ?? [] { add(country) }
    return text
  }

  private mutating func profile(of entity: DocumentEntity, _ countries: DocumentCountries?) -> Int32 {
    let kind = types.nameKind(of: entity.type)
    var seen: Set<String> = []
    var ids: [NameID] = []
    for name in [entity.name] + entity.names.map(\.name).sorted() {
      let id = names.id(of: NameText(text: name, kind: kind))
      let value = names.names[Int(id)]
      // "US" and "us" fold alike but only one is an acronym.
      if seen.insert(value.folded + (value.acronym ?? "")).inserted { ids.append(id) }
    }
    var values = ids.map { names.names[Int($0)] }
    // "Salman" of King Salman is no surname that others have.
    let rulers = Set(values.filter(\.isRegnal).flatMap { $0.parts.map(\.text) })
    if !rulers.isEmpty {
      ids.removeAll { id in
        let name = names.names[Int(id)]
        return name.initialWords.count == 1 && rulers.contains(name.initialWords[0])
      }
      values = ids.map { names.names[Int($0)] }
    }
    let isDescribed =
      entity.isDescribed
      || entity.identifiers.isEmpty && values.allSatisfy { NameLexicon.sharedNouns.contains($0.folded) }
    var known = entity.identifiers
    var country = countries?.leading
    if kind == .organization, values.first?.isBare == false,
      let organization = gazetteer.organization(named: entity.name),
      !Profile.qualifiers(of: values, entity.type, types, gazetteer).conflict(with: organization)
    {
      let isMentioned = organization.countryCode.flatMap { countries?.mentioned.contains($0) }
      // "Congress" is another in a text on Peru that does not speak of the United States.
      if country == nil || isMentioned != false {
        known["organization"] = organization.name
        country = isMentioned == true ? organization.countryCode : nil
      }
    }
    let identifiers = known.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    func keyed(_ name: ParsedName) -> String { name.acronym == nil ? name.folded : name.folded + "." }
    let key =
      ([entity.type.rawValue] + identifiers + [values.first.map(keyed) ?? ""]
      + values.dropFirst().map(keyed).sorted() + (country.map { ["in \($0)"] } ?? [])
      + (isDescribed ? ["described"] : []))
      .joined(separator: "\u{1F}")
    if let index = byKey[key] { return index }
    let index = Int32(profiles.count)
    byKey[key] = index
    profiles.append(
      Profile(
        type: entity.type, identifiers: known, names: ids, parsed: values, isDescribed: isDescribed,
        country: country, key: key, types: types, gazetteer: gazetteer))
    return index
  }

  private func finished() -> Candidates {
    let (table, renumbered) = names.finished()
    let order = profiles.indices.sorted { profiles[$0].key < profiles[$1].key }
    var ranks = [Int32](repeating: 0, count: order.count)
    for (rank, old) in order.enumerated() { ranks[old] = Int32(rank) }
    let sorted = order.map { old in
      var profile = profiles[old]
      profile.names = profile.names.map { renumbered[Int($0)] }
      profile.fullNames = profile.fullNames.map { renumbered[Int($0)] }
      return profile
    }
    let renamed = candidates.map {
      Candidate(profile: ranks[Int($0.profile)], references: $0.references, mentionCount: $0.mentionCount)
    }
    return Candidates(
      names: table, profiles: sorted,
      candidates: renamed.sorted { a, b in
        a.profile != b.profile
          ? a.profile < b.profile : (a.references.first ?? .zero) < (b.references.first ?? .zero)
      })
  }
}
