import RelataLayout
import Testing

@Suite struct LabelMetricsTests {
  private let metrics = LabelMetrics(horizontalMargin: 0, verticalMargin: 0)

  @Test(arguments: [
    ("Russia", 6, 1), ("", 1, 1), ("  \n", 1, 1), ("Ahmed Hussein al-Sharaa", 13, 2),
    ("twenty letters  here", 19, 1), ("Syria's new Islamist government", 20, 2),
    ("anextraordinarilylongword and", 25, 2),
  ])
  func namesAreWrapped(_ name: String, letters: Int, lines: Int) {
    #expect(metrics.size(of: name) == Size(width: 7 * Double(letters), height: 12 * Double(lines)))
  }

  @Test func longNamesAreCut() {
    #expect(metrics.size(of: String(repeating: "a", count: 100_000)) == Size(width: 420, height: 12))
  }
}
