public import RelataGraph

/// Reads node-link JSON as NetworkX (`node_link_data`) and D3 write it: an object with `nodes` and
/// with `links` or `edges`.
///
/// A node is called by its `id`, else its `name`, else its position; a link names its ends by the same, or
/// holds the nodes themselves, as D3 leaves them after a simulation. Links have a direction unless `directed`
/// is false. `Documentation/import.md` says what becomes of the attributes.
public struct NodeLinkReader: Sendable {
  /// What the types and relations of graphs made elsewhere are compared with.
  public var ontology: Ontology

  /// Reads with the types and relations of this ontology.
  public init(ontology: Ontology) { self.ontology = ontology }

  /// - Throws: ``GraphFormatError`` with the line of what is malformed or missing, half a
  ///   surrogate pair included.
  /// - Complexity: O(*n* log *n*) for *n* nodes and links, which get sorted.
  public func read(_ bytes: [UInt8]) throws(GraphFormatError) -> ImportedGraph {
    let root: JSONValue
    do {
      root = try JSONValue(file: bytes)
    } catch {
      throw GraphFormatError(line: error.line, column: error.column, reason: error.reason)
    }
    guard case .object(let object) = root, case .array(let nodes)? = object.members["nodes"] else {
      throw GraphFormatError(line: nil, column: nil, reason: "this JSON is no graph: there are no “nodes”")
    }
    guard case .array(let links)? = object.members["links"] ?? object.members["edges"] else {
      throw GraphFormatError(
        line: nil, column: nil, reason: "this JSON is no graph: there are no “links” or “edges”")
    }
    var isDirected = true
    if case .flag(false)? = object.members["directed"] { isDirected = false }
    var graph = ForeignGraph(ontology: ontology)
    var ids: [String] = []
    for (index, value) in nodes.enumerated() {
      guard case .object(let node) = value else {
        throw Self.error(value, in: bytes, "a node must be an object")
      }
      let id = Self.id(of: node) ?? String(index)
      ids.append(id)
      guard graph.add(ForeignNode(id: id, attributes: Self.attributes(of: node))) else {
        throw Self.error(value, in: bytes, GraphFormatError.second("node", id))
      }
    }
    let known = Set(ids)
    for value in links {
      guard case .object(let link) = value else {
        throw Self.error(value, in: bytes, "a link must be an object")
      }
      func end(_ key: String) throws(GraphFormatError) -> String {
        switch link.members[key] {
        case .object(let node)?:
          if let id = Self.id(of: node) { return id }
        case .number(let text)?:
          // D3 counts nodes without identifiers.
          if !known.contains(text), let index = Int(text), ids.indices.contains(index) { return ids[index] }
          return text
        case let value?:
          if let id = Self.text(value) { return id }
        case nil: break
        }
        throw Self.error(value, in: bytes, "a link without a “\(key)”")
      }
      graph.add(
        ForeignEdge(
          source: try end("source"), target: try end("target"), isDirected: isDirected,
          attributes: Self.attributes(of: link)))
    }
    return graph.imported(notes: [])
  }

  private static func error(_ value: JSONValue, in bytes: [UInt8], _ reason: String) -> GraphFormatError {
    guard case .object(let object) = value else {
      return GraphFormatError(line: nil, column: nil, reason: reason)
    }
    return GraphFormatError(at: object.offset, of: bytes, reason)
  }

  private static func id(of node: JSONObject) -> String? {
    (node.members["id"] ?? node.members["name"]).flatMap(text)
  }

  /// A value in the words that a name can have; NetworkX writes a node that is a tuple as an array.
  private static func text(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text), .number(let text): return text
    case .flag(let flag): return flag ? "true" : "false"
    case .array(let values): return "(" + values.compactMap(text).joined(separator: ", ") + ")"
    case .object, .null: return nil
    }
  }

  private static func attributes(of object: JSONObject) -> [ForeignAttribute] {
    object.members.sorted { $0.key < $1.key }.compactMap { name, value in
      switch value {
      case .string(let text): return ForeignAttribute(name: name, values: [text])
      case .number(let text): return ForeignAttribute(name: name, values: [text], isNumeric: true)
      case .flag(let flag): return ForeignAttribute(name: name, values: ["\(flag)"], isNumeric: true)
      case .array(let values):
        let texts = values.compactMap { value -> String? in
          if case .string(let text) = value { text } else { nil }
        }
        // A list of anything else is left out, and said so.
        return ForeignAttribute(name: name, values: texts, isNumeric: texts.isEmpty)
      case .object: return ForeignAttribute(name: name, values: [], isNumeric: true)
      case .null: return nil
      }
    }
  }
}
