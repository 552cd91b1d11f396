extension Array {
    /// The elements in blocks of a size, the last one shorter.
    public func blocks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}

extension Array where Element: Sendable {
    /// Maps the elements on all cores and keeps their order.
    ///
    /// For computing only: what waits would hold a thread that others need.
    ///
    /// - Throws: the first error of `transform` that is met.
    public func mapOnAllCores<Result: Sendable>(
        _ transform: @escaping @Sendable (Element) throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: (place: Int, results: [Result]).self) { group in
            // Small enough to be shared out evenly, large enough that a task costs nothing beside it.
            for (place, block) in blocks(of: 32).enumerated() {
                group.addTask { (place, try block.map(transform)) }
            }
            var parts: [(place: Int, results: [Result])] = []
            for try await part in group { parts.append(part) }
            return parts.sorted { $0.place < $1.place }.flatMap(\.results)
        }
    }

    /// Works on what is prepared of the elements, one after the other, and prepares the next one meanwhile.
    ///
    /// - Parameters:
    ///   - prepare: computes, so that `work` need only wait for the database.
    ///   - work: what has to be done in order.
    /// - Throws: what either throws; nothing after it is worked on.
    public func workAhead<Prepared: Sendable>(
        preparing prepare: @escaping @Sendable (Element) async throws -> Prepared,
        work: (Prepared) async throws -> Void
    ) async throws {
        guard let first else { return }
        var next: Prepared? = try await prepare(first)
        var rest = dropFirst()
        while let prepared = next {
            let element = rest.popFirst()
            async let following: Prepared? = { if let element { try await prepare(element) } else { nil } }()
            try await work(prepared)
            next = try await following
        }
    }
}
