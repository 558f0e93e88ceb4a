import Relata

/// The documents that arguments name: files, folders, and “-” for standard input.
enum InputDocuments {
  static func read(_ inputs: [String]) throws(CommandFailure) -> [SourceDocument] {
    let reader = DocumentReader()
    let paths = inputs.filter { $0 != "-" }
    do {
      var documents = paths.isEmpty ? [] : try reader.documents(at: paths)
      if paths.count < inputs.count {
        let bytes = try StandardInput.readAll()
        documents.append(try reader.document(bytes: bytes, id: "stdin"))
      }
      return documents
    } catch let error as ReadingError {
      throw CommandFailure(error.exitStatus, "\(error)")
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(.noInput, "\(error)")
    }
  }
}

extension ReadingError {
  fileprivate var exitStatus: ExitStatus {
    switch self {
    case .notFound, .unreadable, .noDocuments: .noInput
    case .blank, .tooLarge, .otherUnicodeEncoding, .invalidUTF8, .binary, .unsupportedFormat: .badData
    }
  }
}
