package import Bytes
package import Domain
import Foundation
package import Store

/// How a right lies in the store: a short content as canonical JSON, and its long texts beside it.
///
/// **Shape** Content: the record without claims and description. Texts: part `claims`, the claim set of one language as
/// canonical JSON; part `description`, the description of one language. A language that is not known is empty.
package enum RightContent {
    private static let claims = "claims"
    private static let description = "description"

    /// What the store keeps of a right.
    ///
    /// - Throws: `CanonicalJSON.Refusal` when the record has no canonical form.
    package static func draft(of right: Right) throws -> Draft {
        var short = right
        let texts = try longTexts(takenFrom: &short)
        let scope = right.register.rawValue
        return Draft(
            content: try CanonicalJSON.encode(short),
            texts: texts,
            keys: right.identityKeys.map { LookupKey(scope: scope, field: $0.field.rawValue, value: $0.value) },
            blobs: blobs(of: [right])
        )
    }

    /// A right that does not name some pictures any more; the names of their files stay.
    package static func right(_ right: Right, without missing: Set<Digest256>) -> Right {
        guard !missing.isEmpty else { return right }
        var rest = right
        rest.bibliography.drawings?.images.removeAll { image in
            Digest256(hex: image.digest).map { missing.contains($0) } ?? false
        }
        return rest
    }

    /// The digests of the pictures of some rights, each once.
    package static func blobs(of rights: [Right]) -> [Digest256] {
        let images = rights.flatMap { $0.bibliography.drawings?.images ?? [] }
        let digests = Set(images.compactMap { Digest256(hex: $0.digest) })
        return digests.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    /// The right that an entry holds; its long texts are there only if they were read with it.
    ///
    /// - Throws: `DecodingError` when the content is no record of a right.
    package static func right(of entry: StoredEntry) throws -> Right {
        try right(decode(entry.content), texts: entry.texts)
    }

    /// A right without its long texts, and these, put together.
    ///
    /// - Throws: `DecodingError` when a text is no set of claims.
    package static func right(_ short: Right, texts: [EntryText]) throws -> Right {
        var right = short
        for text in texts {
            let language = text.language.isEmpty ? nil : text.language
            if text.part == claims {
                try right.append(claims: read(ClaimSet.self, Array(text.text.utf8)))
            } else if text.part == description {
                right.append(description: LocalizedText(lang: language, text: text.text))
            }
        }
        return right
    }

    /// Reads canonical JSON of a right, whole or without its long texts.
    ///
    /// - Throws: `DecodingError` when it is none.
    package static func decode(_ content: [UInt8]) throws -> Right {
        try read(Right.self, content)
    }

    /// Reads JSON that the store keeps: quickly, and where that fails with a reader that explains itself.
    ///
    /// - Throws: `DecodingError` when it is not JSON of the type.
    package static func read<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
        // The general reader says what is wrong.
        if let value = try? QuickJSON.decode(type, from: bytes) { return value }
        return try JSONDecoder().decode(type, from: Data(bytes))
    }

    private static func longTexts(takenFrom right: inout Right) throws -> [EntryText] {
        var texts: [EntryText] = []
        let (sets, descriptions) = right.takeLongTexts()
        // One set a language: a second one of the same language continues the first.
        for (language, same) in Dictionary(grouping: sets, by: { $0.lang ?? "" }) {
            guard var set = same.first else { continue }
            for more in same.dropFirst() {
                set.independent += more.independent.map { $0 + set.items.count }
                set.items += more.items
            }
            let json = String(decoding: try CanonicalJSON.encode(set), as: UTF8.self)
            texts.append(EntryText(part: claims, language: language, text: json))
        }
        // A language may have several texts (a design's views); the store keeps one a language.
        for (language, parts) in Dictionary(grouping: descriptions, by: { $0.lang ?? "" }) {
            let text = parts.map(\.text).joined(separator: "\n")
            texts.append(EntryText(part: description, language: language, text: text))
        }
        // In one order every time: what a source says is known again by its bytes.
        return texts.sorted { ($0.part, $0.language) < ($1.part, $1.language) }
    }
}

extension Right {
    /// Removes claims and descriptions and returns them.
    fileprivate mutating func takeLongTexts() -> ([ClaimSet], [LocalizedText]) {
        switch self {
        case .patent(var patent):
            let taken = (patent.details.claims, patent.details.description)
            patent.details.claims = []
            patent.details.description = []
            self = .patent(patent)
            return taken
        case .design(var design):
            let taken = (design.details.claims, design.details.description)
            design.details.claims = []
            design.details.description = []
            self = .design(design)
            return taken
        case .trademark, .gi, .layout:
            return ([], [])
        }
    }

    fileprivate mutating func append(claims set: ClaimSet) {
        switch self {
        case .patent(var patent):
            patent.details.claims.append(set)
            self = .patent(patent)
        case .design(var design):
            design.details.claims.append(set)
            self = .design(design)
        case .trademark, .gi, .layout: break
        }
    }

    fileprivate mutating func append(description text: LocalizedText) {
        switch self {
        case .patent(var patent):
            patent.details.description.append(text)
            self = .patent(patent)
        case .design(var design):
            design.details.description.append(text)
            self = .design(design)
        case .trademark, .gi, .layout: break
        }
    }
}
