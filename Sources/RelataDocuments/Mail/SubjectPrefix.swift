import RelataWords

/// The marks that mail programs put before a subject: "Re:", "FW:", "AW: WG:", "Re[2]:".
enum SubjectPrefix {
  /// The stance is that of the first mark: "Fwd: Re: x" passes on.
  static func strip(_ subject: String) -> (stance: MailStance, rest: String) {
    var rest = subject[...]
    var stance = MailStance.neither
    while let colon = rest.prefix(12).firstIndex(where: { $0 == ":" || $0 == "：" }) {
      let mark = rest[..<colon].prefix { $0 != "[" && $0 != "(" && $0 != "^" }.lowercased().filter {
        $0 != " "
      }
      let meaning: MailStance
      if replies.contains(mark) {
        meaning = .reply
      } else if forwards.contains(mark) {
        meaning = .forward
      } else {
        break
      }
      if stance == .neither { stance = meaning }
      rest = rest[rest.index(after: colon)...].drop(while: \.isWhitespace)
    }
    return (stance, String(rest))
  }

  /// Without "[list]", which mailing lists put before a subject, and what stood before that.
  static func withoutTag(_ subject: String) -> String {
    guard subject.hasPrefix("["), let close = subject.prefix(40).firstIndex(of: "]") else { return subject }
    let rest = subject[subject.index(after: close)...].drop(while: \.isWhitespace)
    return rest.isEmpty ? subject : strip(String(rest)).rest
  }

  private static let replies = DocumentWordList.replyMarks.words
  private static let forwards = DocumentWordList.forwardMarks.words
}
