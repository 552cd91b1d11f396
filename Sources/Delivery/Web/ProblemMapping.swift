import Domain
import EntryIndex
import HTTPTypes
import Identity
import Pages

/// A failure as the outside is told of it: the only place that knows which failure has which status code.
struct ProblemMapping: Sendable {
    /// The kind in the `type` of the JSON form.
    var kind: String
    var status: HTTPResponse.Status
    /// What the reader should know besides the page's own words.
    var detail: Bilingual?
    /// Seconds to wait.
    var retryAfter: Int?
    /// How a program may say who it is (RFC 6750 section 3).
    var authenticate: String?
    /// The refused query, where that was the failure.
    var query: QueryFailure?
    /// Whether it is our fault: an operator should look at the log.
    var isIncident = false

    /// Maps a failure; what nobody foresaw is our fault and tells no detail.
    init(_ failure: any Error) {
        switch failure {
        case let failure as QueryFailure:
            self.init("query", .badRequest, failure.message)
            query = failure
        case let failure as Failure: self.init(failure)
        case let failure as RequestFailure: self.init(failure)
        // Forms tell refusals themselves; elsewhere it can only be that the account was closed a moment ago.
        case is AccountRefusal: self.init(RequestFailure.signedOut)
        case let failure as any PassingFailure where failure.isPassing:
            // Operators see it in health and metrics as well.
            self.init("unavailable", .serviceUnavailable)
            retryAfter = Self.startingSeconds
            isIncident = true
        case is CancellationError:
            // The node ends or the visitor left: nobody's fault.
            self.init("unavailable", .serviceUnavailable)
            retryAfter = Self.startingSeconds
        default:
            self.init("incident", .internalServerError)
            isIncident = true
        }
    }

    private init(_ failure: Failure) {
        switch failure {
        case .notFound: self.init("not-found", .notFound)
        case .notAllowed: self.init("not-allowed", .forbidden)
        case .invalid(let field, let reason):
            self.init("bad-request", .badRequest, Bilingual("\(field)：\(reason)", "\(field): \(reason)"))
        case .conflict(let reason): self.init("conflict", .conflict, Bilingual(reason, reason))
        case .tooMany(let seconds):
            // The queue of searches is full: the node is busy, the visitor did nothing wrong.
            self.init("unavailable", .serviceUnavailable)
            retryAfter = seconds
        case .unavailable:
            self.init("unavailable", .serviceUnavailable)
            retryAfter = Self.startingSeconds
        }
    }

