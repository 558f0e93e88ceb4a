/// The letters beyond ASCII that a language writes, in the order of how often it does: what an encoding
/// must produce to be believed.
struct Alphabet: Sendable {
  /// Natural logarithms of how likely each lower-case letter is to be the next letter of a text.
  let likelihoods: [Unicode.Scalar: Double]
  /// Of a letter of the script that is none of them.
  let unknownLikelihood: Double
  /// Of a letter of ASCII.
  let asciiLikelihood: Double

  /// The few letters that a language adds to ASCII's, falling as in Zipf's law.
  /// - Parameters:
  ///   - letters: in lower case, the most frequent first.
  ///   - rate: their share of all letters.
  private init(_ letters: String, rate: Double = 0.03, flatness: Double = 1) {
    self.init(
      letters, rate: rate,
      weights: letters.unicodeScalars.indices.enumerated().map { 1 / (Double($0.offset) + flatness) })
  }

  /// A whole alphabet, each letter somewhat rarer than the one before.
  private init(alphabet letters: String) {
    self.init(
      letters, rate: 0.8,
      weights: letters.unicodeScalars.indices.enumerated().map { Logarithm.power(0.9, $0.offset) })
  }

  private init(_ letters: String, rate: Double, weights: [Double]) {
    let total = weights.reduce(0, +)
    likelihoods = Dictionary(
      zip(letters.unicodeScalars, weights.map { Logarithm.natural(rate * $0 / total) }),
      uniquingKeysWith: { first, _ in first })
    unknownLikelihood = Logarithm.natural(rate) - 7
    // Pages of other scripts may be ASCII for the most part.
    asciiLikelihood = rate > 0.5 ? 0 : Logarithm.natural(1 - rate)
  }

  static let latin: [Alphabet] = [
    // Names and loans in English text.
    Alphabet("éíóáüñçöãèäøåúčćšžğşłêëôïâàœæõîìòùßőýřńıđěęąðþ", rate: 0.004, flatness: 9),
    Alphabet("éèàêçâîôùûœëïæÿü"),  // French
    Alphabet("üäöß"),  // German
    Alphabet("óíáéñúü"),  // Spanish
    Alphabet("ãçáéíóêõúâôà"),  // Portuguese
    Alphabet("àèùòìé"),  // Italian
    Alphabet("ëéïèöüó"),  // Dutch
    Alphabet("äåö"),  // Swedish, Finnish
    Alphabet("øåæéö"),  // Danish, Norwegian
    Alphabet("áðíóúéþæöý", rate: 0.08),  // Icelandic
    Alphabet("íáéěřžýčšůúťďň", rate: 0.08),  // Czech
    Alphabet("áíéčžšúýľťôňäďóĺŕ", rate: 0.08),  // Slovak
    Alphabet("łąęóżśćńź", rate: 0.08),  // Polish
    Alphabet("áéőöóüűíú", rate: 0.08),  // Hungarian
    Alphabet("ăîșțâşţ", rate: 0.08),  // Romanian
    Alphabet("čšžćđ"),  // Slovene, Croatian
    Alphabet("äõüöšž"),  // Estonian
    Alphabet("āīēšūņļžģčķ", rate: 0.08),  // Latvian
    Alphabet("ėšųžįūčąę", rate: 0.08),  // Lithuanian
    Alphabet("ıüşğçöâî", rate: 0.08),  // Turkish
    Alphabet("ïàéòèóçúüí·"),  // Catalan
  ]

  static let cyrillic: [Alphabet] = [
    Alphabet(alphabet: "оеаинтсрвлкмдпуыьязгбчйжхшюцщэфёъ"),  // Russian
    Alphabet(alphabet: "оанитівереслкдумпязьбчгйхцжїюшєщфґ"),  // Ukrainian
    Alphabet(alphabet: "аиоентрсвлкдпмзгябъучцйжщхшфюь"),  // Bulgarian
    Alphabet(alphabet: "аиоенрстјувкдлмпгзбчцжхшљњћђфџ"),  // Serbian
  ]

  static let greek = [Alphabet(alphabet: "ατοισενρκπυλμςηδίέόγάθύήφχώβξζψϊϋ")]
  static let hebrew = [Alphabet(alphabet: "יולהאמרתבשנדםחקעפגצכטזסןךץף")]
  static let arabic = [
    Alphabet(alphabet: "اليمنورتبةعدفسهكقحجأشصىطخذزثئضإغآظءؤ"),
    Alphabet(alphabet: "اینردهمتوسبلکشزفگعخقجپحصآچطضغژذثظئ"),  // Persian
  ]
}
