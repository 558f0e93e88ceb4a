import Relata

/// The language model that is part of the program.
func builtInAnalyzer() throws(CommandFailure) -> Analyzer {
  do {
    return Analyzer(model: try LanguageModel.embedded())
  } catch {
    throw CommandFailure(.internalError, "the language model built in is damaged: \(error)")
  }
}
