import Foundation
import RelataExtraction
import RelataGraph
import RelataResolution
import RelataTestSupport

/// Resolution step by step, as a cluster does it: lines are answered one by one, and between them rows are
/// grouped, summed and joined, by the bytes of their keys and in an order that chance has chosen.
struct StepRunner {
  /// Of the design: `Blocks.limit`, `Blocks.neighbors`, `BareNameIndex.limit`. Documented, because a
  /// cluster must keep to them.
  private static let largestBlock = 128
  private static let neighbors = 24
  private static let largestSound = 256
  private static let levels = 4
  /// How many names of a large block are compared in one line.
  private static let run = 16

  private let steps: ResolutionSteps
  private let documents: [ExtractedDocument]
  private let dice: Dice

  init(_ documents: [ExtractedDocument], ontology: Ontology, seed: UInt64) throws {
    let byID = Dictionary(
      documents.map { ($0.record.id, $0) }, uniquingKeysWith: { first, _ in first })
    steps = ResolutionSteps(ontology: ontology, gazetteer: try Fixtures.gazetteer()) { id, _ in
      try byID[id] ?? { throw CocoaError(.fileNoSuchFile) }()
    }
    self.documents = documents
    dice = Dice(seed)
  }

  private final class Dice {
    var generator: SeededGenerator
    init(_ seed: UInt64) { generator = SeededGenerator(seed: seed) }
  }

  // MARK: Rows

  private func ask(_ step: ResolutionStep, _ line: [String: Row]) throws -> Row {
    let answer = try steps.answer(step, to: JSONEncoder().encode(Row.fields(line)))
    return try JSONDecoder().decode(Row.self, from: answer)
  }

  private func shuffled<Value>(_ values: [Value]) -> [Value] { values.shuffled(using: &dice.generator) }

  /// Groups in any order, each with its rows in any order.
  private func grouped<Value>(_ values: [Value], _ key: (Value) -> String) -> [(
    key: String, rows: [Value]
  )] {
    let groups = Dictionary(grouping: shuffled(values)) { ExactText(text: key($0)) }
    return shuffled(groups.sorted { $0.key.text < $1.key.text }.map { (key: $0.key.text, rows: $0.value) })
  }

  private func lookup<Value>(_ values: [Value], _ key: (Value) -> String) -> [ExactText: [Value]] {
    Dictionary(grouping: shuffled(values)) { ExactText(text: key($0)) }
  }

  private func line(of document: ExtractedDocument) -> [String: Row] {
    ["id": .text(document.record.id), "extraction": ""]
  }

  private func joined(_ parts: String...) -> String { parts.joined(separator: "\u{1D}") }

  // MARK: All

  func graph() throws -> KnowledgeGraph {
    let mentions = try mentions()
    let (roots, links) = try roots(of: mentions)
    let entities = try entities(mentions, roots, links)
    let statements = try statements(mentions, roots, entities)
    let (merged, facts) = try merged(statements)
    return KnowledgeGraph(
      entities: entities.values.sorted { $0.id < $1.id }, statements: merged,
      documents: documents.map(\.record).sorted { $0.id < $1.id },
      contradictions: try contradictions(merged, facts, Array(entities.values)))
  }
}

// MARK: Candidates

extension StepRunner {
  /// One row for each entity of each document, with `document` and `documentID`.
  private func mentions() throws -> [Row] {
    var votes: [Row] = []
    var asked: [(document: ExtractedDocument, names: [String])] = []
    for document in shuffled(documents) {
      let answer = try ask(.types, line(of: document))
      votes += answer["votes"].rows
      asked.append((document, answer["asked"].texts))
    }
    var contested: [ExactText: [Row]] = [:]
    for (name, rows) in grouped(votes, { $0["name"].text }) {
      let types = grouped(rows, { $0["type"].text })
      guard types.count > 1 else { continue }
      contested[ExactText(text: name)] = types.map { type, rows in
        .fields([
          "name": .text(name), "type": .text(type),
          "votes": .integer(rows.reduce(0) { $0 + $1["votes"].integer }),
        ])
      }
    }
    return try shuffled(asked).flatMap { document, names in
      var line = line(of: document)
      line["votes"] = .list(names.flatMap { contested[ExactText(text: $0)] ?? [] })
      let answer = try ask(.mentions, line)
      return answer["mentions"].rows.map { mention in
        var row = mention
        row["document"] = answer["document"]
        row["documentID"] = .text(document.record.id)
        return row
      }
    }
  }

