/// Verbs and nouns by which texts report what somebody says.
enum Attribution {
  private static let reporting: Set<String> = [
    "say", "tell", "state", "report", "announce", "declare", "add", "note", "confirm", "explain", "indicate",
    "disclose",
    "reveal", "stress", "emphasize", "emphasise", "underline", "insist", "argue", "believe", "think",
    "describe", "write",
    "tweet", "post", "comment", "warn", "acknowledge", "admit", "affirm", "reaffirm", "assure", "suggest",
    "estimate",
    "conclude", "observe", "recall", "quote", "cite", "testify", "predict", "maintain", "assert", "reply",
    "respond",
    "learn", "mention", "inform", "hint", "imply", "highlight", "concede", "remark", "claim", "allege",
    "accuse", "deny",
    "reject", "dispute", "refute", "contend", "read", "show",
  ]
  private static let alleging: Set<String> = ["allege", "claim", "accuse", "contend", "suspect", "blame"]
  private static let denying: Set<String> = ["deny", "refute", "dispute", "reject", "disavow"]

  static func isSpeechVerb(_ lemma: String) -> Bool { reporting.contains(lemma) }
  static func isAllegation(_ lemma: String) -> Bool { alleging.contains(lemma) }
  static func isDenial(_ lemma: String) -> Bool { denying.contains(lemma) }
}
