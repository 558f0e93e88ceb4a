#if Graphviz
  import CGraphviz
  import Synchronization

  /// The library behind its lock.
  enum Graphviz {
    /// One context serves the whole process: each `gvContext` reads the plugin configuration anew and loses some
    /// kilobytes of it in `gvFreeContext`, while a context that is kept costs nothing per drawing.
    private struct State: ~Copyable {
      let context: OpaquePointer?

      init() {
        Diagnostics.install()
        context = gvContext()
      }

      deinit { if let context { gvFreeContext(context) } }
    }

    private static let state = Mutex<State?>(nil)

    static func draw(
      _ dot: [UInt8], format: DrawingFormat, engine: LayoutEngine?
    ) throws(RenderError) -> Rendering {
      if let nul = dot.firstIndex(of: 0) {
        let line = 1 + dot[..<nul].count(where: { $0 == UInt8(ascii: "\n") })
        throw .syntax(line: line, message: "the text contains a NUL byte")
      }
      // `Mutex.withLock` does not pass typed errors on in a way the compiler can infer: carry a result.
      let result = state.withLock { state -> Result<Rendering, RenderError> in
        if state == nil { state = State() }
        guard let context = state?.context else {
          return .failure(.failed(message: "it does not start"))
        }
        do throws(RenderError) {
          return .success(try Job(context: context).draw(dot, format: format, engine: engine))
        } catch {
          return .failure(error)
        }
      }
      return try result.get()
    }
  }
#endif