  private static func isFirst(_ a: Row, _ b: Row) -> Bool {
    (a["document"].text, a["entity"].integer) < (b["document"].text, b["entity"].integer)
  }
}

// MARK: Identity

extension StepRunner {
  private struct Name: Hashable {
    var text: String
    var kind: String

    var row: Row { .fields(["text": .text(text), "kind": .text(kind)]) }
    var key: String { kind + "\u{1D}" + text }
  }

  private struct Known {
    var info: [Name: Row] = [:]
    subscript(name: Name) -> Row { info[name] ?? .null }
  }

  /// For each candidate its entity, by the entity's root, and why names are in it, by root.
  private func roots(of mentions: [Row]) throws -> ([ExactText: String], [String: [Row]]) {
    var profiles: [String: Row] = [:]
    for (key, rows) in grouped(mentions, { $0["key"].text }) { profiles[key] = rows.min(by: Self.isFirst) }
    let candidates = grouped(mentions, { $0["candidate"].text })
    var roots: [ExactText: String] = [:]
    for (id, _) in candidates { roots[ExactText(text: id)] = id }
    var links: [String: [Row]] = [:]

    let clusters = try fullNames(candidates, profiles)
    for cluster in clusters {
      for member in cluster["members"].texts { roots[ExactText(text: member)] = cluster["root"].text }
      links[cluster["root"].text, default: []] += cluster["links"].rows
    }
    let (joined, unknown) = try bareNames(mentions, profiles, clusters, roots, &links)
    roots.merge(joined) { $1 }
    for cluster in try leftovers(unknown, profiles) {
      for member in cluster["members"].texts { roots[ExactText(text: member)] = cluster["root"].text }
      links[cluster["root"].text, default: []] += cluster["links"].rows
    }
    return (roots, links)
  }

  private func names(_ profile: Row, _ texts: [String]) -> [Name] {
    texts.map { Name(text: $0, kind: profile["kind"].text) }
  }

  private func info(_ names: some Sequence<Name>) throws -> Known {
    var known = Known()
    for name in Set(names) {
      known.info[name] = try ask(.names, ["text": .text(name.text), "kind": .text(name.kind)])
    }
    return known
  }

  private func fullNames(_ candidates: [(key: String, rows: [Row])], _ profiles: [String: Row]) throws
    -> [Row]
  {
    let compared = profiles.values.filter { !$0["isAlone"].isTrue }
    let all = Set(compared.flatMap { names($0["profile"], $0["fullNames"].texts) })
    let known = try info(all)
    var counts: [String: Int] = [:]
    for name in all { for key in known[name]["keys"].texts { counts[key, default: 0] += 1 } }
    var frequencies: [Name: Row] = [:]
    for name in all {
      frequencies[name] = .list(
        known[name]["keys"].texts.map { .fields(["key": .text($0), "count": .integer(counts[$0] ?? 0)]) })
    }
    let pairs = try pairs(Array(all), known, frequencies, equalsAmong: Array(all))
    // Candidates, names and identifiers are the nodes.
    var edges: [(String, String)] = []
    let taking = candidates.filter {
      !$0.rows[0]["isAlone"].isTrue || $0.rows[0]["profile"]["identifiers"] != .fields([:])
    }
    for (id, rows) in taking {
      guard let profile = profiles[rows[0]["key"].text] else { continue }
      edges.append((joined("c", id), joined("c", id)))
      if case .fields(let fields) = profile["profile"]["identifiers"] {
        for (scheme, value) in fields { edges.append((joined("c", id), joined("i", scheme, value.text))) }
      }
      for name in names(profile["profile"], profile["fullNames"].texts) {
        edges.append((joined("c", id), joined("n", name.key)))
      }
    }
    for pair in pairs { edges.append((joined("n", key(pair["first"])), joined("n", key(pair["second"])))) }
    let components = components(edges)
    let pairsOf = lookup(pairs) { components[joined("n", key($0["first"]))] ?? "" }
    return try grouped(taking) { components[joined("c", $0.key)] ?? "" }.flatMap { component, members in
      try ask(
        .clusters,
        [
          "profiles": profileRows(members, profiles),
          "pairs": .list(pairsOf[ExactText(text: component)] ?? []),
        ])["clusters"].rows
    }
  }

