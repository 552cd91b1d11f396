import Bytes
import Domain
import EntryIndex
package import Store

/// Puts sample records into the store, so that a first visitor finds something to try.
package struct SampleRecords: Sendable {
    private let store: Store
    private let isAllowed: Bool

    /// - Parameter isAllowed: false in production mode, which takes no samples.
    package init(store: Store, isAllowed: Bool) {
        self.store = store
        self.isAllowed = isAllowed
    }

    /// Whether any register holds anything.
    package func storeIsEmpty() async throws -> Bool {
        try await store.counts().allSatisfy { $0.entries == 0 }
    }

    /// Makes and stores records `range` of a seed; those that are there already stay as they are.
    ///
    /// - Returns: How many were new or changed.
    /// - Throws: `Failure.notAllowed` in production mode, and what the store throws.
    package func callAsFunction(
        _ range: Range<Int>,
        seed: UInt64,
        batch: Int = 1_024,
        report: @Sendable (Int) -> Void = { _ in }
    ) async throws -> Int {
        guard isAllowed else { throw Failure.notAllowed(action: "sample records in production mode") }
        let maker = SampleMaker(seed: seed)
        var imported = 0
        var next = range.lowerBound
        while next < range.upperBound {
            let end = min(range.upperBound, next + batch)
            let items = try Self.items(maker, next..<end)
            let outcome = try await store.apply(
                ImportBatch(items) { _, entry, sources in try ImportRecords.merged(sources, entry: entry) }
            )
            imported += outcome.count { $0 == .imported }
            next = end
            report(end - range.lowerBound)
        }
        try await store.flush()
        return imported
    }

    private static func items(_ maker: SampleMaker, _ range: Range<Int>) throws -> [ImportItem] {
        try range.map { index in
            let right = maker.record(index)
            guard let entry = right.entryID else { return ImportItem(position: Int64(index) + 1, record: nil) }
            let statement = SourceStatement(file: "示例", format: nil, position: "record \(index)", right: right)
            let content = try CanonicalJSON.encode(statement)
            return ImportItem(
                position: Int64(index) + 1,
                record: ImportRecord(
                    register: entry.register.rawValue,
                    entry: entry.description,
                    source: StoredSource(
                        format: "sample",
                        recordKey: entry.local,
                        digest: sha256(content),
                        content: content
                    ),
                    draft: { try RightContent.draft(of: right) }
                )
            )
        }
    }
}
