/// The orthographic class of a word, which an uncased vocabulary loses.
enum WordShape {
  static let count = 10
  /// The class of the markers around a sentence.
  static let none: UInt8 = 9

  static func shape(of word: String) -> UInt8 {
    var hasLetter = false
    var hasDigit = false
    var hasOther = false
    var letters = 0
    var capitals = 0
    var startsUpper = false
    var firstLetterUpper = false
    for (index, scalar) in word.unicodeScalars.enumerated() {
      let (isLetter, isDigit, isUpper) = classes(of: scalar)
      if index == 0 { startsUpper = isUpper }
      hasDigit = hasDigit || isDigit
      hasOther = hasOther || !isDigit
      guard isLetter else { continue }
      if !hasLetter { firstLetterUpper = isUpper }
      hasLetter = true
      letters += 1
      capitals += isUpper ? 1 : 0
    }
    if !hasLetter { return hasDigit ? (hasOther ? 1 : 0) : 8 }
    if hasDigit { return 1 }
    if capitals == letters { return letters == 1 ? 3 : 2 }
    if capitals == 0 { return 4 }
    if firstLetterUpper, capitals == 1 { return startsUpper ? 5 : 6 }
    return firstLetterUpper ? 6 : 7
  }

  private static func classes(of scalar: Unicode.Scalar) -> (isLetter: Bool, isDigit: Bool, isUpper: Bool) {
    if scalar.isASCII {
      let value = scalar.value
      let isUpper = (65...90).contains(value)
      return (isUpper || (97...122).contains(value), (48...57).contains(value), isUpper)
    }
    let isDigit = scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return (true, isDigit, scalar.properties.isUppercase)
    default: return (false, isDigit, scalar.properties.isUppercase)
    }
  }
}