  private func key(_ name: Row) -> String { Name(text: name["text"].text, kind: name["kind"].text).key }

  private func profileRows(_ members: [(key: String, rows: [Row])], _ profiles: [String: Row]) -> Row {
    let byProfile = grouped(members) { $0.rows[0]["key"].text }
    return .list(
      byProfile.map { key, members in
        .fields([
          "key": .text(key), "profile": profiles[key]?["profile"] ?? .null,
          "candidates": .list(
            members.map { id, rows in
              .fields(["id": .text(id), "mentions": .integer(rows.reduce(0) { $0 + $1["mentions"].integer })])
            }),
        ])
      })
  }

  /// The smallest node that each node is connected with.
  private func components(_ edges: [(String, String)]) -> [String: String] {
    var parents: [String: String] = [:]
    func root(_ node: String) -> String {
      var node = node
      while let parent = parents[node], parent != node { node = parent }
      return node
    }
    for (a, b) in edges {
      let (a, b) = (root(a), root(b))
      parents[max(a, b)] = min(a, b)
      parents[min(a, b)] = min(a, b)
    }
    return Dictionary(uniqueKeysWithValues: parents.keys.map { ($0, root($0)) })
  }

  // MARK: Pairs

  private func pairs(
    _ names: [Name], _ known: Known, _ frequencies: [Name: Row], equalsAmong equal: [Name]
  ) throws -> [Row] {
    var found: [Row] = []
    for (_, group) in grouped(equal, { known[$0]["folded"].text }) where group.count > 1 {
      if known[group[0]]["folded"] == "" { continue }
      let sorted = group.sorted { ($0.text, $0.kind) < ($1.text, $1.kind) }
      found += try runs(sorted, "equal")
    }
    var blocks: [(path: [String], kind: String, names: [Name])] = []
    for (kind, names) in grouped(names, { $0.kind }) { blocks.append(([], kind, names)) }
    for level in 0..<Self.levels {
      var rows: [(path: [String], kind: String, name: Name)] = []
      for block in blocks {
        for name in block.names {
          var line: [String: Row] = [
            "text": .text(name.text), "kind": .text(name.kind), "path": .texts(block.path),
          ]
          line["frequencies"] = frequencies[name]
          for key in try ask(.blocks, line)["keys"].texts {
            rows.append((block.path + [key], block.kind, name))
          }
        }
      }
      blocks = []
      for (_, group) in grouped(rows, { ([$0.kind] + $0.path).joined(separator: "\u{1D}") })
      where group.count > 1 {
        let names = group.map(\.name)
        if group.count <= Self.largestBlock {
          found += try ask(.pairs, ["names": .list(names.map(\.row)), "comparison": "all"])["pairs"].rows
        } else if level + 1 < Self.levels {
          blocks.append((group[0].path, group[0].kind, names))
        } else {
          let sorted = names.sorted {
            (known[$0]["folded"].text, $0.text) < (known[$1]["folded"].text, $1.text)
          }
          found += try runs(sorted, "neighbors")
        }
      }
    }
    // Of names that are compared in two ways the better counts.
    return grouped(found) { joined(key($0["first"]), key($0["second"])) }.compactMap { _, rows in
      rows.max { score($0["score"]) < score($1["score"]) }
    }
  }

  private func score(_ row: Row) -> Double {
    switch row {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: 0
    }
  }

