import Foundation
import Relata

/// How well found identities agree with the true ones: over pairs of entities of documents,
/// and B³ over the entities.
struct Score: CustomStringConvertible {
  private struct Cell: Hashable {
    var truth: Int
    var found: String
  }

  private var cells: [Cell: Int] = [:]
  private var truths: [Int: Int] = [:]
  private var founds: [String: Int] = [:]
  private var kinds: [Int: String] = [:]
  private var total = 0

  mutating func add(_ identities: [Int], _ ids: [EntityID], of kinds: [String]) {
    for ((identity, id), kind) in zip(zip(identities, ids), kinds) {
      cells[Cell(truth: identity, found: id.rawValue), default: 0] += 1
      truths[identity, default: 0] += 1
      founds[id.rawValue, default: 0] += 1
      if kind != "surname" && kind != "acronym" || self.kinds[identity] == nil { self.kinds[identity] = kind }
      total += 1
    }
  }

  private func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }

  var description: String { summary + byKind }

  var summary: String {
    let right = cells.values.reduce(0) { $0 + pairs($1) }
    let precision = right / max(1, founds.values.reduce(0) { $0 + pairs($1) })
    let recall = right / max(1, truths.values.reduce(0) { $0 + pairs($1) })
    var (cubedPrecision, cubedRecall) = (0.0, 0.0)
    for (cell, count) in cells {
      cubedPrecision += Double(count * count) / Double(founds[cell.found] ?? 1)
      cubedRecall += Double(count * count) / Double(truths[cell.truth] ?? 1)
    }
    cubedPrecision /= Double(max(1, total))
    cubedRecall /= Double(max(1, total))
    func percent(_ value: Double) -> String { String(format: "%.2f", value * 100) }
    var text = "pairs: P \(percent(precision)) R \(percent(recall)); "
    text += "B3: P \(percent(cubedPrecision)) R \(percent(cubedRecall)) "
    text += "F \(percent(2 * cubedPrecision * cubedRecall / (cubedPrecision + cubedRecall)))"
    return text
  }

  private var byKind: String {
    var text = ""
    func percent(_ value: Double) -> String { String(format: "%.2f", value * 100) }
    // By kind: of a thing's mentions the share that is together with each, and of the found
    // one's the share that belongs.
    var byKind: [String: (count: Int, precision: Double, recall: Double)] = [:]
    for (cell, count) in cells {
      let kind = kinds[cell.truth] ?? ""
      var sum = byKind[kind] ?? (0, 0, 0)
      sum.count += count
      sum.precision += Double(count * count) / Double(founds[cell.found] ?? 1)
      sum.recall += Double(count * count) / Double(truths[cell.truth] ?? 1)
      byKind[kind] = sum
    }
    for (kind, sum) in byKind.sorted(by: { $0.key < $1.key }) {
      let n = Double(max(1, sum.count))
      text +=
        "\n  \(kind): \(sum.count) mentions of B3 P \(percent(sum.precision / n)) R \(percent(sum.recall / n))"
    }
    return text
  }

  /// The things that are in most pieces, and the found ones that hold most things.
  func printErrors(_ count: Int, _ documents: [ExtractedDocument], _ truth: Truth) {
    var names: [Int: [String: Int]] = [:]
    for (row, document) in documents.enumerated() {
      for (index, entity) in document.entities.enumerated() {
        names[truth.identities[row][index], default: [:]][entity.name, default: 0] += 1
      }
    }
    func called(_ identity: Int) -> String {
      (names[identity] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4)
        .map { "\($0.key) ×\($0.value)" }.joined(separator: ", ")
    }
    let byTruth = Dictionary(grouping: cells) { $0.key.truth }
    let split = byTruth.filter { $0.value.count > 1 }.map { identity, pieces in
      let counts = pieces.map(\.value).sorted(by: >)
      return (lost: counts.dropFirst().reduce(0, +), identity: identity, pieces: pieces)
    }.sorted { ($1.lost, $0.identity) < ($0.lost, $1.identity) }
    for item in split.prefix(count) {
      let ids = item.pieces.sorted { $0.value > $1.value }.prefix(5).map { "\($0.key.found) ×\($0.value)" }
      print("split \(item.lost): \(called(item.identity)) -> \(ids.joined(separator: ", "))")
    }
    let byFound = Dictionary(grouping: cells) { $0.key.found }
    let mixed = byFound.filter { $0.value.count > 1 }.map { id, parts in
      (wrong: parts.map(\.value).sorted(by: >).dropFirst().reduce(0, +), id: id, parts: parts)
    }.sorted { ($1.wrong, $0.id) < ($0.wrong, $1.id) }
    for item in mixed.prefix(count) {
      let things = item.parts.sorted { ($1.value, $0.key.truth) < ($0.value, $1.key.truth) }.prefix(4)
        .map { "[\(called($0.key.truth))] ×\($0.value)" }
      print("mixed \(item.wrong): \(item.id) = \(things.joined(separator: " + "))")
    }
  }
}
