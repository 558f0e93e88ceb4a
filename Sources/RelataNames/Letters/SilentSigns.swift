extension Unicode.Scalar {
  /// A sign for a glottal stop, an apostrophe or a joiner, which transliterations set or leave out at will.
  var isSilent: Bool {
    switch self {
    case "'", "`", "´", "‘", "’", "‛", "′", "\u{2B9}"..."\u{2C0}", "\u{2C8}": true
    // Soft hyphen, zero-width joiners.
    case "\u{AD}", "\u{200C}", "\u{200D}": true
    default: false
    }
  }

  var isHyphen: Bool {
    switch self {
    case "-", "\u{2010}", "\u{2011}", "\u{2012}", "–": true
    default: false
    }
  }
}