  /// A sorted block in runs, each with those that follow it.
  private func runs(_ sorted: [Name], _ comparison: Row) throws -> [Row] {
    var found: [Row] = []
    for start in stride(from: 0, to: sorted.count, by: Self.run) {
      let heads = min(Self.run, sorted.count - start)
      let names = shuffled(Array(sorted[start...].prefix(heads + Self.neighbors)))
      found += try ask(
        .pairs, ["names": .list(names.map(\.row)), "comparison": comparison, "heads": .integer(heads)])[
          "pairs"
        ].rows
    }
    return found
  }

  // MARK: Bare names

  /// The roots of the mentions that join one, and the mentions of which nothing is known.
  private func bareNames(
    _ mentions: [Row], _ profiles: [String: Row], _ clusters: [Row], _ roots: [ExactText: String],
    _ links: inout [String: [Row]]
  ) throws -> ([ExactText: String], [Row]) {
    let choices = try choices(profiles, clusters)
    let floating = mentions.filter { $0["isFloating"].isTrue }
    let byDocument = lookup(mentions) { $0["document"].text }
    var wanted: [(mention: Row, root: String)] = []
    var unknown: [Row] = []
    for mention in shuffled(floating) {
      guard let choice = choices[mention["key"].text] else {
        unknown.append(mention)
        continue
      }
      let fits = Set(choice["fits"].rows.map { $0["root"].text })
      let near = Set(
        (byDocument[ExactText(text: mention["document"].text)] ?? [])
          .compactMap { roots[ExactText(text: $0["candidate"].text)] }
      ).intersection(fits)
      if near.count > 1 { continue }
      if let root = near.first ?? (choice["usual"] == .null ? nil : choice["usual"].text) {
        wanted.append((mention, root))
      }
    }
    var joined: [ExactText: String] = [:]
    let sets = Dictionary(clusters.map { ($0["root"].text, $0) }, uniquingKeysWith: { first, _ in first })
    for (root, rows) in grouped(wanted, { $0.root }) {
      let byProfile = grouped(rows, { $0.mention["key"].text })
      let answer = try ask(
        .joins,
        [
          "sets": .list([.fields(["root": .text(root), "set": sets[root].map(set) ?? .null])]),
          "bare": .list(
            byProfile.map { key, rows in
              let first = rows.map { $0.mention["candidate"].text }.min() ?? ""
              return .fields([
                "key": .text(key), "profile": rows[0].mention["profile"], "root": .text(root),
                "candidate": .text(first),
              ])
            }),
        ])
      let accepted = Set(answer["joined"].rows.map { $0["key"].text })
      for (key, rows) in byProfile {
        guard accepted.contains(key) else {
          unknown += rows.map(\.mention)
          continue
        }
        for row in rows { joined[ExactText(text: row.mention["candidate"].text)] = root }
        if let link = choices[key]?["fits"].rows.first(where: { $0["root"].text == root })?["link"],
          link != .null
        {
          links[root, default: []].append(link)
        }
      }
    }
    return (joined, unknown)
  }

  private func set(_ cluster: Row) -> Row {
    .fields(["types": cluster["types"], "mentions": cluster["mentions"]])
  }

  /// For each bare profile that fits anything what it fits.
  private func choices(_ profiles: [String: Row], _ clusters: [Row]) throws -> [String: Row] {
    var bearers: [Name: [Row]] = [:]
    for cluster in clusters {
      for name in cluster["names"].rows {
        bearers[Name(text: name["text"].text, kind: name["kind"].text), default: []].append(cluster)
      }
    }
    let floating = profiles.filter { $0.value["isFloating"].isTrue }
    let bare = Set(floating.values.flatMap { names($0["profile"], $0["profile"]["names"].texts) })
    let known = try info(Array(bare) + Array(bearers.keys))
    let full = try fullNames(of: Array(bare), among: Array(bearers.keys), known)
    var fits: [Name: [Row]] = [:]
    for (name, others) in full {
      fits[name] = try ask(
        .fits,
        ["text": .text(name.text), "kind": .text(name.kind), "others": .texts(shuffled(others.map(\.text)))])[
          "fits"
        ].rows
    }
    var choices: [String: Row] = [:]
    for (key, profile) in floating {
      var rows: [Row] = []
      for name in names(profile["profile"], profile["profile"]["names"].texts) {
        for fit in fits[name] ?? [] {
          for cluster in bearers[Name(text: fit["other"].text, kind: name.kind)] ?? [] {
            rows.append(
              .fields([
                "root": cluster["root"], "set": set(cluster),
                "name": .text(name.text), "other": fit["other"], "score": fit["score"],
                "isPartial": fit["isPartial"],
              ]))
          }
        }
      }
      let answer = try ask(.bare, ["profile": profile["profile"], "fits": .list(shuffled(rows))])
      if !answer["fits"].rows.isEmpty { choices[key] = answer }
    }
    return choices
  }

