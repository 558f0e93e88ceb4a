/// What the styles of a Word document say about the role and the visibility of text
/// (ISO/IEC 29500-1, section 17.7).
struct WordStyles: Sendable {
  private struct Style {
    var name = ""
    var base: String?
    var outlineLevel: Int?
    var isHidden: Bool?
  }

  private var styles: [String: Style] = [:]
  private var roles: [String: TextFlow.Role] = [:]
  private var hidden: Set<String> = []

  init() {}

  init(_ bytes: [UInt8], part: String, deadline: Deadline) throws(FormatError) {
    var stream = try XMLStream(bytes, part: part, deadline: deadline)
    var id = ""
    while let event = try stream.next() {
      guard event == .start, stream.namespace == .word else { continue }
      switch stream.name {
      case "docDefaults", "latentStyles", "tblStylePr": try stream.skip()
      case "style":
        id = stream.attribute("styleId") ?? ""
        styles[id] = Style()
      case "name": styles[id]?.name = (stream.attribute("val") ?? "").lowercased()
      case "basedOn": styles[id]?.base = stream.attribute("val")
      case "outlineLvl": styles[id]?.outlineLevel = stream.attribute("val").flatMap { Int($0) }
      case "vanish": styles[id]?.isHidden = stream.attribute("val").isOn
      default: break
      }
    }
    for id in styles.keys { inherit(id) }
  }

  func role(_ id: String) -> TextFlow.Role {
    if let role = roles[id] { return role }
    // Without the part of the styles their identifiers, English in most documents, are all there is.
    return styles.isEmpty ? Self.role(name: id.lowercased(), outlineLevel: nil) ?? .body : .body
  }

  func isHidden(_ id: String) -> Bool { hidden.contains(id) }

  /// A table of contents repeats the headings.
  func isTableOfContents(_ id: String) -> Bool {
    let name = styles[id]?.name ?? id.lowercased()
    return name.hasPrefix("toc") && name.dropFirst(3).allSatisfy { $0 == " " || $0.isNumber }
      && name.count > 3
  }

  /// Follows the styles on which one is based; a cycle ends where it has gone on for as
  /// many steps as Word allows.
  private mutating func inherit(_ id: String) {
    var role: TextFlow.Role?
    var isHidden: Bool?
    var outlineLevel: Int?
    var next: String? = id
    for _ in 0..<16 {
      guard let current = next, let style = styles[current] else { break }
      outlineLevel = outlineLevel ?? style.outlineLevel
      role = role ?? Self.role(name: style.name, outlineLevel: outlineLevel)
      isHidden = isHidden ?? style.isHidden
      next = style.base
    }
    if let role { roles[id] = role }
    if isHidden == true { hidden.insert(id) }
  }

  private static func role(name: String, outlineLevel: Int?) -> TextFlow.Role? {
    if name == "title" { return .title }
    if let outlineLevel { return outlineLevel < 9 ? .heading : .body }
    guard name.hasPrefix("heading") else { return nil }
    return name.dropFirst(7).contains(where: \.isNumber) ? .heading : nil
  }
}

extension String? {
  /// Of a property that is on where it stands without a value (section 17.17.4).
  var isOn: Bool {
    switch self {
    case "0", "false", "off": false
    default: true
    }
  }
}
