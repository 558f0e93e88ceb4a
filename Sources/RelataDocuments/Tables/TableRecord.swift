/// A document that is a record of a file of many: a line of JSON lines, a row of a table.
public struct TableRecord: Hashable, Sendable {
  /// What the record calls itself, else the number of its line; distinct within the file.
  public var id: String
  /// Of its beginning, from 1.
  public var line: Int
  /// What its fields say.
  public var content: DocumentContent

  /// - Parameter line: from 1.
  public init(id: String, line: Int, content: DocumentContent) {
    self.id = id
    self.line = line
    self.content = content
  }
}
