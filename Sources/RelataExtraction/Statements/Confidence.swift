/// From the heads' probabilities to how often such statements are right.
///
/// The probabilities need no curve: on the development articles, of statements at 0.8 to 0.9 88 % are what the annotation has, at
/// 0.5 to 0.6 half, at 0.2 to 0.3 31 % (Documentation/model-card.md).
enum Confidence {
  /// The least confidence of a statement where the user does not say otherwise: below it two of three are not what the
  /// annotation has.
  static let usual = 0.35

  /// To two digits.
  static func calibrated(_ probability: Double) -> Double {
    (min(1, max(0, probability)) * 100).rounded() / 100
  }
}
