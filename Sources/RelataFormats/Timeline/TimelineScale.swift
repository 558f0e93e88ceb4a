import RelataGraph

/// Where dates stand from left to right: in order, with more room for longer gaps, but
/// by far not as much more.
struct TimelineScale {
  /// A date with its words on the axis.
  struct Tick {
    var x: Double
    var text: String
    var width: Double
  }

  private let places: [PartialDate: Double]
  /// The dates that have words on the axis, from left to right.
  let ticks: [Tick]
  /// The pieces of the axis that stand for more than a year each.
  let gaps: [ClosedRange<Double>]

  static let fontSize = 10.0

  /// - Parameter dates: at least one, in any order.
  init(_ dates: [PartialDate], from left: Double, to right: Double) {
    let sorted = Set(dates).sorted()
    // A gap of a day weighs 1, of a month 3.4, of a year 5.6, of a century 9.1.
    let gaps = zip(sorted, sorted.dropFirst()).map { max(0, Self.day($1) - Self.day($0)) }
    let weights = gaps.map { 0.6 + 0.6 * Self.logarithm(1 + $0) }
    let total = weights.reduce(0, +)
    var x = total == 0 ? (left + right) / 2 - (right - left) / 4 : left
    var places: [PartialDate: Double] = [:]
    var longGaps: [ClosedRange<Double>] = []
    for (index, date) in sorted.enumerated() {
      if index > 0 {
        let start = x
        x += (right - left) * weights[index - 1] / total
        if gaps[index - 1] > 366 { longGaps.append(start...x) }
      }
      places[date] = x
    }
    self.places = places
    self.gaps = longGaps
    ticks = Self.ticks(of: sorted, places: places, from: left, to: right)
  }

  func x(of date: PartialDate) -> Double { places[date] ?? 0 }

  /// Words for as many dates as there is room for: first where a year begins, then a month, then a day.
  private static func ticks(
    of dates: [PartialDate], places: [PartialDate: Double], from left: Double, to right: Double
  ) -> [Tick] {
    let ranks = dates.indices.map { index -> Int in
      guard index > 0 else { return 0 }
      let (date, before) = (dates[index], dates[index - 1])
      return date.year != before.year ? 1 : date.month != before.month ? 2 : 3
    }
    var ticks: [Tick] = []
    for index in dates.indices.sorted(by: { (ranks[$0], $0) < (ranks[$1], $1) }) {
      let text = dates[index].description
      let tick = Tick(
        x: places[dates[index]] ?? 0, text: text, width: 1.06 * TextMetrics.width(text, size: fontSize))
      if ticks.allSatisfy({ abs($0.x - tick.x) >= ($0.width + tick.width) / 2 + 8 }) { ticks.append(tick) }
    }
    return ticks.sorted { $0.x < $1.x }
  }

  /// Days since the year 0, near enough for gaps.
  private static func day(_ date: PartialDate) -> Int {
    min(max(date.year ?? 0, -999_999), 999_999) * 365 + (max(1, date.month ?? 1) - 1) * 30 + (date.day ?? 1)
  }

  /// The binary logarithm, straight between powers of two: the same on every machine.
  private static func logarithm(_ number: Int) -> Double {
    guard number > 0 else { return 0 }
    let exponent = Int.bitWidth - 1 - number.leadingZeroBitCount
    return Double(exponent) + Double(number) / Double(1 << exponent) - 1
  }
}
