/// The explanation below a picture: colours, lines, and what was left out.
struct PictureLegend {
  var entityStyles: [EntityStyle]
  var lineStyles: [LineStyle]
  var hasContradictions: Bool
  /// Full sentences.
  var notes: [String]

  private static let fontSize = 10.0
  private static let columnWidth = 225.0
  private static let rowHeight = 17.0

  private enum Sample {
    case entity(EntityStyle)
    case line(LineStyle)
    case contradiction

    var label: String {
      switch self {
      case .entity(let style): style.label
      case .line(let style): style.label
      case .contradiction: "contradicted by another statement"
      }
    }
  }

  private var samples: [Sample] {
    entityStyles.map(Sample.entity) + lineStyles.map(Sample.line)
      + (hasContradictions ? [.contradiction] : [])
  }

  var isEmpty: Bool { samples.isEmpty && notes.isEmpty }

  private func columns(in width: Double) -> Int {
    max(1, min(samples.count, Int(width / Self.columnWidth)))
  }

  /// As wide as the columns, as high as the rows.
  func size(in width: Double) -> PictureSize {
    let columns = columns(in: width)
    let rows = (samples.count + columns - 1) / columns
    let notes = notes.map { 1.06 * TextMetrics.width($0, size: Self.fontSize) }.max() ?? 0
    return PictureSize(
      width: max(Double(columns) * Self.columnWidth, notes + 16),
      height: Double(rows) * (Self.rowHeight + 3) + Double(self.notes.count) * Self.rowHeight + 14)
  }

  /// An HTML-like label.
  func write(in width: Double, to bytes: inout ByteStream) {
    let samples = samples
    let columns = columns(in: width)
    bytes.write(
      "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"2\" CELLPADDING=\"1\">" as StaticString)
    // Down the columns, so that one kind stays together.
    let rows = (samples.count + columns - 1) / columns
    for row in 0..<rows {
      bytes.write("<TR>" as StaticString)
      for column in 0..<columns {
        let index = column * rows + row
        if index < samples.count {
          write(samples[index], to: &bytes)
        } else {
          bytes.write("<TD></TD><TD></TD>" as StaticString)
        }
      }
      bytes.write("</TR>\n" as StaticString)
    }
    for note in notes {
      bytes.write(
        "<TR><TD ALIGN=\"LEFT\" COLSPAN=\"\(2 * columns)\"><FONT POINT-SIZE=\"10\" COLOR=\"#374151\">\(DOTText.html(note))</FONT></TD></TR>\n"
      )
    }
    bytes.write("</TABLE>>" as StaticString)
  }

  private func write(_ sample: Sample, to bytes: inout ByteStream) {
    switch sample {
    case .entity(let style):
      bytes.write(
        "<TD BORDER=\"1\" COLOR=\"#6b7280\" BGCOLOR=\"\(style.fill)\" WIDTH=\"32\" HEIGHT=\"14\"><FONT POINT-SIZE=\"10\" "
      )
      bytes.write("COLOR=\"\(style.fontColor)\">\(style.glyph.isEmpty ? " " : style.glyph)</FONT></TD>")
    case .line(let style):
      // A cell of which only the lower border is drawn is a line.
      bytes.write(
        "<TD><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR><TD BORDER=\"2\" SIDES=\"B\" "
      )
      bytes.write(
        "STYLE=\"\(style.dash)\" COLOR=\"\(style.color)\" WIDTH=\"32\" HEIGHT=\"4\" FIXEDSIZE=\"TRUE\"></TD></TR></TABLE></TD>"
      )
    case .contradiction:
      bytes.write("<TD>⚠</TD>")
    }
    let text = DOTText.html(DOTText.shortened(sample.label, to: 38))
    bytes.write(
      "<TD ALIGN=\"LEFT\" WIDTH=\"\(Int(Self.columnWidth) - 42)\"><FONT POINT-SIZE=\"10\">\(text.isEmpty ? " " : text)</FONT></TD>"
    )
  }
}
