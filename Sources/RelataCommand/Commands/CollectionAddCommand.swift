import ArgumentParser
import Relata

/// What adding and updating share.
struct CollectionReading: ParsableArguments {
  @Flag(
    name: .customLong("any-language"),
    help: "Read also documents that seem not to be in English, as if they were.")
  var readsAllLanguages = false

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  @OptionGroup var jobs: JobCount

  var options: BuildOptions { BuildOptions(readsAllLanguages: readsAllLanguages) }

  /// Runs a change of a collection, tells what it did, and ends as the inputs deserve.
  func run(
    _ collection: DocumentCollection,
    _ change:
      @Sendable @escaping (@escaping @Sendable (BuildProgress) -> Void) async throws ->
      CollectionBuilder.Change
  ) async throws {
    let progress = ProgressLine(isQuiet: quiet)
    let result = try await CommandFailure.told {
      try await Interruption.cancelling(
        saying: "stopped; \(collection.path) has every document that was finished: the same command goes on"
      ) { try await change(progress.show) }
    }
    progress.clear()
    try await CommandFailure.told { try collection.compact() }
    let reading = ReadingText(result.report)
    for line in reading.lines(isQuiet: quiet) { StandardError.write(line) }
    if !quiet { try StandardOutput.write(try text(result, collection) + "\n") }
    if let failure = reading.failure { throw failure }
  }

  private func text(_ change: CollectionBuilder.Change, _ collection: DocumentCollection) throws -> String {
    var parts = ["\(counted(change.read, "document")) read"]
    if change.readAgain > 0 {
      parts.append("\(change.readAgain) read again for " + change.reasons.joined(separator: ", "))
    }
    if change.unchanged > 0 { parts.append("\(change.unchanged) unchanged") }
    if change.unchangedFiles > 0 { parts.append("\(counted(change.unchangedFiles, "file")) unchanged") }
    if change.removed > 0 { parts.append("\(change.removed) removed") }
    if !change.report.foreign.isEmpty { parts.append("\(change.report.foreign.count) not in English") }
    let count = try collection.status().documents
    return parts.joined(separator: ", ") + "\n\(collection.path): \(counted(count, "document"))"
  }
}

struct CollectionAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds documents to a collection, which is made where it is missing.",
    discussion: """
      Inputs are as for “relata build”. A document that has changed takes the place of the older one; a file that has not is not \
      opened. Files and folders are remembered for “relata collection update”, with the fields of their tables that are named here.
      """)

  @OptionGroup var file: CollectionFile
  @OptionGroup var inputs: InputDocuments

  @Option(
    name: .customLong("min-confidence"), parsing: .unconditional,
    help: ArgumentHelp("Leave out statements less sure than this, 0…1; remembered.", valueName: "p"))
  var minConfidence: Double?

  @OptionGroup var ontologyFile: OntologyFile
  @OptionGroup var reading: CollectionReading

  func validate() throws {
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence must be between 0 and 1")
    }
  }

  func run() async throws {
    try inputs.check()
    let collection = try file.open(orCreate: true)
    let builder = try await CommandFailure.told {
      try CollectionSettings.builder(
        of: collection, ontologyFile: ontologyFile, minConfidence: minConfidence)
    }
    let collections = CollectionBuilder(collection, builder)
    let (paths, readingOptions, options, jobs) = (
      inputs.inputs, inputs.options, reading.options, reading.jobs.count
    )
    try await reading.run(collection) { progress in
      try await collections.add(
        paths, options: options, reading: readingOptions, jobs: jobs, progress: progress)
    }
  }
}

struct CollectionUpdateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Reads again what has changed in the files and folders that were added.",
    discussion: """
      New files are added, changed ones replace what was read in them, and what is gone from its folder is taken out. Where a \
      whole folder that was added is not there, nothing of it is lost.
      """)

  @OptionGroup var file: CollectionFile
  @OptionGroup var ontologyFile: OntologyFile
  @OptionGroup var reading: CollectionReading

  func run() async throws {
    let collection = try file.open()
    let builder = try await CommandFailure.told {
      try CollectionSettings.builder(of: collection, ontologyFile: ontologyFile)
    }
    let collections = CollectionBuilder(collection, builder)
    let (options, jobs) = (reading.options, reading.jobs.count)
    try await reading.run(collection) { progress in
      try await collections.update(options: options, jobs: jobs, progress: progress)
    }
  }
}
