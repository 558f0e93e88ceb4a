import ArgumentParser

/// What all questions about connections share: which statements count, how the answer is given,
/// and which graph is asked.
struct QueryOptions: ParsableArguments {
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var files: AnswerFiles
  @OptionGroup var graphFile: GraphFile
  @OptionGroup var ontologyFile: OntologyFile
}
