// The whole house under one import: the façade's own interface is made of these modules' types.
@_exported public import RelataCollection
@_exported public import RelataDocuments
@_exported public import RelataExplorer
@_exported public import RelataExtraction
@_exported public import RelataFormats
@_exported public import RelataGazetteer
@_exported public import RelataGraph
@_exported public import RelataGraphviz
@_exported public import RelataLanguage
@_exported public import RelataLayout
@_exported public import RelataNames
@_exported public import RelataQuery
@_exported public import RelataQuestions
@_exported public import RelataResolution
@_exported public import RelataStore
