import Domain
import Foundation
import Index
import Query
import Text

@testable import EntryIndex

/// Some records in an index of their own, without a store.
final class SmallIndex {
    private let folder: String
    let searcher: Searcher

    init(_ rights: [String: Right]) throws {
        folder = NSTemporaryDirectory() + "small-index-" + UUID().uuidString
        let writer = try IndexWriter(
            folder: folder,
            schema: Column.schema,
            analysisVersion: AnalysisVersion.current
        )
        let builder = DocumentBuilder()
        for (name, right) in rights {
            let id = EntryID(register: right.register, local: name)
            try writer.add(builder.document(id: id, version: 1, right: right))
        }
        searcher = Searcher(try writer.commit(sequence: 1))
    }

    deinit {
        // A folder left behind in the temporary files harms nothing.
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Patents of one title each, named by their place: A, B, C ...
    static func titles(_ titles: [String]) throws -> SmallIndex {
        try records(titles) { $0.titles = [LocalizedText(lang: "zh", text: $1)] }
    }

    /// Patents of one applicant each.
    static func applicants(_ names: [String]) throws -> SmallIndex {
        try records(names) { $0.applicants = [Party(name: $1)] }
    }

    /// Patents that are told apart by one value each, named by its place: A, B, C ...
    static func records<Value>(
        _ values: [Value],
        right: RightKind = .patent,
        fill: (inout Bibliography, Value) -> Void
    ) throws -> SmallIndex {
        var rights: [String: Right] = [:]
        for (place, value) in values.enumerated() {
            var record = Bibliography(right: right)
            fill(&record, value)
            let name = String(UnicodeScalar(UInt8(0x41 + place)))
            rights[name] =
                right.register == .trademark
                ? .trademark(Trademark(bibliography: record)) : .patent(Patent(bibliography: record))
        }
        return try SmallIndex(rights)
    }

    /// The names of the records that a query finds, as one word: `ACD`; `-` for none.
    func found(_ query: String) throws -> String {
        let names = try hits(query).sorted().joined()
        return names.isEmpty ? "-" : names
    }

    /// The names of the records that a query finds, best first.
    func hits(_ query: String) throws -> [String] {
        let tree = try compiled(query).tree
        return try searcher.search(SearchRequest(tree, limit: 100)).hits.map { hit in
            String(hit.id.split(separator: "/")[1])
        }
    }

    func compiled(_ query: String) throws -> CompiledQuery {
        try QueryCompiler().compile(QueryLanguage().parse(query).expression)
    }
}
