import Domain
package import EntryIndex
import Index

/// Copies the newest snapshot of the index from a sibling, so that a new node need not build it.
///
/// Siblings are asked in their order. A copy that breaks off, also because this program was killed, goes on where it
/// was. Nothing is used before its digest was checked.
package struct CopySnapshot: Sendable {
    /// Limits of copying.
    package struct Options: Sendable {
        /// How long connecting may take; default 5 s.
        package var connectSeconds = 5
        /// How long a sibling may say nothing; default 30 s.
        package var silenceSeconds = 30
        /// How often copying is tried again without a new byte before the next sibling is asked; default 4.
        package var retries = 4
        /// The first pause before it is tried again, twice as long each time; default 500 ms.
        package var pause = Duration.milliseconds(500)
        /// The longest manifest in bytes; default 64 MiB.
        package var longestManifest = 64 << 20

        package init() {}
    }

    /// What happens while copying.
    package enum Event: Sendable, Hashable {
        /// So many bytes of all are here.
        case copying(from: String, bytes: Int, of: Int)
        /// A sibling is given up, for this reason.
        case givenUp(sibling: String, reason: String)
    }

    private let siblings: [Sibling]
    private let follower: IndexFollower
    private let index: PublishedIndex
    private let options: Options

    /// - Parameters:
    ///   - siblings: whom to ask, in this order.
    ///   - follower: whose folder the snapshot is for.
    ///   - index: where to say how far the copy is.
    ///   - options: the limits.
    package init(siblings: [Sibling], follower: IndexFollower, index: PublishedIndex, options: Options = Options()) {
        self.siblings = siblings
        self.follower = follower
        self.index = index
        self.options = options
    }

    /// Copies a snapshot where the folder holds none that can be followed on.
    ///
    /// - Parameter report: called for each event.
    /// - Returns: Whether one was copied; where none was, the index has to be built.
    /// - Throws: `IndexFailure.locked` when another process writes the index; `DatabaseError`; `CancellationError`.
    @discardableResult
    package func callAsFunction(report: @Sendable (Event) -> Void = { _ in }) async throws -> Bool {
        guard !siblings.isEmpty, try await !follower.canGoOn() else { return false }
        let client = SiblingClient(options)
        let result: Result<Bool, any Error>
        do { result = .success(try await copy(client, report)) } catch { result = .failure(error) }
        await follower.endCopy()
        try await client.end()
        return try result.get()
    }

    private func copy(_ client: SiblingClient, _ report: @Sendable (Event) -> Void) async throws -> Bool {
        for sibling in siblings {
            do {
                try await copy(from: sibling, client, report)
                return true
            } catch let error as CancellationError {
                throw error
            } catch IndexFailure.locked(let folder, let holder) {
                throw IndexFailure.locked(folder: folder, holder: holder)
            } catch let failure as any PassingFailure {
                // The database of this node, which no other sibling makes better.
                throw failure
            } catch IndexFailure.system(let failure) {
                throw IndexFailure.system(failure)
            } catch {
                // Whatever it is, the next sibling may do better, and building the index always does.
                report(.givenUp(sibling: sibling.address, reason: "\(error)"))
            }
        }
        return false
    }

    /// Copies until all is here, going on after failures that pass.
    private func copy(
        from sibling: Sibling,
        _ client: SiblingClient,
        _ report: @Sendable (Event) -> Void
    ) async throws {
        var failures = 0
        var (here, best) = (0, 0)
        var hasBegun = false
        while true {
            do {
                let manifest = try await client.manifest(of: sibling)
                let (total, missing) = try await follower.beginCopy(of: manifest, from: sibling.address)
                func note(_ bytes: Int) {
                    index.note(bytes: bytes, of: total, from: sibling.address)
                    report(.copying(from: sibling.address, bytes: bytes, of: total))
                }
                hasBegun = true
                here = total - missing.reduce(0) { $0 + $1.length - $1.here }
                note(here)
                for part in missing {
                    try await fetch(part, from: sibling, client) { bytes in
                        here += bytes
                        note(here)
                    }
                }
                return try await follower.publishCopy()
            } catch let failure as SiblingFailure {
                failures = here > best ? 1 : failures + 1
                best = max(best, here)
                // One that never gave anything is not waited for.
                guard hasBegun, failures <= options.retries else { throw failure }
                try await Task.sleep(for: options.pause * (1 << (failures - 1)))
            }
        }
    }

    /// Fetches what is missing of a file; one that was begun by another copy and turns out wrong is fetched whole.
    private func fetch(
        _ part: SnapshotIntake.Part,
        from sibling: Sibling,
        _ client: SiblingClient,
        _ count: (Int) -> Void
    ) async throws {
        var here = part.here
        if here < part.length {
            try await client.bytes(of: part.name, from: sibling, at: here) { bytes in
                try await follower.append(bytes, to: part)
                here += bytes.count
                count(bytes.count)
            }
        }
        let url = sibling.address + "/snapshot/" + part.name
        guard here == part.length else { throw SiblingFailure.cut(url) }
        do {
            try await follower.finishCopy(of: part)
        } catch IndexFailure.corrupt where part.here > 0 {
            // The wrong bytes may be those that were here; they are gone now.
            throw SiblingFailure.cut(url)
        }
    }
}
