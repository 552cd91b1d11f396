import Bytes
import Dispatch
import Index
import Store
import Synchronization

/// A block with its documents ready for the index.
struct AnalysedBlock: Sendable {
    /// What became of an entry.
    enum Outcome: Sendable {
        /// It is indexed so.
        case document(Document)
        /// It is no longer there, or to be found nowhere.
        case gone
        /// It cannot be indexed.
        case refused(String)
    }

    var outcomes: [(entry: String, outcome: Outcome)]
    var lines: Int
    var cursor: LogCursor
    var size: Int64
}

/// Turns entries into documents on threads of its own, because analysing texts is the larger part of indexing.
final class AnalysisPool: Sendable {
    /// One thread's scratch.
    private final class Lane: Sendable {
        let maker: Mutex<any DocumentMaker>

        init(_ maker: sending any DocumentMaker) {
            self.maker = Mutex(maker)
        }
    }

    /// The outcomes of the parts of one block.
    private final class Parts: Sendable {
        let done: Mutex<[[(entry: String, outcome: AnalysedBlock.Outcome)]]>

        init(count: Int) {
            done = Mutex(Array(repeating: [], count: count))
        }
    }

    private let lanes: [Lane]
    // In the background: where all cores are busy, searches go before it.
    private let queue = DispatchQueue(label: "index-analysis", qos: .background, attributes: .concurrent)

    /// Makes a pool of so many threads, at least one.
    init(threads: Int, source: any DocumentSource) {
        lanes = (0..<max(1, threads)).map { _ in Lane(source.maker()) }
    }

    /// The documents of a block, in its order; nil for an empty one.
    @concurrent
    func analyse(_ block: LogBlock) async -> AnalysedBlock? {
        guard !block.isEmpty else { return nil }
        let parts = Parts(count: lanes.count)
        let share = (block.entries.count + lanes.count - 1) / lanes.count
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let group = DispatchGroup()
            for (number, lane) in lanes.enumerated() {
                let part = block.entries.dropFirst(number * share).prefix(share)
                queue.async(group: group) {
                    var breather = Breather()
                    let outcomes = lane.maker.withLock { maker in
                        part.map { entry in
                            breather.pause()
                            return (entry: entry.entry, outcome: Self.outcome(entry.content, with: maker))
                        }
                    }
                    parts.done.withLock { $0[number] = outcomes }
                }
            }
            group.notify(queue: queue) { continuation.resume() }
        }
        let outcomes = parts.done.withLock { $0.flatMap(\.self) }
        return AnalysedBlock(outcomes: outcomes, lines: block.lines, cursor: block.cursor, size: block.size)
    }

    private static func outcome(_ entry: StoredEntry?, with maker: any DocumentMaker) -> AnalysedBlock.Outcome {
        guard let entry else { return .gone }
        do {
            return try maker.document(of: entry).map { .document($0) } ?? .gone
        } catch {
            return .refused("\(error)")
        }
    }
}
