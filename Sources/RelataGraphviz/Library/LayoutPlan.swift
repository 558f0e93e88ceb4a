/// Which engine draws a graph, and with which attributes of the graph it is made to.
struct LayoutPlan: Hashable {
  var engine: LayoutEngine
  var attributes: [Attribute] = []

  struct Attribute: Hashable {
    var name: String
    var value: String
  }

  /// - Parameters:
  ///   - engine: what the caller insists on.
  ///   - wish: the `layout` attribute of the DOT text; followed where it is fast enough.
  ///   - hasOverlap: whether the text itself says how overlapping nodes are moved apart.
  init(
    size: GraphSize, engine: LayoutEngine?, wish: String?, hasOverlap: Bool
  ) throws(RenderError) {
    guard size.isDrawable else { throw .tooLarge(nodes: size.nodes, edges: size.edges) }
    let recommended = LayoutEngine.recommended(for: size)
    if let engine {
      guard engine.canLayOut(size) else {
        throw .tooSlow(
          engine: engine, nodes: size.nodes, edges: size.edges, alternative: recommended)
      }
      self.engine = engine
    } else {
      let wished = wish.flatMap { LayoutEngine(rawValue: $0) }
      self.engine = wished.flatMap { $0.canLayOut(size) ? $0 : nil } ?? recommended
    }

    // Graphviz prefers the attribute to the engine it is called with, so it must say the same.
    attributes.append(Attribute(name: "layout", value: self.engine.rawValue))
    switch self.engine {
    case .dot:
      // Without a bound the network simplex takes ten times as long for 200 nodes.
      if size.nodes > 50 || size.edges > 100 {
        attributes.append(Attribute(name: "nslimit", value: "1"))
      }
    case .neato, .fdp, .sfdp, .circo, .twopi:
      if !hasOverlap { attributes.append(Attribute(name: "overlap", value: "prism")) }
      // Routing curved edges around nodes takes 15 s for 300 nodes and minutes for 1,000.
      if size.nodes > 100 || size.edges > 200 {
        attributes.append(Attribute(name: "splines", value: "line"))
      }
    }
  }
}
