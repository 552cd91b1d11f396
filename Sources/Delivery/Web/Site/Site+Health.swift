import Discovery
import EntryIndex
import HTTPTypes
import Wire

/// Whether the node can be sent requests.
extension Site {
    /// Ready as soon as searches find everything that was in the log at the start and registers have lists, and until the node is
    /// told to end.
    func ready() async throws -> Answer {
        let standing = services.standing
        guard let progress = await inTime({ try await standing.progress() }) else {
            // Why the store cannot be read is told to those who search; here it only counts that it cannot.
            return try health(HealthDocument(status: "unavailable"), .serviceUnavailable)
        }
        let isReady = progress.isReady && !ending.hasBegun
        let waiting = ending.hasBegun ? "stopping" : "starting"
        var document = HealthDocument(status: isReady ? "ready" : waiting, snapshot: progress.snapshot)
        document.log = progress.logSize
        document.work = progress.index.work.name
        document.share = progress.index.work.share
        document.registers = HealthDocument.Registers(
            snapshot: progress.registersSnapshot,
            work: progress.registers.work.name,
            share: progress.registers.work.share
        )
        if case .copying(let source, _, _) = progress.index.work { document.source = source }
        return try health(document, isReady ? .ok : .serviceUnavailable)
    }

    /// What reads of the store say in time for a health check, which a database that hangs must not keep waiting.
    ///
    /// - Returns: nil when they fail or take longer; then they are cancelled, and not waited for.
    func inTime<Value: Sendable>(_ read: @escaping @Sendable () async throws -> Value) async -> Value? {
        let (answers, answer) = AsyncStream<Value?>.makeStream()
        let reading = Task { answer.yield(try? await read()) }
        let limit = Task {
            // Woken early by its cancellation, when nobody listens any more.
            try? await Task.sleep(for: .seconds(options.healthSeconds))
            answer.yield(nil)
        }
        defer {
            reading.cancel()
            limit.cancel()
        }
        for await first in answers { return first }
        return nil
    }

    func health(_ document: HealthDocument, _ status: HTTPResponse.Status = .ok) throws -> Answer {
        var answer = Answer.json(try WireJSON.encode(document))
        answer.status = status
        answer.caching = .none
        return answer
    }
}
