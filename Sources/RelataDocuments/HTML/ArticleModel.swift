/// How much the features of a block speak for its being part of the article: a logistic regression, trained
/// by `Training/html/train.py`.
enum ArticleModel {
  /// Against blocks in what is named as about other articles or for sharing. The pages to train by do not say
  /// so (many names are used for other things, too), and it changes nothing there; but what a name says so
  /// plainly is worth more than that.
  static let named: Float = 1.5

  /// The logarithm of the odds that a block is the article's.
  /// - Parameter features: in the order of `BlockFeatures.names`.
  static func value(_ features: ArraySlice<Float>) -> Float {
    zip(weights, features).reduce(bias) { $0 + $1.0 * $1.1 }
  }
}
