#if Graphviz
  import CGraphviz
  import Synchronization

  /// The library behind its lock.
  enum Graphviz {
    /// One context serves the whole process: each `gvContext` reads the plugin configuration anew and loses
    /// some kilobytes of it in `gvFreeContext`, while a context that is kept costs nothing per drawing.
    private struct State: ~Copyable {
      let context: OpaquePointer?

      init() {
        Diagnostics.install()
        context = gvContext()
      }

      deinit { if let context { gvFreeContext(context) } }
    }

    private static let state = Mutex<State?>(nil)

    /// Whether the library can be called. A released program looks for it now.
    static var isAvailable: Bool { relata_graphviz_is_there() != 0 }

    static func draw(
      _ dot: [UInt8], format: DrawingFormat, engine: LayoutEngine?
    ) throws(RenderError) -> Rendering {
      try withJob(for: dot) { job throws(RenderError) in try job.draw(dot, format: format, engine: engine) }
    }

    /// Draws a text in which every place is given.
    static func drawPlaced(_ dot: [UInt8], format: DrawingFormat) throws(RenderError) -> [UInt8] {
      try withJob(for: dot) { job throws(RenderError) in try job.drawPlaced(dot, format: format) }
    }

    /// Where an engine places the nodes of a text, in their order: points from the left lower corner.
    static func places(
      of dot: [UInt8], engine: LayoutEngine
    ) throws(RenderError) -> [(x: Double, y: Double)] {
      try withJob(for: dot) { job throws(RenderError) in try job.places(of: dot, engine: engine) }
    }

    private static func withJob<Result: Sendable>(
      for dot: [UInt8], _ body: (Job) throws(RenderError) -> Result
    ) throws(RenderError) -> Result {
      guard isAvailable else { throw .unavailable }
      if let nul = dot.firstIndex(of: 0) {
        let line = 1 + dot[..<nul].count(where: { $0 == UInt8(ascii: "\n") })
        throw .syntax(line: line, message: "the text contains a NUL byte")
      }
      // `Mutex.withLock` does not pass typed errors on in a way the compiler can infer: carry a result.
      let result = state.withLock { state -> Swift.Result<Result, RenderError> in
        if state == nil { state = State() }
        guard let context = state?.context else {
          return .failure(.failed(message: "it does not start"))
        }
        do throws(RenderError) {
          return .success(try body(Job(context: context)))
        } catch {
          return .failure(error)
        }
      }
      return try result.get()
    }
  }
#endif