    private init(_ failure: RequestFailure) {
        switch failure {
        case .method:
            let detail = Bilingual(
                "这里只能读取，不接受这种请求方法",
                "This can only be read; the method of the request is not answered here."
            )
            self.init("method", .methodNotAllowed, detail)
        case .noForm:
            self.init(
                "no-form",
                .unsupportedMediaType,
                Bilingual(
                    "请求正文须是 application/x-www-form-urlencoded 表单；/like 也接受 multipart/form-data",
                    "The body has to be a form, application/x-www-form-urlencoded; /like also takes multipart/form-data."
                )
            )
        case .noJSON:
            self.init(
                "no-json",
                .unsupportedMediaType,
                Bilingual("请求正文须是 application/json", "The body has to be JSON, application/json.")
            )
        case .keyNeeded:
            let detail = Bilingual(
                "写入名录要有权限范围 entries 的密钥，放在请求头 Authorization: Bearer 里；网页登录不能代替",
                "Writing entries takes a key of the scope entries in the header Authorization: Bearer; being signed in does not do."
            )
            self.init("key-needed", .unauthorized, detail)
            authenticate = "Bearer realm=\"huizhi\", scope=\"entries\""
        case .tooLong(let limit):
            let detail = Bilingual("网址超过 \(limit) 字节", "The address is longer than \(limit) bytes.")
            self.init("too-long", .uriTooLong, detail)
        case .tooLarge(let limit):
            self.init(
                "too-large",
                .contentTooLarge,
                Bilingual("请求正文超过 \(limit) 字节", "The request brings more than \(limit) bytes.")
            )
        case .nowhere: self.init("not-found", .notFound)
        case .signedOut:
            let detail = Bilingual("请先在 /account/sign-in 登录", "Sign in at /account/sign-in first.")
            self.init("signed-out", .unauthorized, detail)
        case .gone: self.init("gone", .gone)
        case .tooMany(let seconds):
            let time = Moment.china(Moment.now + Int64(seconds) * 1_000_000)
            let detail = Bilingual(
                "请在 \(seconds) 秒后再试，即北京时间 \(time)",
                "Try again in \(seconds) seconds, at \(time) in China (UTC+8)."
            )
            self.init("too-many", .tooManyRequests, detail)
            retryAfter = seconds
        case .unencrypted:
            let detail = Bilingual(
                "这条连接没有加密，别人可能看到；请用 HTTPS，或请运营方设置 HUIZHI_ORIGIN",
                "The connection is not encrypted, so others could read along; use HTTPS, or ask the operator to set HUIZHI_ORIGIN."
            )
            self.init("not-allowed", .forbidden, detail)
        case .badKey:
            let detail = Bilingual(
                "密钥不存在、已撤销、已过期，或不能从这个地址使用；请在 /account/keys 查看",
                "The key is unknown, revoked, over, or not for this address; see /account/keys."
            )
            self.init("bad-key", .unauthorized, detail)
            authenticate = "Bearer realm=\"huizhi\", error=\"invalid_token\""
        case .keyNotHere(let needs):
            let detail =
                needs.isEmpty
                ? Bilingual(
                    "密钥只用于 JSON、CSV 和订阅，不能用于网页和改动",
                    "Keys are for JSON, CSV and feeds, never for pages and changes."
                )
                : Bilingual(
                    "密钥缺少权限范围 \(needs.joined(separator: "、"))",
                    "The key lacks the scope \(needs.joined(separator: " or "))."
                )
            self.init("insufficient-scope", .forbidden, detail)
            let scope = needs.isEmpty ? "" : ", scope=\"\(needs.joined(separator: " "))\""
            authenticate = "Bearer realm=\"huizhi\", error=\"insufficient_scope\"" + scope
        case .keyInAddress:
            let detail = Bilingual(
                "网址里有密钥。网址会留在日志和历史记录里，请在 /account/keys 撤销这个密钥；新的密钥只写在请求头 Authorization: Bearer 里",
                "A key stands in the address, which logs and histories keep. Revoke it at /account/keys, and send the next one in the header Authorization: Bearer alone."
            )
            self.init("key-in-address", .badRequest, detail)
        }
    }

    private init(_ kind: String, _ status: HTTPResponse.Status, _ detail: Bilingual? = nil) {
        self.kind = kind
        self.status = status
        self.detail = detail
    }

    /// The page of the failure, where the id of the request is the number of an incident.
    func problem(_ language: String, id: String) -> Problem {
        switch kind {
        case "not-found": .notFound
        case "not-allowed": .notAllowed
        case "gone": .gone
        case "too-many": .tooMany(retryAfter: retryAfter ?? Self.startingSeconds)
        case "unavailable": .unavailable(retryAfter: retryAfter ?? Self.startingSeconds)
        case "incident": .incident(id)
        default: .badRequest(reason: detail?.text(in: language))
        }
    }

    /// The key of the failure's title in the table of texts.
    var titleKey: String {
        switch kind {
        case "not-found": "problem.notFound.title"
        case "not-allowed": "problem.notAllowed.title"
        case "gone": "problem.gone.title"
        case "signed-out": "problem.signedOut.title"
        case "too-many": "problem.tooMany.title"
        case "unavailable": "problem.unavailable.title"
        case "incident": "problem.incident.title"
        default: "problem.badRequest.title"
        }
    }

    /// How soon to ask a node again that is starting; seconds.
    private static let startingSeconds = 5
}
