/// How plausible text is as Chinese, Japanese or Korean, as a natural logarithm.
enum EastAsianScore {
  enum Language { case simplifiedChinese, traditionalChinese, japanese, korean }

  /// - Complexity: O(*n*).
  static func value(of text: String, language: Language) -> Double {
    var score = 0.0
    // Whether a character is East Asian, an ASCII letter or anything else, of the last two.
    var (last, beforeLast) = (Place.other, Place.other)
    for scalar in text.unicodeScalars {
      let place: Place = !scalar.isASCII ? .eastAsian : CharacterKind(scalar).isLetter ? .letter : .other
      score += scalar.isASCII ? EncodingGuess.asciiLikelihood : likelihood(of: scalar, language: language)
      if (last, place) == (.eastAsian, .letter) || (last, place) == (.letter, .eastAsian) { score -= 3 }
      if last == .eastAsian, beforeLast != .eastAsian, place != .eastAsian { score -= 8 }
      (last, beforeLast) = (place, last)
    }
    return score
  }

  private enum Place { case eastAsian, letter, other }

  private static func likelihood(of scalar: Unicode.Scalar, language: Language) -> Double {
    switch scalar.value {
    case 0x3000...0x3003, 0x3008...0x3011: return -4
    case 0x2014, 0x2018...0x201D, 0x2026, 0xB7, 0x30FB, 0xFF01...0xFF0F, 0xFF1A...0xFF1F: return -5
    case 0x3041...0x3096: return language == .japanese ? -4.2 : -11
    case 0x30A1...0x30FE: return language == .japanese ? -5.5 : -11
    case 0xFF10...0xFF5E: return -7
    case 0xAC00...0xD7A3:
      return language == .korean ? (koreanSyllables.contains(scalar) ? -4.6 : -8.5) : -12
    case 0x4E00...0x9FFF:
      switch language {
      case .simplifiedChinese: return simplified.contains(scalar) ? -5.4 : -8.8
      case .traditionalChinese: return traditional.contains(scalar) ? -5.4 : -8.8
      case .japanese: return japanese.contains(scalar) ? -6 : -9.3
      case .korean: return -11.5
      }
    default: return -11
    }
  }

  /// What newspapers write most, from a quarter to a half of all characters.
  private static let simplified = Set(
    "的一是在不了有人国中大和为上个这他年来要们我到地出会以时也可对发后就说用行经业家生多新日作能政等本公部与于进市成全法现工过方民动下面总主力高学自名开理性加议长"
      .unicodeScalars)
  private static let traditional = Set(
    "的一是在不了有人國中大和為上個這他年來要們我到地出會以時也可對發後就說用行經業家生多新日作能政等本公部與於進市成全法現工過方民動下面總主力高學自名開理性加議長"
      .unicodeScalars)
  private static let japanese = Set(
    "日一国人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨会者部政府首相新市発表同社"
      .unicodeScalars)
  private static let koreanSyllables = Set("이다는의을에가고로한하지은를도사기대정인자서리시해일부어수나전그관과있아상제보".unicodeScalars)
}
