/// What the bytes above 127 mean in an encoding of single bytes, and how likely text is to have them.
struct SingleByteTable: Sendable {
  let encoding: CharacterEncoding
  /// Of bytes 0x80...0xFF; nil where none is assigned.
  let scalars: [Unicode.Scalar?]
  let kinds: [CharacterKind]
  /// The places of « and » in `scalars`.
  let guillemets: (left: Int, right: Int)?
  /// Of each language that the encoding can write.
  let languages: [Language]

  /// How likely the bytes above 127 and a letter of ASCII are in a language, as natural logarithms.
  struct Language: Sendable {
    let bytes: [Double]
    let asciiLetter: Double
  }

  /// - Returns: nil where the C library does not know the encoding.
  init?(_ encoding: CharacterEncoding) {
    let scalars = (0x80...0xFF).map { encoding.text(of: [UInt8($0)])?.unicodeScalars.first }
    let assigned = scalars.compactMap { $0 }
    guard assigned.count > 64 else { return nil }
    self.encoding = encoding
    self.scalars = scalars
    let kinds = scalars.map { $0.map(CharacterKind.init) ?? .unassigned }
    self.kinds = kinds
    if let left = scalars.firstIndex(of: "«"), let right = scalars.firstIndex(of: "»") {
      guillemets = (left, right)
    } else {
      guillemets = nil
    }
    let alphabets: [[Alphabet]] = [
      Alphabet.latin, Alphabet.cyrillic, Alphabet.greek, Alphabet.hebrew, Alphabet.arabic,
    ]
    let scripts: [CharacterKind.Script] = [.latin, .cyrillic, .greek, .hebrew, .arabic]
    languages = zip(alphabets, scripts).flatMap { alphabets, script -> [Language] in
      // An encoding writes a script when it has its alphabet, not a few letters of it as symbols.
      guard kinds.count(where: { $0.script == script }) >= 20 else { return [] }
      return alphabets.map { alphabet in
        Language(
          bytes: zip(scalars, kinds).map { Self.likelihood(of: $0, kind: $1, in: alphabet, script: script) },
          asciiLetter: alphabet.asciiLikelihood)
      }
    }
  }

  /// Letters by the alphabet; other characters are scored by their surroundings instead.
  private static func likelihood(
    of scalar: Unicode.Scalar?, kind: CharacterKind, in alphabet: Alphabet, script: CharacterKind.Script
  ) -> Double {
    guard let scalar, case .letter(let own, let isUpper) = kind else { return 0 }
    guard own == script else { return -14 }
    let lower = isUpper ? scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar : scalar
    guard let likelihood = alphabet.likelihoods[lower] else { return alphabet.unknownLikelihood }
    return likelihood - (isUpper ? 1.5 : 0)
  }
}
