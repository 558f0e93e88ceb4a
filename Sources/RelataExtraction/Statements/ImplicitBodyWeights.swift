/// Written by Training/implicit_bodies.py; not to be edited by hand.
enum ImplicitBodyWeights {
  /// How often such a statement is essential to its article.
  static let importance = 0.48
  static let intercept = -4.905
  static let table: [String: Double] = [
    "at the top": 2.083,
    "crowd": -0.121,
    "described": 0.235,
    "distance=0": 0.458,
    "distance=1": -0.098,
    "distance=2-3": 0.385,
    "distance=4-8": 0.092,
    "distance=far": -0.029,
    "distance=none": -0.813,
    "former": 0.418,
    "longer title": -0.424,
    "mentions": 0.156,
    "mentions before": 0.768,
    "most of type": 1.246,
    "share": 1.496,
    "share of type": 0.991,
    "taken": -0.661,
    "type=Country": 0.425,
    "type=Region": -0.430,
  ]
}
