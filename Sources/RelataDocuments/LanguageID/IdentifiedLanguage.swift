/// A language that a text is in, or a part of it.
public struct IdentifiedLanguage: Hashable, Sendable, Codable {
  /// The shortest ISO 639 code: "fr", "ckb".
  public var code: String
  /// In English: "French".
  public var name: String
  /// Of the letters of the text, how many are in this language, as the model believes: 0 to 1.
  public var probability: Double

  /// - Parameter probability: 0…1.
  public init(code: String, name: String, probability: Double) {
    self.code = code
    self.name = name
    self.probability = probability
  }
}
