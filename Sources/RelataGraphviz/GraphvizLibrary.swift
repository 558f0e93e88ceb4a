#if Graphviz
  import CGraphviz
  import Synchronization

  /// The C library behind one lock, with its messages captured.
  enum GraphvizLibrary {
    /// One context for the whole process: making one loads all plugins.
    private struct Context: ~Copyable {
      var pointer: OpaquePointer?
    }

    private static let context = Mutex<Context>(Context(pointer: nil))
    private static let messages = Mutex<String>("")

    static func render(
      _ dot: [UInt8], format: DrawingFormat, engine: LayoutEngine?
    ) throws(RenderError) -> [UInt8] {
      let result: Result<[UInt8], RenderError> = context.withLock { context in
        if context.pointer == nil {
          relata_capture_messages { text in
            guard let text else { return 0 }
            let message = String(cString: text)
            GraphvizLibrary.messages.withLock { $0 += message }
            return 0
          }
          context.pointer = gvContext()
        }
        guard let pointer = context.pointer else {
          return .failure(.rendering(format: format, message: "it cannot be started"))
        }
        messages.withLock { $0 = "" }
        do throws(RenderError) {
          return .success(try draw(dot, format: format, engine: engine, context: pointer))
        } catch {
          return .failure(error)
        }
      }
      return try result.get()
    }

    /// What the library has said, as one line.
    private static func said(else fallback: String) -> String {
      let lines = messages.withLock { $0 }.split(whereSeparator: \.isNewline)
        .map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
      return lines.isEmpty ? fallback : lines.joined(separator: "; ")
    }

    private static func draw(
      _ dot: [UInt8], format: DrawingFormat, engine: LayoutEngine?, context: OpaquePointer
    ) throws(RenderError) -> [UInt8] {
      var text = dot.map { CChar(bitPattern: $0) }
      guard !text.contains(0) else { throw .syntax("it contains a zero byte") }
      text.append(0)
      guard let graph = relata_read_graph(text) else { throw .syntax(said(else: "the text is empty")) }
      defer { agclose(graph) }
      let nodes = Int(agnnodes(graph))
      let edges = Int(agnedges(graph))
      let engine = engine ?? LayoutEngine.suited(nodes: nodes, edges: edges)
      if nodes > engine.limits.nodes || edges > engine.limits.edges {
        let other = LayoutEngine.sfdp
        let isSmaller = nodes <= other.limits.nodes && edges <= other.limits.edges
        throw .tooLarge(nodes: nodes, edges: edges, engine: engine, alternative: isSmaller ? other : nil)
      }
      guard relata_layout(context, graph, engine.rawValue) == 0 else {
        throw .layout(engine: engine, message: said(else: "the engine is not installed"))
      }
      defer { gvFreeLayout(context, graph) }
      var bytes: UnsafeMutablePointer<CChar>?
      var size = 0
      guard relata_render(context, graph, format.rawValue, &bytes, &size) == 0, let bytes else {
        throw .rendering(format: format, message: said(else: "the format is not installed"))
      }
      defer { gvFreeRenderData(bytes) }
      return bytes.withMemoryRebound(to: UInt8.self, capacity: size) {
        Array(UnsafeBufferPointer(start: $0, count: size))
      }
    }
  }
#endif
