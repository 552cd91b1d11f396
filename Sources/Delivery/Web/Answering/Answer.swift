import Foundation
import HTTPTypes
import Hummingbird

/// What the site says to a request, before headers that every answer has.
struct Answer: Sendable {
    var status: HTTPResponse.Status = .ok
    var type: String
    var body: Body
    var caching = Caching.revalidated(tag: nil)
    /// Headers of this answer alone.
    var headers = HTTPFields()
    /// Where a form of the page may lead besides this node, in the words of a policy; nil for nowhere.
    var formTarget: String?

    /// The bytes, at once or as they come.
    enum Body: Sendable {
        case bytes([UInt8])
        case stream(length: Int? = nil, @concurrent @Sendable (inout any ResponseBodyWriter) async throws -> Void)
    }

    /// How long others may keep the answer.
    enum Caching: Sendable {
        /// Never: it is of this moment.
        case none
        /// They ask each time whether it is still this one.
        case revalidated(tag: String?)
        /// For so many seconds.
        case seconds(Int, tag: String)
        /// For ever: its name changes with its content.
        case immutable
    }

    /// A page.
    static func page(_ html: String, tagged: Bool = false) -> Answer {
        let bytes = Array(html.utf8)
        return Answer(
            type: "text/html; charset=utf-8",
            body: .bytes(bytes),
            caching: .revalidated(tag: tagged ? EntityTag.of(bytes) : nil)
        )
    }

    /// A document for programs.
    static func json(_ data: Data, type: String = "application/json", tagged: Bool = false) -> Answer {
        let bytes = Array(data)
        return Answer(
            type: type,
            body: .bytes(bytes),
            caching: .revalidated(tag: tagged ? EntityTag.of(bytes) : nil)
        )
    }

    /// A table as a file, its first row naming the columns; see `RecordTable` for its shape.
    static func table(_ rows: [[String]], file: String) -> Answer {
        var answer = Answer(type: "text/csv; charset=utf-8", body: .bytes(RecordTable.bytes(rows)), caching: .none)
        answer.headers[.contentDisposition] = "attachment; filename=\"\(file)\""
        return answer
    }

    /// Look elsewhere.
    static func redirect(_ status: HTTPResponse.Status, to location: String) -> Answer {
        var answer = Answer(status: status, type: "text/plain; charset=utf-8", body: .bytes([]), caching: .none)
        answer.headers[.location] = location
        return answer
    }
}
