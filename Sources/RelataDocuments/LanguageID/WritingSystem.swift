/// Scripts that are used for one language, or nearly so.
enum WritingSystem: String, CaseIterable, Sendable {
  case greek, armenian, bengali, gurmukhi, gujarati, oriya, tamil, telugu, kannada, malayalam, sinhala, thai
  case lao, tibetan, burmese, georgian, khmer, hangul, kana, han, thaana

  /// The system that a letter belongs to; nil for all other characters.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x531...0x58F: self = .armenian
    case 0x780...0x7BF: self = .thaana
    case 0x980...0x9FF: self = .bengali
    case 0xA00...0xA7F: self = .gurmukhi
    case 0xA80...0xAFF: self = .gujarati
    case 0xB00...0xB7F: self = .oriya
    case 0xB80...0xBFF: self = .tamil
    case 0xC00...0xC7F: self = .telugu
    case 0xC80...0xCFF: self = .kannada
    case 0xD00...0xD7F: self = .malayalam
    case 0xD80...0xDFF: self = .sinhala
    case 0xE00...0xE7F: self = .thai
    case 0xE80...0xEFF: self = .lao
    case 0xF00...0xFFF: self = .tibetan
    case 0x1000...0x109F: self = .burmese
    case 0x10A0...0x10FF, 0x1C90...0x1CBF: self = .georgian
    case 0x1780...0x17FF: self = .khmer
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: self = .hangul
    case 0x3040...0x30FF, 0xFF66...0xFF9D: self = .kana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .han
    default: return nil
    }
  }

  /// How many letters of an alphabet a sign stands for, roughly.
  var weight: Double {
    switch self {
    case .han, .hangul, .kana: 2
    default: 1
    }
  }

  /// ISO 639.
  var code: String { language.code }
  /// In English.
  var name: String { language.name }

  private var language: (code: String, name: String) {
    switch self {
    case .greek: ("el", "Greek")
    case .armenian: ("hy", "Armenian")
    case .bengali: ("bn", "Bengali")
    case .gurmukhi: ("pa", "Punjabi")
    case .gujarati: ("gu", "Gujarati")
    case .oriya: ("or", "Odia")
    case .tamil: ("ta", "Tamil")
    case .telugu: ("te", "Telugu")
    case .kannada: ("kn", "Kannada")
    case .malayalam: ("ml", "Malayalam")
    case .sinhala: ("si", "Sinhala")
    case .thai: ("th", "Thai")
    case .lao: ("lo", "Lao")
    case .tibetan: ("bo", "Tibetan")
    case .burmese: ("my", "Burmese")
    case .georgian: ("ka", "Georgian")
    case .khmer: ("km", "Khmer")
    case .hangul: ("ko", "Korean")
    case .kana: ("ja", "Japanese")
    case .han: ("zh", "Chinese")
    case .thaana: ("dv", "Dhivehi")
    }
  }
}
