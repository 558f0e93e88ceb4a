/// What names need to know of a letter. Most are ASCII, where the tables of Unicode need not be asked.
extension Unicode.Scalar {
  var isLetter: Bool {
    isASCII ? isASCIIUppercase || isASCIILowercase : properties.isAlphabetic
  }

  var isUppercaseLetter: Bool { isASCII ? isASCIIUppercase : properties.isUppercase }

  var isLowercaseLetter: Bool { isASCII ? isASCIILowercase : properties.isLowercase }

  var isCasedLetter: Bool { isASCII ? isASCIIUppercase || isASCIILowercase : properties.isCased }

  /// Letters, digits and the marks that belong to them.
  var isPartOfWord: Bool {
    if isASCII { return isLetter || (48...57).contains(value) }
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
  }

  private var isASCIIUppercase: Bool { (65...90).contains(value) }
  private var isASCIILowercase: Bool { (97...122).contains(value) }
}
