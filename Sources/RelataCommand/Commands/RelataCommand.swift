import ArgumentParser
import Relata

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@main
struct RelataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relata",
    abstract: "Turns a folder of news and reports into a typed knowledge graph.",
    discussion: """
      Begin with

        relata build articles --output output
        relata show "HTS"
        relata path "Putin" "Damascus"

      The first reads every document in articles/ and writes the graph into output/; the others ask it. Each \
      statement comes with the sentence that says so. Nothing is sent anywhere.

      \(ExitStatus.table)
      """,
    version: RelataVersion.current,
    subcommands: [
      BuildCommand.self, CollectionCommand.self, PathCommand.self, ConnectCommand.self, BetweenCommand.self,
      NeighboursCommand.self,
      RankCommand.self, MatchCommand.self, AskCommand.self, ShowCommand.self, ContradictionsCommand.self,
      RenderCommand.self, ExploreCommand.self, ExportCommand.self, ImportCommand.self, TextCommand.self,
      ExtractCommand.self, RecordsCommand.self, StepCommand.self,
      AnalyzeCommand.self,
      EvaluateCommand.self, MentionsCommand.self, ReadingCommand.self, PageFeaturesCommand.self,
    ])

  static func main() async {
    // A reader that has seen enough (`| head`) ends the command as it ends any other, also where the
    // parent ignores the signal.
    signal(SIGPIPE, SIG_DFL)
    do {
      let arguments = CommandLine.arguments.dropFirst()
      if let problem = MisspeltArguments.unknownCommand(in: arguments, of: Self.self) {
        throw CommandFailure(.usage, problem)
      }
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as CommandFailure {
      StandardError.write(failure.description)
      failure.status.end()
    } catch {
      leave(afterParsing: error)
    }
  }

  /// Help and version go to standard output; a mistake in the arguments becomes one line.
  private static func leave(afterParsing error: any Error) -> Never {
    let message = fullMessage(for: error)
    guard exitCode(for: error) != .success else {
      do {
        try StandardOutput.write(message + "\n")
      } catch {
        StandardError.write("\(error)")
        ExitStatus.outputFailed.end()
      }
      ExitStatus.success.end()
    }
    let isUsage = exitCode(for: error) == .validationFailure
    let told = Self.message(for: error)
    let line =
      (MisspeltArguments.misspeltOption(in: CommandLine.arguments.dropFirst(), missing: told) ?? told)
      .split(whereSeparator: \.isNewline).joined(separator: " ")
    StandardError.write("relata: \(line)" + (isUsage ? " (see “relata help”)" : ""))
    (isUsage ? ExitStatus.usage : .internalError).end()
  }
}
