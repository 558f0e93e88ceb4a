import ArgumentParser
import Relata

struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Finds all places of the graph that fit a pattern.",
    discussion: """
      A pattern draws entities as (variable:Type) and statements as -[variable:relation]->, as openCypher and ISO GQL do; \
      conditions, counting and sorting follow it. --json prints one object a line. Documentation/match.md has the whole language. What the text negates only \
      matches with --include-negated or under a condition on the polarity.

      EXAMPLES:
        relata match '(p:Person)-[:leads]->(g:ArmedGroup)-[:captured]->(c:City)' --quotes
        relata match "(p {name: 'Vladimir Putin'})-[r]-(o) WHERE r.start >= '2024' RETURN o, r ORDER BY r.start"
        relata match '(o:Organization)-[:captured|attacked]->(x) RETURN o, count(DISTINCT x) AS n ORDER BY n DESC LIMIT 5'
        relata match '(a:Country)-[:supports|allied_with]->{1,3}(b:ArmedGroup)' --svg support.svg
        relata match "(a)-[r]->(b) WHERE r.polarity = 'negated'" --csv > denied.csv
      """)

  @Argument(help: "The pattern, with conditions and what to return.")
  var pattern: String

  @Flag(help: "Match also statements that the text negates.")
  var includeNegated = false

  @Flag(help: "Show the sentences that each row rests on.")
  var quotes = false

  @Flag(help: "Print comma-separated values.")
  var csv = false

  @Flag(
    help: "With --csv: mark text that a spreadsheet would compute as a formula by an apostrophe before it.")
  var spreadsheet = false

  @Option(parsing: .unconditional, help: "How many statements an open quantifier (*, +) stands for at most.")
  var maxHops = PatternLimits().hops

  @Option(parsing: .unconditional, help: "How many matches to look at, at most.")
  var maxMatches = PatternLimits().matches

  @Option(parsing: .unconditional, help: "How many seconds to search, at most.")
  var maxSeconds = 10.0

  @OptionGroup var files: AnswerFiles
  @OptionGroup var graphFile: GraphFile
  @OptionGroup var ontologyFile: OntologyFile

  func validate() throws {
    if files.json && csv { throw ValidationError("--json and --csv exclude each other") }
    if spreadsheet && !csv { throw ValidationError("--spreadsheet goes with --csv only") }
    if maxHops < 1 { throw ValidationError("--max-hops must be at least 1") }
    if maxMatches < 1 { throw ValidationError("--max-matches must be at least 1") }
    guard maxSeconds > 0, maxSeconds <= 1_000_000 else {
      throw ValidationError("--max-seconds must be above 0 and at most 1000000")
    }
  }

  func run() throws {
    let query = try Self.reading { () throws(PatternError) in try PatternQuery(pattern) }
    let ontology = try ontologyFile.loadVocabulary()
    let graph = try graphFile.load()
    let matcher = PatternMatcher(graph, ontology: ontology)
    let limits = PatternLimits(matches: maxMatches, duration: .seconds(maxSeconds), hops: maxHops)
    let result = try Self.reading { () throws(PatternError) in
      try matcher.match(query, includesNegated: includeNegated, limits: limits)
    }
    try files.draw(result.subgraph(of: graph), ontology)
    let answer = MatchAnswer(result, graph: graph, ontology: ontology, withQuotes: quotes)
    if result.isCutOff, result.rows.isEmpty {
      // Not even a head: that would look like an answer.
    } else if files.json {
      try StandardOutput.write(answer.jsonLines())
    } else if csv {
      try StandardOutput.write(answer.csv(isForSpreadsheets: spreadsheet))
    } else if !result.rows.isEmpty {
      try StandardOutput.write(answer.table)
    }
    let notes = Self.notes(result.bounds)
    guard result.isCutOff else {
      for line in notes { StandardError.write("relata: incomplete: \(line)") }
      if result.rows.isEmpty { throw CommandFailure(.noAnswer, "nothing in the graph matches this pattern") }
      return
    }
    for line in notes.dropLast() { StandardError.write("relata: incomplete: \(line)") }
    throw CommandFailure(.cutOff, "incomplete: \(notes.last ?? "")")
  }

  /// A mistake in a pattern, with the pattern and a caret below the character.
  private static func reading<Value>(
    _ body: () throws(PatternError) -> Value
  ) throws(CommandFailure) -> Value {
    do {
      return try body()
    } catch {
      throw CommandFailure(.usage, error.description, details: error.excerpt)
    }
  }

  /// One line for each bound; what cut the search off comes last.
  private static func notes(_ bounds: Set<PatternBound>) -> [String] {
    bounds.map { bound in
      switch bound {
      case .hops(let count):
        (0, "relations with “*” or “+” were followed for at most \(count) statements (--max-hops)")
      case .matches(let count): (1, "stopped after \(count) matches (--max-matches)")
      case .time(let duration): (2, "stopped after \(duration) (--max-seconds)")
      }
    }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
