/// How many steps a query may still take.
struct StepBudget {
  private(set) var left: Int
  var isSpent: Bool { left <= 0 }

  init(_ steps: Int) { left = steps }

  @inline(__always) mutating func spend(_ steps: Int = 1) { left -= steps }
}
