extension [UInt8] {
  /// Appends text for an element or a quoted attribute.
  ///
  /// Tabs and line breaks are written as references, because a parser turns them into spaces in an attribute and
  /// a carriage return into a line feed everywhere (XML 1.0 §2.11, §3.3.3).
  mutating func writeXML(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": write("&amp;" as StaticString)
      case "<": write("&lt;" as StaticString)
      case ">": write("&gt;" as StaticString)
      case "\"": write("&quot;" as StaticString)
      case "\t", "\n", "\r": write("&#\(scalar.value);")
      default: write(PortableText.isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
  }
}
