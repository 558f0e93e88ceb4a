/// What a part refers to (ISO/IEC 29500-2, section 9.3): each by the last word of its type, which the
/// transitional and the strict vocabulary share.
struct Relationships: Sendable {
  struct Target: Hashable, Sendable {
    /// "officeDocument", "footnotes", "core-properties".
    let type: String
    /// Of the part, from the package's root.
    let path: String
  }

  private(set) var targets: [Target] = []

  /// - Parameter base: path of the part that refers; "" for the package itself.
  init(_ bytes: [UInt8], of base: String, deadline: Deadline) throws(FormatError) {
    var stream = try XMLStream(bytes, part: Self.path(of: base), deadline: deadline)
    while let event = try stream.next() {
      guard event == .start, stream.namespace == .relationships, stream.name == "Relationship",
        stream.plainAttribute("TargetMode") != "External",
        let type = stream.plainAttribute("Type")?.split(separator: "/").last,
        let target = stream.plainAttribute("Target"), let path = PartPath.resolve(target, in: base)
      else { continue }
      targets.append(Target(type: String(type), path: path))
    }
  }

  init() {}

  /// Of the first target of a type.
  func path(_ type: String) -> String? {
    targets.first { $0.type == type }?.path
  }

  /// Where the relationships of a part are kept.
  static func path(of part: String) -> String {
    var steps = part.split(separator: "/").map(String.init)
    let name = steps.popLast() ?? ""
    return (steps + ["_rels", name + ".rels"]).joined(separator: "/")
  }
}
