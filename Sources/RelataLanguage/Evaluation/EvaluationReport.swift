/// Figures as people read them.
enum EvaluationReport {
  /// One line for each figure in percent, with two decimals, in one column.
  static func lines(_ figures: [(name: String, percent: Double)]) -> String {
    figures.map { name, percent in
      let hundredths = Int((percent * 100).rounded())
      let digits = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
      return name + String(repeating: " ", count: max(1, 18 - name.count)) + digits
    }.joined(separator: "\n")
  }
}
