#if Graphviz
  import CGraphviz

  /// One drawing: read, lay out, write. Whoever calls holds the lock.
  struct Job {
    let context: OpaquePointer

    func draw(
      _ dot: [UInt8], format: DrawingFormat, engine: LayoutEngine?
    ) throws(RenderError) -> Rendering {
      try withGraph(of: dot) { graph throws(RenderError) in
        try draw(graph, format: format, engine: engine)
      }
    }

    /// Draws a text in which every place is given.
    func drawPlaced(_ dot: [UInt8], format: DrawingFormat) throws(RenderError) -> [UInt8] {
      try withGraph(of: dot) { graph throws(RenderError) in
        defer { gvFreeLayout(context, graph) }
        let status = relata_layout(context, graph, "nop2")
        let messages = Diagnostics.take()
        try check(status, messages)
        return try write(graph, format: format).bytes
      }
    }

    /// Where an engine places the nodes, in their order.
    func places(of dot: [UInt8], engine: LayoutEngine) throws(RenderError) -> [(x: Double, y: Double)] {
      try withGraph(of: dot) { graph throws(RenderError) in
        let plan = try LayoutPlan(size: size(of: graph), engine: engine, wish: nil, hasOverlap: true)
        for attribute in plan.attributes {
          relata_set_graph_attribute(graph, attribute.name, attribute.value)
        }
        defer { gvFreeLayout(context, graph) }
        let status = relata_layout(context, graph, engine.rawValue)
        try check(status, Diagnostics.take())
        relata_snap(graph)
        var places: [(x: Double, y: Double)] = []
        var node = agfstnode(graph)
        while let this = node {
          places.append((relata_x(this), relata_y(this)))
          node = agnxtnode(graph, this)
        }
        return places
      }
    }

    private typealias Graph = UnsafeMutablePointer<Agraph_t>

    private func withGraph<Result>(
      of dot: [UInt8], _ body: (Graph) throws(RenderError) -> Result
    ) throws(RenderError) -> Result {
      _ = Diagnostics.take()
      // The source must stay where it is while the graph lives.
      let source = UnsafeMutablePointer<relata_source>.allocate(capacity: 1)
      source.initialize(to: relata_source())
      defer {
        source.deinitialize(count: 1)
        source.deallocate()
      }
      let text = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(1, dot.count))
      defer { text.deallocate() }
      for index in dot.indices { text[index] = CChar(bitPattern: dot[index]) }
      relata_open(source, text.baseAddress, dot.count)

      let graph = try read(source)
      defer { agclose(graph) }
      return try body(graph)
    }

    private func read(_ source: UnsafeMutablePointer<relata_source>) throws(RenderError) -> Graph {
      let graph = relata_next_graph(source)
      // What follows the first graph would otherwise stay in the lexer, and be drawn
      // in place of the next text.
      while let other = graph == nil ? nil : relata_next_graph(source) { agclose(other) }
      let messages = Diagnostics.take()
      if let error = messages.first(where: \.isError) {
        if let graph { agclose(graph) }
        throw .syntax(line: error.line, message: error.text)
      }
      guard let graph else { throw .empty }
      return graph
    }

    private func draw(
      _ graph: Graph, format: DrawingFormat, engine: LayoutEngine?
    ) throws(RenderError) -> Rendering {
      let size = size(of: graph)
      let plan = try LayoutPlan(
        size: size, engine: engine, wish: attribute("layout", of: graph),
        hasOverlap: attribute("overlap", of: graph) != nil)
      for attribute in plan.attributes {
        relata_set_graph_attribute(graph, attribute.name, attribute.value)
      }

      defer { gvFreeLayout(context, graph) }
      let status = relata_layout(context, graph, plan.engine.rawValue)
      let messages = Diagnostics.take()
      try check(status, messages)

      if plan.engine != .dot { relata_snap(graph) }
      let (picture, warnings) = try write(graph, format: format)
      return Rendering(
        bytes: picture, format: format, engine: plan.engine, size: size,
        warnings: (messages + warnings).map(\.text))
    }

    /// The picture of a graph that is laid out, and what was said meanwhile.
    private func write(
      _ graph: Graph, format: DrawingFormat
    ) throws(RenderError) -> (bytes: [UInt8], messages: [Diagnostics.Message]) {
      if format == .png { boundPixels(of: graph) }
      var bytes: UnsafeMutablePointer<CChar>?
      var length = 0
      let rendered = relata_render(context, graph, pluginName(of: format), &bytes, &length)
      defer { if let bytes { gvFreeRenderData(bytes) } }
      let messages = Diagnostics.take()
      try check(rendered, messages)
      guard let bytes, length > 0 else {
        throw .failed(message: "it wrote no \(format.rawValue.uppercased())")
      }
      let picture = Array(UnsafeRawBufferPointer(start: bytes, count: length))
      return (format.reproducible(picture), messages)
    }

    private func check(_ status: Int32, _ messages: [Diagnostics.Message]) throws(RenderError) {
      if let error = messages.first(where: \.isError) { throw .failed(message: error.text) }
      if status != 0 { throw .failed(message: messages.last?.text ?? "status \(status)") }
    }

    private func attribute(_ name: String, of graph: Graph) -> String? {
      relata_graph_attribute(graph, name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func size(of graph: Graph) -> GraphSize {
      var count = 0
      var node = agfstnode(graph)
      while let this = node {
        relata_number_node(this, Int32(count))
        count += 1
        node = agnxtnode(graph, this)
      }
      var edges: [(tail: Int, head: Int)] = []
      node = agfstnode(graph)
      while let this = node {
        var edge = agfstout(graph, this)
        while let out = edge {
          edges.append((Int(relata_node_number(this)), Int(relata_node_number(relata_head(out)))))
          edge = agnxtout(graph, out)
        }
        node = agnxtnode(graph, this)
      }
      relata_forget_node_numbers(graph)
      return GraphSize(nodes: count, edges: edges)
    }

    /// The plugin is named, because a machine may have a second, plainer one for PNG.
    private func pluginName(of format: DrawingFormat) -> String {
      switch format {
      case .svg: "svg"
      case .png: "png:cairo"
      case .pdf: "pdf:cairo"
      }
    }

    /// Lowers the resolution of a bitmap that would not fit into memory, or into cairo's limit of 32,767
    /// pixels a side (where the plugin prints to standard error).
    private func boundPixels(of graph: Graph) {
      let (margin, side, area) = (36.0, 30_000.0, 64_000_000.0)
      let width = (relata_width(graph) + margin) / 72
      let height = (relata_height(graph) + margin) / 72
      let wanted = relata_resolution(graph) > 0 ? relata_resolution(graph) : 96
      let allowed = min(side / max(width, height), (area / (width * height)).squareRoot())
      if wanted > allowed { relata_set_resolution(graph, allowed) }
    }
  }
#endif
