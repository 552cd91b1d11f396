/// Parameters in the body of a POST.
extension OpenAPI {
    /// Addresses that take no parameters as a form: they have none, or are asked by programs of other standards.
    static let formless: Set<String> = [
        "/", "/index.json", "/about", "/accessibility", "/design", "/help", "/kept", "/privacy", "/opensearch.xml",
        "/sru",
        "/openapi.json", "/assets/{name}", "/favicon.ico", "/robots.txt", "/health/live", "/health/ready",
    ]

    /// What an address answers to GET, and the same to a form sent as POST.
    static func posted(_ path: JSONNode, takesFile: Bool) -> JSONNode {
        guard case .object(var operations) = path, case .object(var operation)? = operations["get"],
            case .object(let answers)? = operation["responses"]
        else { return path }
        // What stands in the path stays there.
        if case .list(let parameters)? = operation["parameters"] {
            let inPath = parameters.filter { recordParameters.contains($0) || classParameters.contains($0) }
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
        let more: [String: JSONNode] = [
            "303": found, "413": parameter("responses", "Problem"), "415": parameter("responses", "Problem"),
        ]
        operation["responses"] = .object(answers.merging(more) { mine, _ in mine })
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
