/// `1 document`, `5 documents`.
///
/// - Parameter many: where it is not the word with an s.
func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  "\(number) \(number == 1 ? one : many ?? one + "s")"
}
