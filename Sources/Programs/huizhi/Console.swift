import App
import ArgumentParser
import Bytes
import Domain
import EntryIndex
import Formats
import Foundation
import Index
import Store

/// What commands print, and how failures become words and exit codes.
enum Console {
    /// Prints a line to standard output.
    static func print(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    /// Prints a line to standard error.
    static func note(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// Prints a value as one line of JSON.
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// The text of a document, or of the standard input for `-`.
    static func text(_ path: String) throws -> String {
        let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
        guard let handle else { throw Failure.notFound(what: path) }
        let bytes = Array(try handle.readToEnd() ?? Data())
        do {
            return try DocumentText.read(bytes)
        } catch let fault as DocumentFault {
            throw Failure.invalid(field: path, reason: fault.reason)
        }
    }

    /// A line of the standard input that nobody is to see: a terminal is asked, and does not show what is typed.
    ///
    /// - Parameter question: What the terminal is asked.
    /// - Returns: The line; nil where there is none.
    /// - Throws: `Failure.unavailable` where the terminal would show it.
    static func secret(_ question: String) throws -> String? {
        guard isatty(STDIN_FILENO) == 1 else { return readLine(strippingNewline: true) }
        let line = Terminal.hidingInput {
            FileHandle.standardError.write(Data(question.utf8))
            let line = readLine(strippingNewline: true)
            // The line end was not shown either.
            note("")
            return line
        }
        guard let line else {
            throw Failure.unavailable(
                reason: "this terminal would show what is typed; send it by a file or a pipe"
            )
        }
        return line
    }

    /// Runs a command's work; a failure becomes one line on standard error and an exit code, never a trace.
    static func run(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let exit as ExitCode {
            throw exit
        } catch {
            note("huizhi: \(words(for: error))")
            throw ExitCode(1)
        }
    }

    /// A failure in words a person can act on.
    static func words(for error: any Error) -> String {
        switch error {
        case Failure.notFound(let what): "not found: \(what)"
        case Failure.notAllowed(let action): "not allowed: \(action)"
        case Failure.invalid(let field, let reason): "\(field): \(reason)"
        case Failure.conflict(let reason), Failure.unavailable(let reason): reason
        case Failure.tooMany(let seconds): "too much at once; try again in \(seconds) s"
        case let IndexFailure.locked(folder, holder):
            "\(IndexFailure.locked(folder: folder, holder: holder)); stop that first, or wait until it ends"
        case let failure as any CustomStringConvertible: failure.description
        default: error.localizedDescription
        }
    }
}
