import Discovery
import EntryIndex
import HTTPTypes
import Wire

/// Whether the node can be sent requests.
extension Site {
    /// Ready as soon as searches find everything that was in the log at the start, and until the node is told to end.
    func ready() async throws -> Answer {
        guard let progress = try? await services.standing.progress() else {
            // Why the store cannot be read is told to those who search; here it only counts that it cannot.
            return try health(HealthDocument(status: "unavailable"), .serviceUnavailable)
        }
        let isReady = progress.index.isWhole && !ending.hasBegun
        let waiting = ending.hasBegun ? "stopping" : "starting"
        var document = HealthDocument(status: isReady ? "ready" : waiting, snapshot: progress.snapshot)
        document.log = progress.logSize
        document.work = progress.index.work.name
        document.share = progress.index.work.share
        if case .copying(let source, _, _) = progress.index.work { document.source = source }
        return try health(document, isReady ? .ok : .serviceUnavailable)
    }

    func health(_ document: HealthDocument, _ status: HTTPResponse.Status = .ok) throws -> Answer {
        var answer = Answer.json(try WireJSON.encode(document))
        answer.status = status
        answer.caching = .none
        return answer
    }
}