  /// For each bare name the full names that are worth comparing with it.
  private func fullNames(
    of bare: [Name], among full: [Name], _ known: Known
  ) throws -> [Name: Set<Name>] {
    var result: [Name: Set<Name>] = [:]
    var byAcronym: [String: [Name]] = [:]
    for name in full {
      for acronym in known[name]["acronyms"].texts { byAcronym[acronym, default: []].append(name) }
    }
    // Of each word the first name that ends with it.
    let byWord = Dictionary(grouping: full.filter { known[$0]["word"] != .null }) { known[$0]["word"].text }
    let words = byWord.mapValues { $0.min { $0.text < $1.text } ?? $0[0] }
    var bySound: [String: [String]] = [:]
    for (word, name) in words {
      for key in known[name]["sounds"].texts { bySound[key, default: []].append(word) }
    }
    var byLongSound: [String: Set<String>] = [:]
    for block in bySound.values where block.count > Self.largestSound {
      for word in block {
        for key in words[word].map({ known[$0]["longSounds"].texts }) ?? [] {
          byLongSound[key, default: []].insert(word)
        }
      }
    }
    for name in shuffled(bare) {
      if known[name]["acronym"] != .null {
        result[name] = Set((byAcronym[known[name]["acronym"].text] ?? []).filter { $0.kind == name.kind })
        continue
      }
      var found: Set<String> = []
      for key in known[name]["sounds"].texts {
        guard let block = bySound[key] else { continue }
        if block.count <= Self.largestSound {
          found.formUnion(block)
        } else {
          for key in known[name]["longSounds"].texts { found.formUnion(byLongSound[key] ?? []) }
        }
      }
      guard !found.isEmpty else { continue }
      let others = found.compactMap { words[$0] }
      let alike = try ask(.words, ["name": .text(name.text), "others": .texts(others.map(\.text))])["alike"]
        .texts
      result[name] = Set(
        alike.flatMap { text in byWord[known[Name(text: text, kind: name.kind)]["word"].text] ?? [] })
    }
    return result
  }

  private func leftovers(_ unknown: [Row], _ profiles: [String: Row]) throws -> [Row] {
    let candidates = grouped(unknown, { $0["candidate"].text })
    let keys = Set(unknown.map { $0["key"].text })
    let all = Set(
      keys.compactMap { profiles[$0] }.flatMap { names($0["profile"], $0["profile"]["names"].texts) })
    let known = try info(all)
    let pairs = try pairs(
      all.filter { known[$0]["isBareWord"].isTrue }, known, [:],
      equalsAmong: all.filter { known[$0]["acronym"] != .null })
    var edges: [(String, String)] = []
    for key in keys {
      edges.append((joined("p", key), joined("p", key)))
      for name in profiles[key].map({ names($0["profile"], $0["profile"]["names"].texts) }) ?? [] {
        edges.append((joined("p", key), joined("n", name.key)))
      }
    }
    for pair in pairs { edges.append((joined("n", key(pair["first"])), joined("n", key(pair["second"])))) }
    let components = components(edges)
    let pairsOf = lookup(pairs) { components[joined("n", key($0["first"]))] ?? "" }
    return try grouped(candidates) { components[joined("p", $0.rows[0]["key"].text)] ?? "" }
      .flatMap { component, members in
        try ask(
          .leftovers,
          [
            "profiles": profileRows(members, profiles),
            "pairs": .list(pairsOf[ExactText(text: component)] ?? []),
          ])["clusters"].rows
      }
  }
}

