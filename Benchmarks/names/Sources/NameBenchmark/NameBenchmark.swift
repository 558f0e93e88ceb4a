import Foundation
import RelataResolution

/// Scores the name matcher on a file of labelled pairs (see README.md beside the package).
@main
struct NameBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let path = arguments.first(where: { !$0.hasPrefix("-") }) else {
      print("usage: NameBenchmark pairs.csv [--errors]")
      exit(64)
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let pairs = text.split(whereSeparator: \.isNewline).dropFirst().compactMap { Pair(line: String($0)) }
    let matcher = NameMatcher()
    for half in Half.allCases {
      let chosen = pairs.filter { $0.half == half }
      var screening = Counts()
      var identity = Counts()
      for pair in chosen {
        let match = matcher.compare(pair.first, pair.second, kind: pair.kind)
        let found = match.score >= NameMatcher.screeningThreshold
        screening.add(found: found, expected: pair.isMatch)
        identity.add(found: match.verdict == .same, expected: pair.isMatch)
        // The held-out half stays unread, or it is held out no longer.
        if half == .tuning, found != pair.isMatch, arguments.contains("--errors") {
          print(pair.isMatch ? "missed" : "wrong ", match.score, match.verdict, pair.first, "|", pair.second)
        }
      }
      print("\(half.rawValue): \(chosen.count) pairs")
      print("  score ≥ \(NameMatcher.screeningThreshold): \(screening)")
      print("  verdict same:  \(identity)")
    }
  }
}

enum Half: String, CaseIterable {
  case tuning, heldOut = "held out"
}

struct Pair {
  let kind: NameKind
  let first: String
  let second: String
  let isMatch: Bool
  let half: Half

  init?(line: String) {
    let fields = Self.fields(line)
    guard fields.count >= 5 else { return nil }
    kind = fields[1] == "Person" ? .person : .organization
    first = fields[2]
    second = fields[3]
    isMatch = fields[4] == "true"
    half = Self.hash(line) >> 32 & 1 == 0 ? .tuning : .heldOut
  }

  /// FNV-1a, 64 bits.
  static func hash(_ line: String) -> UInt64 {
    line.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// The fields of one line (RFC 4180; no line breaks inside fields).
  static func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    var previous: Character?
    for character in line {
      if character == "\"" {
        if !isQuoted, previous == "\"" { fields[fields.count - 1].append("\"") }
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
      previous = character
    }
    return fields
  }
}

struct Counts: CustomStringConvertible {
  var right = 0
  var wrong = 0
  var missed = 0

  mutating func add(found: Bool, expected: Bool) {
    if found && expected { right += 1 }
    if found && !expected { wrong += 1 }
    if !found && expected { missed += 1 }
  }

  var description: String {
    func percent(_ part: Int, _ whole: Int) -> Double {
      whole == 0 ? 0 : (1000 * Double(part) / Double(whole)).rounded() / 10
    }
    return "precision \(percent(right, right + wrong)), recall \(percent(right, right + missed)), "
      + "F1 \(percent(2 * right, 2 * right + wrong + missed))"
  }
}
