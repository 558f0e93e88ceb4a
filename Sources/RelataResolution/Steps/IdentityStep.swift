import RelataGraph

/// Which names of the user's rules of identity an entity of a document bears.
struct BearingRow: Codable {
  /// Whether the rule joins; else it keeps apart.
  var isSame: Bool
  /// The place among the rules that join, or among those that keep apart.
  var rule: Int
  /// The place among the rule's names.
  var name: Int
}

/// The user's rules of identity that could not be kept: ``UnmetIdentities``.
struct UnmetStep {
  struct Input: Decodable {
    /// Of all names that anything bears each once.
    var bearers: [BearingRow]
    var confused: [Confused]
  }

  /// Two names of a rule that keeps apart which one entity bears.
  struct Confused: Decodable {
    var rule: Int
    var first: Int
    var second: Int
    var document: String
  }

  struct Output: Encodable {
    var unmet: [String]
  }
}

extension ResolutionSteps {
  func unmet(_ line: UnmetStep.Input) -> UnmetStep.Output {
    var unmet = UnmetIdentities(identities)
    for (isSame, rules) in [(true, identities.same), (false, identities.different)] {
      for (number, rule) in rules.enumerated() {
        let borne = Set(
          line.bearers.lazy.filter { $0.isSame == isSame && $0.rule == number }.map(\.name))
        for name in rule.names.indices where !borne.contains(name) { unmet.noteMissing(name, of: rule) }
      }
    }
    for row in line.confused where identities.different.indices.contains(row.rule) {
      unmet.noteConfused(row.first, row.second, of: identities.different[row.rule], in: row.document)
    }
    return UnmetStep.Output(unmet: unmet.sorted().map(\.description))
  }
}

extension IdentityBearers {
  /// By candidate.
  func rows() -> [Int: [BearingRow]] {
    var rows: [Int: [BearingRow]] = [:]
    for (isSame, rules) in [(true, same), (false, different)] {
      for (rule, bearers) in rules.enumerated() {
        for (name, bearers) in bearers.enumerated() {
          for bearer in bearers {
            rows[bearer, default: []].append(BearingRow(isSame: isSame, rule: rule, name: name))
          }
        }
      }
    }
    return rows
  }
}
