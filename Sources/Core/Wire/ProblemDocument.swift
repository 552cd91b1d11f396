package import Declarations
package import Domain

/// Why something could not be done, for programs.
///
/// **Source** RFC 9457 (2023).
package struct ProblemDocument: Codable, Hashable, Sendable {
    /// `urn:huizhi:problem:` and the kind: `bad-request`, `not-found`, `gone`, `not-allowed`, `signed-out`, `conflict`, `method`,
    /// `bad-key`, `insufficient-scope`, `key-in-address`, `too-long`, `too-many`, `unavailable`, `incident`; of writing entries
    /// `key-needed`, `no-json`, `invalid-entry`, `precondition-required`, `changed-meanwhile`, `waiting`.
    package var type: String
    package var title: String
    /// The status code of the answer.
    package var status: Int
    package var detail: String?
    /// The path that was asked for.
    package var instance: String
    /// The id of the request, as in the header `X-Request-ID`.
    package var request: String
    /// What is wrong with an entry, field by field.
    package var problems: [FieldProblem]?
    /// What somebody else changed in an entry meanwhile: what it says now, and what was sent.
    package var changes: [FieldClash]?

    /// What is wrong with a field.
    package struct FieldProblem: Codable, Hashable, Sendable {
        /// Its name, a part of it behind a dot; empty where the entry as a whole is meant.
        package var field: String
        package var message: Bilingual

        package init(field: String, message: Bilingual) {
            self.field = field
            self.message = message
        }
    }

    /// A field that somebody else changed.
    package struct FieldClash: Codable, Hashable, Sendable {
        /// Its name; `state` for the state.
        package var field: String
        /// What the entry says now, and what was sent; missing where nothing is said.
        package var theirs: FieldValue?
        package var yours: FieldValue?

        package init(field: String, theirs: FieldValue?, yours: FieldValue?) {
            self.field = field
            self.theirs = theirs
            self.yours = yours
        }
    }

    package init(
        kind: String,
        title: String,
        status: Int,
        detail: String? = nil,
        instance: String,
        request: String,
        problems: [FieldProblem]? = nil,
        changes: [FieldClash]? = nil
    ) {
        self.problems = problems
        self.changes = changes
        type = "urn:huizhi:problem:" + kind
        self.title = title
        self.status = status
        self.detail = detail
        self.instance = instance
        self.request = request
    }
}

/// Why a query was refused: the same object on the web and on the command line.
package struct QueryErrorDocument: Codable, Hashable, Sendable {
    package var error: Body

    package init(message: Bilingual, position: Int, length: Int, suggestion: String?) {
        error = Body(
            message: message.zh + " / " + message.en,
            position: position,
            length: length,
            suggestion: suggestion
        )
    }

    /// What is wrong, where, and what to write instead.
    package struct Body: Codable, Hashable, Sendable {
        /// Chinese, a slash, English.
        package var message: String
        /// The first character it is about, counted in Unicode scalar values from 0.
        package var position: Int
        /// How many characters it is about.
        package var length: Int
        /// A query that is understood; null where there is no likely one.
        package var suggestion: String?

        private enum Key: String, CodingKey { case message, position, length, suggestion }

        init(message: String, position: Int, length: Int, suggestion: String?) {
            self.message = message
            self.position = position
            self.length = length
            self.suggestion = suggestion
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            message = try container.decode(String.self, forKey: .message)
            position = try container.decode(Int.self, forKey: .position)
            length = try container.decode(Int.self, forKey: .length)
            suggestion = try container.decodeIfPresent(String.self, forKey: .suggestion)
        }

        /// All four members are always there, so that a program need not ask which.
        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(message, forKey: .message)
            try container.encode(position, forKey: .position)
            try container.encode(length, forKey: .length)
            try container.encode(suggestion, forKey: .suggestion)
        }
    }
}
