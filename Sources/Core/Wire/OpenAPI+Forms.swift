/// Parameters in the body of a POST.
extension OpenAPI {
    /// Addresses that take no parameters as a form: they have none, or are asked by programs of other standards.
    static let formless: Set<String> = [
        "/", "/index.json", "/about", "/accessibility", "/design", "/help", "/kept", "/privacy", "/opensearch.xml",
        "/sru",
        "/openapi.json", "/assets/{name}", "/favicon.ico", "/robots.txt", "/health/live", "/health/ready",
        "/figures", "/figures.json", "/figures/{name}/ranking",
    ]

    /// The form that proposes a correction of the published table of aliases: the only one that changes anything.
    static func proposed(_ path: JSONNode) -> JSONNode {
        guard case .object(var operations) = path else { return path }
        let page = parameter("responses", "Page")
        operations["post"] = [
            "summary": "Proposes whether two names are one holder's.",
            "requestBody": [
                "required": true, "content": ["application/x-www-form-urlencoded": ["schema": proposalForm]],
            ],
            "responses": [
                "200": page,
                "303": [
                    "description": "It is kept; the page of names stands in the header.",
                    "headers": ["Location": ["schema": ["type": "string"]]],
                ],
                "400": page, "403": page,
                "429": [
                    "description": "As many are kept as may be; the header says when to send again.",
                    "headers": ["Retry-After": ["description": "Seconds to wait.", "schema": ["type": "integer"]]],
                    "content": ["text/html; charset=utf-8": ["schema": ["type": "string"]]],
                ],
            ],
        ]
        return .object(operations)
    }

    /// What an address answers to GET, and the same to a form sent as POST.
    static func posted(_ path: JSONNode, takesFile: Bool) -> JSONNode {
        guard case .object(var operations) = path, case .object(var operation)? = operations["get"],
            case .object(let answers)? = operation["responses"]
        else { return path }
        // What stands in the path stays there.
        if case .list(let parameters)? = operation["parameters"] {
            let inPath = parameters.filter {
                recordParameters.contains($0) || classParameters.contains($0) || $0["in"] == "path"
            }
            operation["parameters"] = inPath.isEmpty ? nil : .list(inPath)
        }
        var content: [String: JSONNode] = ["application/x-www-form-urlencoded": ["schema": ["type": "object"]]]
        if takesFile { content["multipart/form-data"] = ["schema": likeForm] }
        operation["requestBody"] = [
            "description": .text(
                "The parameters of the address, which may be longer here; one MiB of them at most."
                    + (takesFile ? " With a document the whole body has 16 MiB at most." : "")
            ),
            "content": .object(content),
        ]
        operation["responses"] = .object(answers.merging(["303": found]) { mine, _ in mine })
        operations["post"] = .object(operation)
        return .object(operations)
    }

    private static let likeForm: JSONNode = [
        "type": "object",
        "properties": [
            "q": text("The text; searched together with the document."),
            "record": text("The id of a record in the place of text and document."),
            "lang": [
                "type": "string", "enum": ["zh", "en"], "default": "zh", "description": "The language of the page.",
            ],
            "file": [
                "type": "string", "format": "binary",
                "description": "The document: plain text, Word, a PDF with text or a patent as XML.",
            ],
        ],
    ]
}
