/// The box that explains the colours, shapes and lines that occur in a drawing.
///
/// One table rather than sample nodes and edges: force-directed engines would scatter those over the drawing.
struct Legend {
  var entityStyles: [EntityStyle]
  var lineStyles: [LineStyle]
  var hasContradictions: Bool

  var isEmpty: Bool { entityStyles.isEmpty && lineStyles.isEmpty }

  func write(to bytes: inout ByteStream) {
    guard !isEmpty else { return }
    bytes.write(
      """
        subgraph cluster_legend {
          graph [label="Legend", labelloc=t, fontsize=12, style=rounded, color="#d1d5db", margin=8, tooltip="Legend"];
          legend [shape=plain, style="", margin=0, tooltip="Legend", label=<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="3" CELLPADDING="2">

      """ as StaticString)
    for style in entityStyles {
      row(
        """
        BORDER="1" COLOR="#6b7280" BGCOLOR="\(style.fill)" WIDTH="34" HEIGHT="14"><FONT POINT-SIZE="9" \
        COLOR="\(style.fontColor)">\(style.glyph.isEmpty ? " " : style.glyph)</FONT>
        """, style.label, to: &bytes)
    }
    for style in lineStyles {
      // A cell of which only the lower border is drawn is a line; the empty line of
      // text lifts it to mid-height.
      row(
        """
        ><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR><TD BORDER="2" SIDES="B" \
        STYLE="\(style.dash)" COLOR="\(style.color)" WIDTH="34" HEIGHT="4" FIXEDSIZE="TRUE"></TD></TR></TABLE>
        """, style.label, to: &bytes)
    }
    if hasContradictions { row(">⚠", "contradicted by another statement", to: &bytes) }
    bytes.write("    </TABLE>>];\n  }\n" as StaticString)
  }

  private func row(_ sample: String, _ label: String, to bytes: inout ByteStream) {
    let text = DOTText.html(DOTText.shortened(label, to: 40))
    bytes.write(
      "      <TR><TD \(sample)</TD><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"10\">\(text.isEmpty ? " " : text)</FONT></TD></TR>\n"
    )
  }
}
