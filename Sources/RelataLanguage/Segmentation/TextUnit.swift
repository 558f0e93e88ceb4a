/// A paragraph, or a line that stands for itself, before it is known what it is.
struct TextUnit {
  /// Without the white space around it.
  var range: Range<Int>
  /// Whether an empty line (or the end of the text) stands before and after it.
  var hasBlankBefore = false
  var hasBlankAfter = false
  /// What markup says it is; nil where only the words can tell.
  var marked: BlockKind?
  /// Whether it is an item of a list.
  var isListItem = false
}
