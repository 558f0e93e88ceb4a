public import RelataGraph

/// What a user says of identity: which names are one thing's, and which are never.
///
/// ```yaml
/// same:
///   - [Ahmed al-Sharaa, Abu Mohammad al-Jolani]
/// different:
///   - names: [George W. Bush, George H. W. Bush]
///     type: Person
/// ```
/// `Documentation/identities.md` describes the file.
public struct IdentityRules: Hashable, Sendable {
  /// Names that a rule takes for one thing's, or for as many things as there are names.
  public struct Rule: Hashable, Sendable {
    /// As written; at least two, which differ in more than marks, case and punctuation.
    public var names: [String]
    /// Speaks only of things of this type, or of one that can be the same thing; nil: of any.
    public var type: EntityType?
    /// Where it stands in the file, from 1.
    public var line: Int

    /// A rule of these parts.
    public init(names: [String], type: EntityType? = nil, line: Int = 1) {
      self.names = names
      self.type = type
      self.line = line
    }
  }

  /// Names that are one thing's.
  public var same: [Rule]
  /// Names that are not.
  public var different: [Rule]

  /// Whether anything is said at all.
  var hasRules: Bool { !(same.isEmpty && different.isEmpty) }

  /// How messages name the file.
  public var fileName: String

  /// Rules of a file, or made by a program.
  public init(same: [Rule] = [], different: [Rule] = [], fileName: String = "identities") {
    self.same = same
    self.different = different
    self.fileName = fileName
  }

  /// Reads and checks the text of a file.
  ///
  /// - Parameters:
  ///   - fileName: how errors name the file.
  ///   - ontology: knows the types.
  /// - Complexity: O(size of the text + square of the number of rules).
  /// - Throws: ``DataFileError`` for the first thing that is wrong: rules that
  ///   contradict each other included.
  public init(yaml: String, fileName: String, ontology: Ontology) throws(DataFileError) {
    self = try IdentityReader(file: fileName, ontology: ontology).read(yaml)
  }
}

/// A rule of identity that did not do what it says.
