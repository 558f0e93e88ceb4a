public import RelataGraph

extension GraphLayout {
  /// A drawing of a graph in which neighbours stand together and the parts that nothing connects stand apart.
  ///
  /// The same entities and statements give the same points to the bit, in whatever order they come and on
  /// every machine. Statements between the same two entities count as one somewhat stronger link; statements
  /// of an entity with itself, or with an entity that the graph does not have, move nothing.
  /// - Complexity: O(*n* log *n* + *m* log *m*) for *n* entities and *m* statements.
  public init(of graph: KnowledgeGraph, options: LayoutOptions = LayoutOptions()) {
    let numbering = Numbering(graph.entities, options: options)
    let network = Network(
      nodes: numbering.ids.count,
      ends: graph.statements.compactMap {
        guard let subject = numbering.numbers[$0.subject], let object = numbering.numbers[$0.object] else {
          return nil
        }
        return (subject, object)
      })
    let places = NetworkLayout(options: options).places(of: network, sizes: numbering.sizes)
    self.init()
    points.reserveCapacity(places.count)
    sizes.reserveCapacity(places.count)
    var all: Bounds?
    for (number, id) in numbering.ids.enumerated() {
      guard let point = places[number] else { continue }
      points[id] = point
      sizes[id] = numbering.sizes[number]
      let box = Bounds(center: point, size: numbering.sizes[number])
      all = all?.union(box) ?? box
    }
    bounds = all ?? .zero
  }
}

/// The entities of a graph by number, in the order of their identifiers.
private struct Numbering {
  var ids: [EntityID] = []
  var sizes: [Size] = []
  var numbers: [EntityID: Int] = [:]

  init(_ entities: [Entity], options: LayoutOptions) {
    let dot = Size(width: options.dotSize, height: options.dotSize)
    for entity in entities.sorted(by: { $0.id < $1.id }) {
      let size = options.labels?.size(of: entity.name) ?? dot
      if entity.id == ids.last {
        // A graph should have each once; the node of one that comes twice has room for both names.
        let last = sizes.count - 1
        sizes[last] = Size(
          width: max(sizes[last].width, size.width), height: max(sizes[last].height, size.height))
      } else {
        ids.append(entity.id)
        sizes.append(size)
      }
    }
    numbers.reserveCapacity(ids.count)
    for (number, id) in ids.enumerated() { numbers[id] = number }
  }
}
