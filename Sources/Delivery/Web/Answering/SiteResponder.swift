import Foundation
import HTTPTypes
package import Hummingbird
import Logging
import NIOCore

/// Takes every request: checks it, has the site answer it, maps failures, adds what every answer carries, logs a line.
package struct SiteResponder: HTTPResponder {
    /// Hummingbird's plain context: everything else is in the visit.
    package typealias Context = BasicRequestContext

    let site: Site
    let options: WebServer.Options
    let logger: Logger
    private let numbers = RequestNumber()

    init(site: Site, options: WebServer.Options, logger: Logger) {
        self.site = site
        self.options = options
        self.logger = logger
    }

    /// Answers a request; a failure becomes a page or a problem document, never a closed connection.
    package func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let started = ContinuousClock.now
        let visit = Visit(request.head, id: numbers.make(), options: options.search)
        var answer: Answer
        do {
            try check(request)
            answer = try await site.answer(visit)
        } catch {
            let mapping = ProblemMapping(error)
            if mapping.isIncident {
                logger.error("request failed", metadata: ["id": "\(visit.id)", "reason": "\(error)"])
            }
            answer = await site.failure(mapping, visit)
            if mapping.status == .methodNotAllowed { answer.headers[.allow] = "GET, HEAD" }
        }
        let response = try response(answer, visit, isHead: request.method == .head)
        log(request, visit, response, started.duration(to: .now))
        return response
    }

    private func check(_ request: Request) throws {
        guard request.method == .get || request.method == .head else { throw RequestFailure.method }
        guard (request.head.path ?? "").utf8.count <= options.longestAddress else {
            throw RequestFailure.tooLong(limit: options.longestAddress)
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > options.largestBody {
            throw RequestFailure.tooLarge(limit: options.largestBody)
        }
    }

    // MARK: Answer to response

    private func response(_ answer: Answer, _ visit: Visit, isHead: Bool) throws -> Response {
        var fields = answer.headers
        SecurityHeaders.add(to: &fields)
        if let name = HTTPField.Name.requestID { fields[name] = visit.id }
        fields[.contentType] = answer.type
        let tag = cache(answer.caching, &fields)
        let isText = Compression.suits(answer.type)
        if isText { fields[.vary] = [fields[.vary], "Accept-Encoding"].compactMap(\.self).joined(separator: ", ") }
        if answer.status == .ok, let tag, EntityTag.isKnown(tag, in: visit.knownTags) {
            fields[.contentType] = nil
            return Response(status: .notModified, headers: fields)
        }
        switch answer.body {
        case .bytes(var bytes):
            if isText, visit.takesGzip, bytes.count >= Compression.leastBytes {
                bytes = try GzipStream().add(bytes, isLast: true)
                fields[.contentEncoding] = "gzip"
            }
            fields[.contentLength] = String(bytes.count)
            let body = isHead ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
            return Response(status: answer.status, headers: fields, body: body)
        case .stream(let write):
            let isZipped = isText && visit.takesGzip
            if isZipped { fields[.contentEncoding] = "gzip" }
            if isHead { return Response(status: answer.status, headers: fields) }
            let body = ResponseBody { writer in
                guard isZipped else { return try await write(&writer) }
                var zipped: any ResponseBodyWriter = try GzipWriter(writer)
                try await write(&zipped)
            }
            return Response(status: answer.status, headers: fields, body: body)
        }
    }

    /// Writes what others may keep, and returns the tag if there is one.
    private func cache(_ caching: Answer.Caching, _ fields: inout HTTPFields) -> String? {
        switch caching {
        case .none:
            fields[.cacheControl] = "no-store"
            return nil
        case .revalidated(let tag):
            fields[.cacheControl] = "no-cache"
            fields[.vary] = "Cookie"
            fields[.eTag] = tag
            return tag
        case .seconds(let seconds, let tag):
            fields[.cacheControl] = "public, max-age=\(seconds)"
            fields[.eTag] = tag
            return tag
        case .immutable:
            fields[.cacheControl] = "public, max-age=31536000, immutable"
            return nil
        }
    }

    /// One line a request: never what was searched for, never who asked.
    private func log(_ request: Request, _ visit: Visit, _ response: Response, _ elapsed: Duration) {
        let milliseconds = Double(elapsed.components.seconds) * 1_000 + Double(elapsed.components.attoseconds) * 1e-15
        logger.info(
            "request",
            metadata: [
                "id": "\(visit.id)", "method": "\(request.method.rawValue)",
                "route": "\(visit.route?.template ?? "none")", "status": "\(response.status.code)",
                "bytes": "\(response.body.contentLength ?? -1)",
                "milliseconds": "\((milliseconds * 10).rounded() / 10)",
            ]
        )
    }
}
