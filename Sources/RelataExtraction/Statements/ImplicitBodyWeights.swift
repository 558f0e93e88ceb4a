/// Written by Training/implicit_bodies.py; not to be edited by hand.
enum ImplicitBodyWeights {
  /// How often such a statement is essential to its article.
  static let importance = 0.56
  /// The offices of which enough were seen, and found often enough.
  static let titles: Set<String> = ["king", "president", "prime minister"]
  static let intercept = -4.685
  static let table: [String: Double] = [
    "at the top": 0.934,
    "crowd": 0.262,
    "described": -0.148,
    "distance=0": 0.375,
    "distance=1": 0.358,
    "distance=2-3": 0.138,
    "distance=4-8": 0.268,
    "distance=far": 0.551,
    "distance=none": -1.696,
    "former": -0.077,
    "mentions": 0.714,
    "mentions so far": -0.173,
    "most of type": 0.503,
    "organization": 0.250,
    "organizations beside": -0.044,
    "share": 3.060,
    "share of type": 0.572,
    "taken": -0.687,
    "taken, former": -0.193,
    "title=chancellor": -0.268,
    "title=chief minister": 0.562,
    "title=interim president": -0.146,
    "title=king": -0.082,
    "title=pope": -0.114,
    "title=premier": 0.549,
    "title=president": 0.177,
    "title=prime minister": 0.047,
    "title=queen": -0.424,
    "title=sultan": 0.150,
    "type=Country": 0.428,
    "type=Region": -0.433,
  ]
}