// MARK: Entities

extension StepRunner {
  /// By root.
  private func entities(
    _ mentions: [Row], _ roots: [ExactText: String], _ links: [String: [Row]]
  ) throws -> [String: Entity] {
    var entities: [String: Entity] = [:]
    var named: [Row] = []
    for (root, rows) in grouped(mentions, { roots[ExactText(text: $0["candidate"].text)] ?? "" }) {
      let answer = try ask(.entity, entityLine(rows, links[root] ?? []))
      entities[root] = try answer["entity"].decoded(Entity.self)
      guard let first = rows.min(by: Self.isFirst) else { continue }
      named.append(
        .fields([
          "root": .text(root), "id": answer["entity"]["id"], "mentions": answer["entity"]["mentionCount"],
          "document": first["document"], "entity": first["entity"], "family": answer["family"],
        ]))
    }
    for (_, family) in grouped(named, { $0["family"].text }) {
      for row in try ask(.identifiers, ["entities": .list(family)])["entities"].rows {
        entities[row["root"].text]?.id = EntityID(rawValue: row["id"].text)
      }
    }
    return entities
  }

  private func entityLine(_ rows: [Row], _ links: [Row]) throws -> [String: Row] {
    let parts = rows.sorted(by: Self.isFirst).map { (row: $0, part: $0["part"]) }
    let names = parts.flatMap(\.part["names"].rows)
    let summed = grouped(names, { $0["key"].text }).map { key, all -> Row in
      let first = names.first { ExactText(text: $0["key"].text) == ExactText(text: key) } ?? .null
      let example = names.first {
        ExactText(text: $0["key"].text) == ExactText(text: key) && $0["example"] != .null
      }
      return .fields([
        "key": .text(key), "name": first["name"],
        "count": .integer(all.reduce(0) { $0 + $1["count"].integer }),
        "example": example?["example"] ?? .null,
      ])
    }
    let types = grouped(parts.map(\.part), { $0["type"].text }).map { type, rows in
      Row.fields(["type": .text(type), "votes": .integer(rows.reduce(0) { $0 + $1["vote"].integer })])
    }
    var seen: Set<Row> = []
    let within = parts.flatMap { row, part in
      part["links"].rows.filter { seen.insert($0).inserted }.map { link in
        var link = link
        link["document"] = row["documentID"]
        return link
      }
    }
    return [
      "names": .list(summed), "types": .list(types),
      "identifiers": .list(Array(Set(parts.flatMap(\.part["identifiers"].rows)))),
      "mentions": .integer(parts.reduce(0) { $0 + $1.row["mentions"].integer }),
      "links": .list(shuffled(Array(Set(links)) + within)),
    ]
  }
}

// MARK: Statements

extension StepRunner {
  private func row(_ entity: Entity) -> Row {
    .fields([
      "id": .text(entity.id.rawValue), "type": .text(entity.type.rawValue), "name": .text(entity.name),
    ])
  }

  /// With the direction that the first document gives those without one, without
  /// those that others contradict.
  private func statements(
    _ mentions: [Row], _ roots: [ExactText: String], _ entities: [String: Entity]
  ) throws -> [Row] {
    let byDocument = lookup(mentions) { $0["documentID"].text }
    var found: [Row] = []
    for document in shuffled(documents) {
      var line = line(of: document)
      let own = (byDocument[ExactText(text: document.record.id)] ?? []).sorted {
        $0["entity"].integer < $1["entity"].integer
      }
      line["entities"] = .list(
        own.compactMap { roots[ExactText(text: $0["candidate"].text)].flatMap { entities[$0] }.map(row) })
      found += try ask(.statements, line)["statements"].rows
    }
    var turned = found.filter { !$0["isSymmetric"].isTrue }
    let symmetric = found.filter { $0["isSymmetric"].isTrue }
    for (_, rows) in grouped(symmetric, Self.pair) {
      guard let first = rows.min(by: Self.isBefore) else { continue }
      turned += rows.map { row in
        var row = row
        row["statement"]["subject"] = first["statement"]["subject"]
        row["statement"]["object"] = first["statement"]["object"]
        return row
      }
    }
    var kept = turned.filter { !$0["isWeighed"].isTrue }
    let types = Dictionary(
      entities.values.map { ($0.id.rawValue, row($0)) }, uniquingKeysWith: { first, _ in first })
    for (subject, rows) in grouped(
      turned.filter { $0["isWeighed"].isTrue }, { $0["statement"]["subject"].text })
    {
      let ends = Set([subject] + rows.map { $0["statement"]["object"].text })
      let answer = try ask(
        .consistency, ["statements": .list(rows), "entities": .list(ends.compactMap { types[$0] })])
      let places = Set(answer["kept"].rows)
      kept += rows.filter {
        places.contains(.fields(["document": $0["document"], "position": $0["position"]]))
      }
    }
    return kept
  }

