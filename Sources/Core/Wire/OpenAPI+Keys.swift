/// Keys for programs, and what requests cost.
extension OpenAPI {
    /// On which terms a path is answered.
    package struct Terms: Sendable, Hashable {
        /// What a request costs of a quota.
        package var cost: Int
        /// The scopes of which a key needs one; nil where no key is taken.
        package var scopes: [String]?
        /// The scopes of which a key needs one to write; nil where nothing is written with a key.
        package var writing: [String]?

        package init(cost: Int, scopes: [String]?, writing: [String]? = nil) {
            self.cost = cost
            self.scopes = scopes
            self.writing = writing
        }
    }

    /// How a program says which key it has (RFC 6750).
    static let keyScheme: JSONNode = [
        "type": "http", "scheme": "bearer", "bearerFormat": "hz_ and 39 characters",
        "description": """
        A key from `/account/keys`, as `Authorization: Bearer hz_...`; optional where nothing else is asked for, and then the \
        quota is that of the key. Scopes: `search`, `records`, `account:read`, `entries`. Never in an address.
        """,
    ]

    static let keyPaths: [String: JSONNode] = [
        "/account/keys": own(
            page("Keys with which programs act for who is signed in, as a page.", [done], ["303": toSignIn]),
            sends: "Makes a key (`make`), which the answer shows this once, or revokes one.",
            [
                "do": ["type": "string", "enum": ["begin", "make"]], "name": text("What to call the key."),
                "scope": [
                    "type": "array",
                    "items": ["type": "string", "enum": ["search", "records", "account:read", "entries"]],
                    "description": "What it is good for; one field each.",
                ],
                "until": ["type": "string", "format": "date", "description": "Its last day in China."],
                "addresses": text("Addresses and blocks that it may be used from; empty for everywhere."),
                "revoke": text("The id of a key to revoke."),
            ]
        ),
        "/account/keys.json": own(
            get(
                "Keys with which programs act for who is signed in.",
                [],
                ["200": answer("The keys.", "application/json", ref("Keys")), "401": signedOut, "503": busy]
            )
        ),
    ]

    static let keySchemas: [String: JSONNode] = [
        "Keys": object(
            "The keys of an account.",
            [
                "keys": list(key), "most": whole("How many may be in force at a time."),
                "dayQuota": whole("What the calls with one key may cost in a day of China."),
            ]
        )
    ]

    static let key = object(
        "A key for programs, without the secret.",
        [
            "id": text("Names the key to `/account/keys`."), "name": text("What its owner calls it."),
            "scopes": list(["type": "string", "enum": ["search", "records", "account:read", "entries"]]),
            "addresses": list(text("An address or block that it may be used from.")),
            "created": moment, "ends": moment, "revoked": moment,
            "inForce": claim("Whether it may be used."), "used": moment,
            "address": text("The network address of the last use, cut."),
            "usedToday": whole("What its calls cost today in China."),
        ],
        optional: ["revoked", "used", "address"]
    )

    /// Adds to each operation what it costs, which keys it takes, and how it refuses who asks too much.
    static func counted(_ paths: JSONNode, _ terms: [String: Terms]) -> JSONNode {
        guard case .object(var all) = paths else { return paths }
        for (path, terms) in terms {
            guard case .object(var operations)? = all[path] else { continue }
            for (method, operation) in operations {
                guard case .object(var members) = operation, case .object(var answers)? = members["responses"] else {
                    continue
                }
                members["x-cost"] = .number(terms.cost)
                answers["429"] = answers["429"] ?? tooMany
                if let scopes = method == "get" ? terms.scopes : terms.writing ?? terms.scopes {
                    members["x-key-scopes"] = .list(scopes.map { .text($0) })
                    answers["401"] = answers["401"] ?? refused
                    answers["403"] = answers["403"] ?? refused
                    let key: JSONNode = ["key": .list(scopes.map { .text($0) })]
                    if method != "get", terms.writing != nil {
                        members["security"] = [key]
                    } else if members["security"] != nil {
                        members["security"] = [["session": []], key]
                    }
                }
                members["responses"] = .object(answers)
                operations[method] = .object(members)
            }
            all[path] = .object(operations)
        }
        return .object(all)
    }

    private static let tooMany: JSONNode = [
        "description": "More than the quota; the headers say when to go on.",
        "headers": [
            "Retry-After": ["description": "Seconds to wait.", "schema": ["type": "integer"]],
            "RateLimit-Policy": ["description": "The quotas.", "schema": ["type": "string"]],
            "RateLimit": ["description": "What is left of them.", "schema": ["type": "string"]],
        ],
        "content": [
            "application/problem+json": ["schema": ref("Problem")],
            "text/html; charset=utf-8": ["schema": ["type": "string"]],
        ],
    ]

    private static let refused: JSONNode = [
        "description": "The key is not in force, or lacks a scope.",
        "headers": ["WWW-Authenticate": ["description": "Why (RFC 6750).", "schema": ["type": "string"]]],
        "content": ["application/problem+json": ["schema": ref("Problem")]],
    ]
}
