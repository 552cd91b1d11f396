import ArgumentParser
import Domain
import EntryIndex

/// How commands answer a query that is not understood: exit status 2, the place and a suggestion.
enum QueryErrors {
    private struct Answer: Encodable {
        struct Body: Encodable {
            var message: String
            var position: Int
            var length: Int
            var suggestion: String?
        }
        var error: Body
    }

    /// Runs a search; a `QueryFailure` becomes words under a caret, or one JSON object.
    static func explained(_ query: String, json: Bool, _ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let failure as QueryFailure {
            if json {
                try Console.json(
                    Answer(
                        error: .init(
                            message: failure.message.zh + " / " + failure.message.en,
                            position: failure.position,
                            length: failure.length,
                            suggestion: failure.suggestion
                        )
                    )
                )
            } else {
                Console.note(failure.caret(under: query))
                Console.note(failure.message.zh)
                Console.note(failure.message.en)
                if let suggestion = failure.suggestion { Console.note("→ \(suggestion)") }
            }
            throw ExitCode(2)
        }
    }
}
