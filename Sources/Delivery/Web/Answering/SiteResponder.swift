import Domain
import Foundation
import HTTPTypes
package import Hummingbird
import Links
import Logging
import NIOCore

/// Takes every request: checks it, has the site answer it, maps failures, adds what every answer carries, logs a line.
package struct SiteResponder: HTTPResponder {
    /// What comes with a request besides the request.
    package typealias Context = SiteContext

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
    package func respond(to request: Request, context: SiteContext) async throws -> Response {
        let started = ContinuousClock.now
        let given = HTTPField.Name.requestID.flatMap { request.headers[$0] }
        var visit = Visit(request.head, id: numbers.keep(given), peer: context.peer, options: options.search)
        var answer: Answer
        do {
            try check(request, visit.route)
            try await site.admit(&visit)
            if visit.isWriting {
                visit.document = try await json(of: request)
            } else if request.method == .post {
                let (form, files) = try await form(of: request, takesFile: visit.route?.takesFile ?? false)
                let admitted = visit
                visit = Visit(request.head, form: form, id: visit.id, peer: context.peer, options: options.search)
                visit.files = files
                visit.caller = admitted.caller
                visit.limits = admitted.limits
            }
            answer = try await site.answer(visit)
        } catch {
            let mapping = ProblemMapping(error)
            if mapping.isIncident {
                // The words of a database may hold those of a reader.
                let reason = visit.isConfidential || visit.isOfAccount ? "\(type(of: error))" : "\(error)"
                logger.error("request failed", metadata: ["id": "\(visit.id)", "reason": "\(reason)"])
            }
            answer = await site.failure(mapping, visit)
            if mapping.status == .methodNotAllowed {
                let more = visit.route?.takesForm == true ? .post : visit.route?.writing
                answer.headers[.allow] = "GET, HEAD" + (more.map { ", " + $0.rawValue } ?? "")
            }
        }
        let method = request.method
        // What was made of a form stands under no address: nobody may keep it.
        if method == .post || visit.isWriting { answer.caching = .none }
        // Files that are the same for everybody say nothing of who asked for what.
        if visit.isConfidential, case .revalidated = answer.caching { answer.caching = .none }
        let asked = visit
        return try response(answer, asked, isHead: method == .head) { status, bytes in
            note(method, asked, status, bytes, started.duration(to: .now))
        }
    }

    /// Whether the node was told to end.
    var ending: Ending { site.ending }

    private func check(_ request: Request, _ route: Route?) throws {
        let isForm = request.method == .post && route?.takesForm == true
        let isWriting = route?.writing == request.method
        guard request.method == .get || request.method == .head || isForm || isWriting else {
            // Where nothing lives, no other method would do.
            throw route == nil ? RequestFailure.nowhere : RequestFailure.method
        }
        guard (request.head.path ?? "").utf8.count <= options.longestAddress else {
            throw RequestFailure.tooLong(limit: options.longestAddress)
        }
        let limit = isForm ? largestForm(request) : isWriting ? options.largestForm : options.largestBody
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw RequestFailure.tooLarge(limit: limit)
        }
    }

    /// The most bytes that a form may have.
    private func largestForm(_ request: Request) -> Int {
        boundary(of: request) == nil ? options.largestForm : options.largestFile
    }

    private func boundary(of request: Request) -> String? {
        request.headers[.contentType].flatMap(MultipartForm.boundary)
    }

    /// The document that a program writes.
    private func json(of request: Request) async throws -> [UInt8] {
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased()
        guard type?.filter({ $0 != " " }) == "application/json" else { throw RequestFailure.noJSON }
        return try await body(of: request, limit: options.largestForm)
    }

    private func body(of request: Request, limit: Int) async throws -> [UInt8] {
        var body: [UInt8] = []
        for try await part in request.body {
            guard body.count + part.readableBytes <= limit else { throw RequestFailure.tooLarge(limit: limit) }
            body.append(contentsOf: part.readableBytesView)
        }
        return body
    }

    /// The parameters in the body of a POST, and the files that came with them.
    private func form(of request: Request, takesFile: Bool) async throws -> (String, files: [MultipartForm.File]) {
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased()
        let boundary = takesFile ? boundary(of: request) : nil
        guard boundary != nil || type?.filter({ $0 != " " }) == "application/x-www-form-urlencoded" else {
            throw RequestFailure.noForm
        }
        let body = try await body(of: request, limit: largestForm(request))
        if let boundary {
            let form = try MultipartForm(body, boundary: boundary)
            let fields = form.fields.text
            guard fields.utf8.count <= options.largestForm else {
                throw RequestFailure.tooLarge(limit: options.largestForm)
            }
            return (fields, form.files)
        }
        guard let text = String(validating: body, as: UTF8.self) else {
            throw Failure.invalid(field: "form", reason: "it is no text in UTF-8")
        }
        return (text, [])
    }

    // MARK: Answer to response

    /// Makes the response; `done` is told status and length once, when the last byte of the body was handed over.
    private func response(
        _ answer: Answer,
        _ visit: Visit,
        isHead: Bool,
        done: @escaping @Sendable (HTTPResponse.Status, Int?) -> Void
    ) throws -> Response {
        var fields = answer.headers
        SecurityHeaders.add(
            to: &fields,
            isConfidential: visit.isConfidential,
            isSecure: site.isSecure,
            formTarget: answer.formTarget
        )
        if let name = HTTPField.Name.requestID { fields[name] = visit.id }
        // Connections that are kept open would be cut when the node ends.
        if ending.hasBegun { fields[.connection] = "close" }
        if !visit.limits.isEmpty, !visit.wantsPage || answer.status == .tooManyRequests {
            if let name = HTTPField.Name.quotaPolicy { fields[name] = QuotaLimit.policy(visit.limits) }
            if let name = HTTPField.Name.quotaStanding { fields[name] = QuotaLimit.standing(visit.limits) }
        }
        fields[.contentType] = answer.type
        let tag = cache(answer.caching, &fields)
        let isText = Compression.suits(answer.type)
        if isText { fields[.vary] = [fields[.vary], "Accept-Encoding"].compactMap(\.self).joined(separator: ", ") }
        if answer.status == .ok, let tag, EntityTag.isKnown(tag, in: visit.knownTags) {
            fields[.contentType] = nil
            done(.notModified, 0)
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
            done(answer.status, bytes.count)
            return Response(status: answer.status, headers: fields, body: body)
        case .stream(let length, let write):
            let isZipped = isText && visit.takesGzip
            if isZipped { fields[.contentEncoding] = "gzip" }
            // How long a compressed body gets is known at its end.
            let length = isZipped ? nil : length
            if let length { fields[.contentLength] = String(length) }
            guard !isHead else {
                done(answer.status, length)
                return Response(status: answer.status, headers: fields)
            }
            let status = answer.status
            let body = ResponseBody(contentLength: length) { @concurrent writer in
                defer { done(status, length) }
                guard isZipped else { return try await write(&writer) }
                var zipped: any ResponseBodyWriter = try GzipWriter(writer)
                try await write(&zipped)
            }
            return Response(status: status, headers: fields, body: body)
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
    private func note(
        _ method: HTTPRequest.Method,
        _ visit: Visit,
        _ status: HTTPResponse.Status,
        _ bytes: Int?,
        _ elapsed: Duration
    ) {
        site.meter.count(visit.route, status: status.code, elapsed)
        let pairs = RequestLogField.allCases.map { field -> (String, Logger.MetadataValue) in
            let value: Logger.MetadataValue =
                switch field {
                case .id: "\(visit.id)"
                case .method: "\(method.rawValue)"
                case .route: "\(visit.route?.template ?? "none")"
                case .status: "\(status.code)"
                case .bytes: "\(bytes ?? -1)"
                case .milliseconds: "\((elapsed.milliseconds * 10).rounded() / 10)"
                }
            return (field.rawValue, value)
        }
        logger.info("request", metadata: Logger.Metadata(uniqueKeysWithValues: pairs))
    }
}
