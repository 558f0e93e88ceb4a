import Foundation
import RelataGazetteer
import RelataGraph
import RelataNames
import Testing

/// The data files as they lie in the package: what the lookups rely on.
@Suite struct DataFileTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/CRelataGazetteers/Data")

  static func rows(_ table: String) throws -> [[String]] {
    let text = try String(contentsOf: folder.appendingPathComponent(table + ".tsv"), encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: true).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test(arguments: [
    ("countries", 6, 250), ("regions", 4, 2_000), ("cities", 6, 25_000), ("metonyms", 2, 60),
    ("given-names", 2, 5_000),
    ("organization-heads", 2, 400), ("organizations", 4, 1_200), ("titles", 3, 250), ("descriptions", 4, 200),
    ("populations", 3, 200),
  ])
  func rowsAreComplete(table: String, columns: Int, least: Int) throws {
    let rows = try Self.rows(table)
    #expect(rows.count >= least)
    for row in rows
    where row.count != columns || row.contains(where: { $0 != $0.trimmingCharacters(in: .whitespaces) }) {
      Issue.record("\(table): \(row)")
    }
  }

  @Test(arguments: ["cities", "regions", "given-names"])
  func keysAreSorted(table: String) throws {
    let keys = try Self.rows(table).map { Array($0[0].utf8) }
    for (a, b) in zip(keys, keys.dropFirst()) where b.lexicographicallyPrecedes(a) {
      Issue.record("\(String(decoding: b, as: UTF8.self)) comes too late")
    }
  }

  /// The program that writes the files folds names as the library does.
  @Test func keysAreFoldedNames() throws {
    for row in try Self.rows("cities") where !row[1].hasPrefix(">") && NameFolding.fold(row[1]) != row[0] {
      Issue.record("\(row[1]) is folded to \(NameFolding.fold(row[1])), not \(row[0])")
    }
    for table in ["regions", "given-names"] {
      for row in try Self.rows(table) where NameFolding.fold(row[0]) != row[0] { Issue.record("\(row[0])") }
    }
  }

  @Test func everyRowOfASortedTableIsFound() throws {
    let gazetteer = try Gazetteer.embedded()
    let cities = try Self.rows("cities")
    for index in stride(from: 0, to: cities.count, by: 97) + [cities.count - 1] {
      let row = cities[index]
      let name = row[0].split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(
        separator: " ")
      #expect(gazetteer.places(named: name).contains { $0.identifiers["geonames"] == row[4] }, "\(row)")
    }
  }

  @Test func typesAreThoseOfTheOntology() throws {
    let ontology = try Ontology.embedded()
    var types = Set(try Self.rows("organization-heads").map { $0[1] })
    types.formUnion(try Self.rows("organizations").map { $0[0] })
    for row in try Self.rows("descriptions") {
      types.formUnion(row[1].split(separator: "|").map(String.init))
    }
    for type in types { #expect(ontology.types.contains { $0.type.rawValue == type }, "\(type)") }
  }
}

private func + (strided: StrideTo<Int>, more: [Int]) -> [Int] { Array(strided) + more }
