/// How a lemma is made from a form: lower-case it or not, take a suffix away, add another
/// ("l 3 e": making → make).
struct LemmaScript: Hashable, Sendable {
  let lowercases: Bool
  let stripped: Int
  let suffix: String

  init?(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "l" || parts[0] == "k", let stripped = Int(parts[1]), stripped >= 0
    else { return nil }
    lowercases = parts[0] == "l"
    self.stripped = stripped
    suffix = String(parts[2])
  }

  func apply(to form: String) -> String {
    var scalars = Array((lowercases ? form.lowercased() : form).unicodeScalars)
    for index in scalars.indices where scalars[index] == "’" || scalars[index] == "‘" || scalars[index] == "ʼ"
    {
      scalars[index] = "'"
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: stripped <= scalars.count ? scalars.dropLast(stripped)[...] : scalars[...])
    if stripped <= scalars.count { result.append(contentsOf: suffix.unicodeScalars) }
    return result.isEmpty ? form : String(result)
  }
}
