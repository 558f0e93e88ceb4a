#if Markup
  import CLibXML2

  /// Takes the events of libxml2's parser and writes them into a `MarkupTree`; a class because
  /// C holds a pointer to it.
  ///
  /// Events rather than libxml2's own tree: that one ends at 256 levels of nesting, and costs
  /// more to make and to walk.
  final class HTMLTreeBuilder {
    /// Elements that lie deeper are not read; browsers stop nesting at 512. It bounds the parser's
    /// own searches of its stack.
    static let deepest = 4_096

    private(set) var tree = MarkupTree()
    private(set) var ranOutOfTime = false
    private var open: [(name: String, node: Int32)] = []
    private var elements: [String: HTMLElement] = [:]
    private var names: [String: HTMLAttribute?] = [:]
    private let deadline: ContinuousClock.Instant
    private var events = 0

    init(bytes: Int, deadline: ContinuousClock.Instant) {
      self.deadline = deadline
      tree.bytes.reserveCapacity(bytes / 2)
      tree.nodes.reserveCapacity(bytes / 48)
    }

    /// - Returns: whether to go on.
    func start(_ name: String, _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) -> Bool {
      let first = Int32(tree.attributes.count)
      if let values {
        var index = 0
        while let name = values[index] {
          if let value = values[index + 1] {
            add(attribute(String(cString: name)), value)
          } else {
            add(attribute(String(cString: name)), nil)
          }
          index += 2
        }
      }
      let node = Int32(tree.nodes.count)
      tree.nodes.append(
        MarkupTree.Node(
          element: element(name), parent: open.last?.node ?? -1, end: node + 1,
          range: first..<Int32(tree.attributes.count)))
      open.append((name, node))
      if open.count > Self.deepest { tree.isCutOff = true }
      return !tree.isCutOff && isInTime()
    }

    func end(_ name: String) {
      // The parser's events are balanced; a stray one must not close what is around it.
      guard open.last?.name == name, let last = open.popLast() else { return }
      tree.nodes[Int(last.node)].end = Int32(tree.nodes.count)
    }

    func characters(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      // White space before the first element.
      guard let parent = open.last?.node else { return isInTime() }
      let start = Int32(tree.bytes.count)
      tree.bytes.append(contentsOf: text)
      let end = Int32(tree.bytes.count)
      if let last = tree.nodes.last, last.element == .text, last.parent == parent,
        last.range.upperBound == start
      {
        tree.nodes[tree.nodes.count - 1].range = last.range.lowerBound..<end
      } else {
        let node = Int32(tree.nodes.count)
        tree.nodes.append(MarkupTree.Node(element: .text, parent: parent, end: node + 1, range: start..<end))
      }
      return isInTime()
    }

    /// Closes what is still open.
    func finish() -> MarkupTree {
      for element in open { tree.nodes[Int(element.node)].end = Int32(tree.nodes.count) }
      open = []
      return tree
    }

    /// Looks at the clock now and then; the parser also asks at each error, as those may be all there is.
    func isInTime() -> Bool {
      events &+= 1
      if events & 1_023 == 0, ContinuousClock.now > deadline { ranOutOfTime = true }
      return !ranOutOfTime
    }

    private func add(_ name: HTMLAttribute?, _ value: UnsafePointer<UInt8>?) {
      guard let name else { return }
      let start = Int32(tree.bytes.count)
      if let value { tree.bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: length(value))) }
      tree.attributes.append(MarkupTree.Attribute(name: name, range: start..<Int32(tree.bytes.count)))
    }

    private func length(_ value: UnsafePointer<UInt8>) -> Int {
      var length = 0
      while value[length] != 0 { length += 1 }
      return length
    }

    private func element(_ name: String) -> HTMLElement {
      if let known = elements[name] { return known }
      let element = HTMLElement(rawValue: name) ?? .other
      // A page may invent names without end; those of HTML fit.
      if elements.count < 1_000 { elements[name] = element }
      return element
    }

    private func attribute(_ name: String) -> HTMLAttribute? {
      if let known = names[name] { return known }
      let attribute = HTMLAttribute(rawValue: name)
      if names.count < 1_000 { names[name] = .some(attribute) }
      return attribute
    }
  }
#endif