  private static func pair(_ row: Row) -> String {
    let ends = [row["statement"]["subject"].text, row["statement"]["object"].text].sorted()
    return (ends + [row["statement"]["relation"].text]).joined(separator: "\u{1D}")
  }

  private static func isBefore(_ a: Row, _ b: Row) -> Bool {
    (a["document"].text, a["position"].integer) < (b["document"].text, b["position"].integer)
  }

  /// In the order of the graph, each with what it must be compared by.
  private func merged(_ statements: [Row]) throws -> ([Statement], [[Row]]) {
    var rows: [(statement: Statement, facts: [Row])] = []
    let groups = grouped(statements) { row in
      let statement = row["statement"]
      return [
        statement["subject"].text, statement["relation"].text, statement["object"].text,
        statement["isOpen"].isTrue ? "open" : "", statement["polarity"].text, statement["modality"].text,
      ].joined(separator: "\u{1D}")
    }
    for (_, group) in groups {
      for merged in try ask(.merging, ["statements": .list(group)])["statements"].rows {
        rows.append((try merged["statement"].decoded(Statement.self), merged["facts"].rows))
      }
    }
    rows.sort { StatementOrder.precedes($0.statement, $1.statement) }
    return (rows.map(\.statement), rows.map(\.facts))
  }

  private func contradictions(
    _ statements: [Statement], _ facts: [[Row]], _ entities: [Entity]
  ) throws -> [Contradiction] {
    let byID = Dictionary(entities.map { ($0.id, row($0)) }, uniquingKeysWith: { first, _ in first })
    let places = statements.filter {
      $0.polarity == .affirmed && ["located_in", "part_of"].contains($0.relation)
    }.map { Row.fields(["inner": .text($0.subject.rawValue), "outer": .text($0.object.rawValue)]) }
    let keyed = facts.enumerated().flatMap { number, facts in facts.map { (number: number, fact: $0) } }
    var found: [Contradiction] = []
    for (_, rows) in grouped(keyed, { joined($0.fact["kind"].text, $0.fact["key"].text) })
    where rows.count > 1 {
      let kind = rows[0].fact["kind"]
      let ends = Set(
        rows.flatMap { row in
          [statements[row.number].subject, statements[row.number].object]
            + (statements[row.number].place.map { [$0] } ?? [])
        })
      let answer = try ask(
        .contradictions,
        [
          "kind": kind, "entities": .list(ends.compactMap { byID[$0] }),
          "places": .list(shuffled(places)),
          "statements": .list(
            try rows.map {
              .fields(["number": .integer($0.number), "statement": try .encoded(statements[$0.number])])
            }),
        ])
      for row in answer["contradictions"].rows {
        found.append(
          Contradiction(
            kind: try kind.decoded(Contradiction.Kind.self),
            statements: row["statements"].rows.map(\.integer),
            explanation: row["explanation"].text))
      }
    }
    let kinds: [Contradiction.Kind] = [.time, .polarity, .value, .place]
    found.sort {
      $0.kind != $1.kind
        ? (kinds.firstIndex(of: $0.kind) ?? 0) < (kinds.firstIndex(of: $1.kind) ?? 0)
        : $0.statements.lexicographicallyPrecedes($1.statements)
    }
    var seen: Set<[Int]> = []
    return found.filter { seen.insert($0.statements).inserted }
  }
}
