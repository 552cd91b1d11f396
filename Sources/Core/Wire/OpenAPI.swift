/// The description of the interface in OpenAPI 3.1, served at `/openapi.json`.
///
/// **Source** OpenAPI Specification 3.1.1 (2024); JSON Schema draft 2020-12.
package enum OpenAPI {
    /// The whole description.
    ///
    /// - Parameters:
    ///   - version: The version of the program.
    ///   - csvRows: Records that a CSV holds at most.
    ///   - terms: On which terms each path is answered; one that is missing is free and takes no key.
    /// - Returns: An object that stands alone: every reference in it leads to another part of it.
    package static func document(version: String, csvRows: Int, terms: [String: Terms] = [:]) -> JSONNode {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "Huizhi 惠知",
                "version": .text(version),
                "summary": "Search patents, trade marks, designs, geographical indications and layout-designs.",
                "description": .text(introduction),
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/"]],
            "security": [],
            "paths": counted(paths(csvRows: csvRows), terms),
            "components": [
                "schemas": schemas, "parameters": parameters, "responses": responses,
                "securitySchemes": securitySchemes,
            ],
        ]
    }

    private static let introduction = """
        Everything here is public, without key or sign-in, but for what lies under `/account`, `/oauth` and `/admin`. \
        Requests are counted by the network they come from, or by the key that they bring, in units of `x-cost`; \
        `RateLimit-Policy` and `RateLimit` say where one stands, and 429 with `Retry-After` when to go on. Only GET and \
        HEAD are answered, and POST where a form may be longer than an address; nothing is changed by it, but for what is \
        sent to `/names/propose` and `/oauth` and from the pages of an account, of administrators and of registers. Members keep their \
        names and meanings; new ones may come. Samples (示例) are fictitious records: they carry `sample: true`, are counted \
        apart and are left out with `samples=no`. Addresses of private persons end at the city. Dates are ISO 8601, \
        cut where knowledge ends. The log sequence `snapshot` names the state of the data that an answer was read \
        from.
        """

    private static func paths(csvRows: Int) -> JSONNode {
        guard case .object(var paths) = addresses(csvRows: csvRows) else { return [:] }
        paths.merge(classPaths) { mine, _ in mine }
        paths.merge(planPaths) { mine, _ in mine }
        paths.merge(indicatorPaths) { mine, _ in mine }
        paths.merge(networkPaths) { mine, _ in mine }
        for (path, operations) in paths where !formless.contains(path) {
            paths[path] =
                path == "/names/propose" ? proposed(operations) : posted(operations, takesFile: path.hasPrefix("/like"))
        }
        for more in [accountPaths, organisationPaths, keyPaths, keptPaths, adminPaths, signOnPaths, providerPaths] {
            paths.merge(more) { mine, _ in mine }
        }
        paths.merge(registerPaths) { mine, _ in mine }
        return .object(paths.mapValues(withFailures))
    }

    /// The same operations, each with what it tells where something fails that is not listed: a page for people where the
    /// address is one, else a problem document.
    private static func withFailures(_ path: JSONNode) -> JSONNode {
        guard case .object(var operations) = path else { return path }
        for (method, operation) in operations {
            guard case .object(var members) = operation, case .object(var answers)? = members["responses"] else {
                continue
            }
            let isPage = answers["200"] == parameter("responses", "Page")
            answers["default"] =
                answers["404"] == noFile ? noFile : parameter("responses", isPage ? "FailurePage" : "Problem")
            members["responses"] = .object(answers)
            operations[method] = .object(members)
        }
        return .object(operations)
    }

    /// A schema by its name.
    static func ref(_ name: String) -> JSONNode { ["$ref": .text("#/components/schemas/" + name)] }

    /// An answer with one schema.
    static func answer(_ description: String, _ type: String, _ schema: JSONNode) -> JSONNode {
        ["description": .text(description), "content": [type: ["schema": schema]]]
    }

    private static let page: JSONNode = ["type": "string"]

    private static let responses: JSONNode = [
        "Problem": answer("Why it could not be done.", "application/problem+json", ref("Problem")),
        "Busy": [
            "description": "Busy or starting; the header says when to ask again.",
            "headers": ["Retry-After": ["description": "Seconds to wait.", "schema": ["type": "integer"]]],
            "content": ["application/problem+json": ["schema": ref("Problem")]],
        ],
        "QueryError": [
            "description": "The query is not understood (`QueryError`), or another value cannot be used (`Problem`).",
            "content": [
                "application/json": ["schema": ref("QueryError")],
                "application/problem+json": ["schema": ref("Problem")],
            ],
        ],
        "NoFile": [
            "description": "Why there is none; as a page where the address ends like no file.",
            "content": [
                "application/problem+json": ["schema": ref("Problem")], "text/html; charset=utf-8": ["schema": page],
            ],
        ],
        "Page": answer("A page for people.", "text/html; charset=utf-8", page),
        "FailurePage": answer("Why it could not be done, as a page.", "text/html; charset=utf-8", page),
    ]
}
