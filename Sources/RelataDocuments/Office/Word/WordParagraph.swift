/// What the properties of a paragraph say that bears on its text.
struct WordParagraph: Hashable, Sendable {
  var role = TextFlow.Role.body
  /// Its end was deleted, or it is the large first letter of the next one.
  var joinsNext = false
  var isHidden = false
  var isTableOfContents = false
}
