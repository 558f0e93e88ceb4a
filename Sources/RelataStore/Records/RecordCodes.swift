import RelataGraph

/// The first byte of a statement's record, besides the modality in its last three bits.
enum StatementFlags {
  static let modality: UInt8 = 7
  static let negated: UInt8 = 8
  static let open: UInt8 = 16
  /// The confidence is a whole number of millionths.
  static let roundConfidence: UInt8 = 32
  /// It has no time, place, attribution or role.
  static let plain: UInt8 = 64
  /// Its importance is known.
  static let important: UInt8 = 128
}

/// The numbers of cases, which are part of the format: they must not follow the order of the source.
enum Codes {
  static let modalities: [Modality] = [.asserted, .reported, .alleged, .planned, .hypothetical]
  static let reasons: [IdentityLink.Reason] = [
    .sameName, .spelling, .typingError, .shortName, .acronym, .brackets, .aliasPhrase, .gazetteer, .user,
  ]
  static let kinds: [Contradiction.Kind] = [.time, .polarity, .value, .place]
  static let actions: [AppliedCorrection.Action] = [
    .wrong, .confirmed, .relation, .direction, .merge, .split, .rename, .retype,
  ]

  static func code(of modality: Modality) -> UInt8 { code(modality, modalities) }
  static func code(of reason: IdentityLink.Reason) -> UInt8 { code(reason, reasons) }
  static func code(of kind: Contradiction.Kind) -> UInt8 { code(kind, kinds) }
  static func code(of action: AppliedCorrection.Action) -> UInt8 { code(action, actions) }

  private static func code<Value: Equatable>(_ value: Value, _ all: [Value]) -> UInt8 {
    UInt8(all.firstIndex(of: value) ?? all.count)
  }

  static func value<Value>(_ code: UInt8, of all: [Value]) throws(MappedGraphError) -> Value {
    guard Int(code) < all.count else { throw .damaged("an unknown case") }
    return all[Int(code)]
  }
}
