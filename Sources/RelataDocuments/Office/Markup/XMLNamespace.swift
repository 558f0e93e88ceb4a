/// The vocabularies of office documents and books that reading tells apart.
enum XMLNamespace: Hashable, Sendable {
  /// WordprocessingML (ISO/IEC 29500-1, chapter 17), transitional or strict.
  case word
  /// Office Math (ISO/IEC 29500-1, section 22.1).
  case math
  /// Markup compatibility (ISO/IEC 29500-3).
  case compatibility
  /// Relationships of a package (ISO/IEC 29500-2).
  case relationships
  case contentTypes
  case coreProperties, customProperties, coverPage
  /// Dublin Core, its elements and its terms.
  case dublinCore, dublinCoreTerms
  /// OpenDocument (ISO/IEC 26300).
  case office, text, table, drawing, style, meta, manifest, form, scalableGraphics
  /// EPUB's container and package.
  case container, package
  case encryption
  /// No namespace at all.
  case none
  case other

  init(_ uri: String) {
    self = Self.known[uri] ?? .other
  }

  private static let known: [String: XMLNamespace] = [
    "": .none,
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": .word,
    "http://purl.oclc.org/ooxml/wordprocessingml/main": .word,
    "http://schemas.openxmlformats.org/officeDocument/2006/math": .math,
    "http://purl.oclc.org/ooxml/officeDocument/math": .math,
    "http://schemas.openxmlformats.org/markup-compatibility/2006": .compatibility,
    "http://schemas.openxmlformats.org/package/2006/relationships": .relationships,
    "http://schemas.openxmlformats.org/package/2006/content-types": .contentTypes,
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": .coreProperties,
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": .customProperties,
    "http://purl.oclc.org/ooxml/officeDocument/customProperties": .customProperties,
    "http://schemas.microsoft.com/office/2006/coverPageProps": .coverPage,
    "http://purl.org/dc/elements/1.1/": .dublinCore,
    "http://purl.org/dc/terms/": .dublinCoreTerms,
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": .office,
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": .text,
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": .table,
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": .drawing,
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": .style,
    "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": .meta,
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": .manifest,
    "urn:oasis:names:tc:opendocument:xmlns:form:1.0": .form,
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": .scalableGraphics,
    "urn:oasis:names:tc:opendocument:xmlns:container": .container,
    "http://www.idpf.org/2007/opf": .package,
    "http://openebook.org/namespaces/oeb-package/1.0/": .package,
    "http://www.w3.org/2001/04/xmlenc#": .encryption,
  ]
}
