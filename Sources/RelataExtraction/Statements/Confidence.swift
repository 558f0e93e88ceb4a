/// From the heads' probabilities to how often such statements are right.
///
/// The probabilities need no curve: on the development articles, of statements at 0.8 to 0.9 85 % are what
/// the annotation has, at 0.5 to 0.6 64 %, at 0.2 to 0.3 36 %, a lower bound (Documentation/model-card.md).
enum Confidence {
  /// The least confidence of a statement where the user does not say otherwise: the best F1 at which seven of
  /// ten statements are what the annotation of `Tests/Annotations/development` has.
  static let usual = 0.15

  /// No reading is certain.
  private static let most = 0.99

  /// To two digits.
  static func calibrated(_ probability: Double) -> Double {
    (min(most, max(0, probability)) * 100).rounded() / 100
  }
}
