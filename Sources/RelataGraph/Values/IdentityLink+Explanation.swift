extension IdentityLink {
  /// Why a name is one with the other, for people: "the initials of Hayat Tahrir al-Sham".
  public var explanation: String {
    let detail = detail.isEmpty ? "" : " (\(self.detail))"
    let text =
      switch reason {
      case .sameName: "equal to \(other) but for marks, case and punctuation"
      case .spelling: "a spelling or form of \(other)\(detail)"
      case .typingError: "\(other) with a typing error"
      case .shortName: "short for \(other): no other full name fits\(detail)"
      case .acronym: "the initials of \(other)"
      case .brackets: "one of it and \(other) stands in brackets after the other"
      case .aliasPhrase: "the text calls \(other) so: “\(self.detail)”"
      case .gazetteer: "known to the gazetteer as \(other)\(detail)"
      case .user: "\(other) by your rule in \(self.detail)"
      }
    return text + (document.map { ", in \($0)" } ?? "")
  }
}
