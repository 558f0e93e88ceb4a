import RelataGraph

/// What of a graph is drawn: its most important lines and their ends.
struct PictureContent {
  let view: GraphView
  let bundles: [StatementBundle]
  let labels: [BundleLabel]
  /// Indices into ``GraphView/entities`` of those that are drawn, ascending.
  let entities: [Int]
  /// What is not drawn.
  let omittedEntities: Int
  let omittedStatements: Int

  /// - Complexity: O(*n* log *n*) for *n* statements, and O(*b*²) at worst to connect *b* bundles.
  init(_ graph: KnowledgeGraph, ontology: Ontology, lineLimit: Int?) {
    view = GraphView(graph, ontology: ontology)
    let view = view
    bundles = BundleSelection(of: view, limit: lineLimit).bundles
    labels = bundles.map { BundleLabel($0, in: view) }
    // A graph of names alone is drawn as it is.
    entities =
      bundles.isEmpty
      ? Array(view.entities.indices) : Set(bundles.flatMap { [$0.first, $0.second] }).sorted()
    omittedEntities = view.entities.count - entities.count
    omittedStatements = view.edges.count - bundles.reduce(0) { $0 + $1.edges.count }
  }

  /// Where each entity of the view is among those that are drawn.
  var places: [Int: Int] { Dictionary(uniqueKeysWithValues: entities.enumerated().map { ($1, $0) }) }
}
