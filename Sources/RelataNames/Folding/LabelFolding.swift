/// Identifiers and labels as people write them for those of an ontology: `ARMED_GROUP`, `armed group`
/// and `ArmedGroup` are one.
package enum LabelFolding {
  /// Letters and digits only, in lower case.
  package static func fold(_ label: some StringProtocol) -> String {
    label.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
