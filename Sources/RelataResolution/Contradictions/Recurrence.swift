/// How often an event of a relation can happen, which decides when two dates of it contradict each other.
///
/// The ontology tells events from states, not whether they recur; this does for those that end or begin something.
/// A visit or a call can be repeated the next day, so other dates of it are other visits;
/// a ruler falls and a city is captured by the same army once within a few years.
struct Recurrence {
  enum Scope {
    /// Once for each pair of ends.
    case pair
    /// Once for the object, whoever did it, and for the subject, whatever it concerned.
    case object, subject
  }

  var scope: Scope
  /// Dates at most this many years apart speak of one event; nil: there is only one, ever.
  var years: Int?

  /// For relations that are not listed: the same day of another year is a slip of the pen rather than a second event.
  static let anniversaryYears = 3

  static func of(_ relation: String) -> Recurrence? { known[relation] }

  private static let known: [String: Recurrence] = {
    var table: [String: Recurrence] = [:]
    for (scope, years, relations) in [
      (Scope.object, 3, "overthrew ousted toppled deposed replaced dismissed arrested captured_person"),
      (.object, nil, "killed assassinated executed founded established created born_to dissolved"),
      (.subject, nil, "died_in born_in died_at died"),
      (.subject, 3, "resigned resigned_from stepped_down"),
      (
        .pair, 2,
        "captured seized recaptured conquered lost_control_of fled_to fled_from fled withdrew_from invaded annexed"
      ),
      (
        .pair, 2,
        "acquired merged_with joined left succeeded elected appointed inaugurated liberated surrendered_to signed"
      ),
    ] as [(Scope, Int?, String)] {
      for relation in relations.split(separator: " ") {
        table[String(relation)] = Recurrence(scope: scope, years: years)
      }
    }
    return table
  }()
}
