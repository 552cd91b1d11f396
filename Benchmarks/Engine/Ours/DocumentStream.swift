import Bytes
import Dispatch
import EntryIndex
import Index
import Synchronization

/// Turns the lines of the standard input into documents, as `IndexFollower` does with the log: texts are analysed on all
/// cores while the thread that calls writes what was analysed before.
final class DocumentStream {
    /// Documents of neighbouring lines, in order.
    private final class Block: Sendable {
        let parts: Mutex<[Result<[Document], any Error>]>

        init(parts count: Int) {
            parts = Mutex(Array(repeating: .success([]), count: count))
        }

        func documents() throws -> [Document] {
            try parts.withLock { $0 }.flatMap { try $0.get() }
        }
    }

    /// One thread's scratch.
    private final class Lane: Sendable {
        let builder = Mutex(DocumentBuilder())
    }

    private let form: any Form
    private let version: Int64
    private let lanes: [Lane]
    private let queue = DispatchQueue(label: "analysis", qos: .background, attributes: .concurrent)
    private static let blockLength = 1_024

    /// Makes documents of one version, on so many threads.
    init(_ form: any Form, version: Int64, threads: Int) {
        self.form = form
        self.version = version
        lanes = (0..<threads).map { _ in Lane() }
    }

    /// Calls `body` with every document, in the order of the lines.
    func forEach(_ body: (Document) throws -> Void) throws {
        var ready: [Document] = []
        while true {
            let lines = Self.nextLines()
            let block = Block(parts: lanes.count)
            let group = DispatchGroup()
            analyse(lines, into: block, group)
            // Even after a failure: nothing may go on behind the caller's back.
            let written = Result { try ready.forEach(body) }
            group.wait()
            try written.get()
            ready = try block.documents()
            if lines.isEmpty { return }
        }
    }

    private func analyse(_ lines: [String], into block: Block, _ group: DispatchGroup) {
        let share = (lines.count + lanes.count - 1) / lanes.count
        for (number, lane) in lanes.enumerated() {
            let part = lines.dropFirst(number * share).prefix(share)
            queue.async(group: group) { [form, version] in
                var breather = Breather()
                let documents: Result<[Document], any Error> = Result {
                    try lane.builder.withLock { builder in
                        try part.map { line in
                            breather.pause()
                            return try form.document(line, version: version, builder)
                        }
                    }
                }
                block.parts.withLock { $0[number] = documents }
            }
        }
    }

    private static func nextLines() -> [String] {
        var lines: [String] = []
        while lines.count < blockLength, let line = readLine() { lines.append(line) }
        return lines
    }
}
