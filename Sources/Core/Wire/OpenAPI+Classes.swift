/// Classes, concordance and codes.
extension OpenAPI {
    private static let problem = parameter("responses", "Problem")
    private static let csvText: JSONNode = ["type": "string"]

    static let classPaths: [String: JSONNode] = [
        "/classes": page("The schemes of classes, and classes found by words, as a page.", [words]),
        "/classes.json": get(
            "The schemes of classes, and classes found by words.",
            [words],
            [
                "200": answer("The schemes.", "application/json", ref("Classes")),
                "400": parameter("responses", "QueryError"), "503": busy,
            ]
        ),
        "/classes/{scheme}": page("The top of a scheme as a page.", [scheme, words], missing),
        "/classes/{scheme}.json": get(
            "The top of a scheme: its broadest classes with their records.",
            [scheme, words],
            level
        ),
        "/classes/{scheme}/{symbol}": page("A class and those right below it as a page.", [scheme, symbol], missing),
        "/classes/{scheme}/{symbol}.json": get(
            "A class and those right below it with their records.",
            [scheme, symbol],
            level
        ),
        "/concordance": page("Symbols beside those of other schemes, as a page.", concordanceParameters),
        "/concordance.json": get(
            "Symbols beside those of other schemes.",
            concordanceParameters,
            ["200": answer("Every symbol.", "application/json", ref("Concordance")), "503": busy]
        ),
        "/concordance.csv": get(
            "Symbols beside those of other schemes as a table: a row for each pair.",
            concordanceParameters + [parameter("parameters", "lang")],
            ["200": answer("The table.", "text/csv; charset=utf-8", csvText), "503": busy]
        ),
        "/codes": page("Codes of publications, countries, legal events and states, as a page.", [filter]),
        "/codes.json": get(
            "Codes of publications, countries, legal events and states.",
            [filter],
            ["200": answer("The codes.", "application/json", ref("Codes"))]
        ),
        "/codes.csv": get(
            "The same as a table.",
            [filter, parameter("parameters", "lang")],
            ["200": answer("The table.", "text/csv; charset=utf-8", csvText)]
        ),
    ]

    private static let missing: [String: JSONNode] = ["301": moved, "404": parameter("responses", "Page")]

    private static let moved: JSONNode = [
        "description": "The class is written otherwise; its own address stands in the header.",
        "headers": ["Location": ["schema": ["type": "string"]]],
    ]

    private static let level: [String: JSONNode] = [
        "200": answer("The class.", "application/json", ref("ClassLevel")),
        "301": moved, "400": parameter("responses", "QueryError"), "404": problem, "503": busy,
    ]

    private static let words = query("q", "Words to find classes by, in the query language.", ["type": "string"])
    private static let filter = query("q", "What codes or their meanings have to hold.", ["type": "string"])
    private static let schemes: JSONNode = [
        "type": "string", "enum": ["ipc", "cpc", "field", "industry", "locarno", "nice", "vienna", "region"],
    ]
    private static let scheme: JSONNode = [
        "name": "scheme", "in": "path", "required": true, "schema": schemes, "description": "The scheme.",
    ]
    private static let symbol: JSONNode = [
        "name": "symbol", "in": "path", "required": true, "schema": ["type": "string"],
        "description": "The class; the slash of a group may stand as it is or as %2F.",
    ]
    /// What stands in the path of a class.
    static let classParameters = [scheme, symbol]
    private static let concordanceParameters: [JSONNode] = [
        query("s", "Symbols, one a line or with semicolons; at most 1,000.", ["type": "string"]),
        query("from", "Their scheme; left out, it is found out.", schemes),
    ]

    static let classSchemas: [String: JSONNode] = [
        "Class": object(
            "A class with its titles and records.",
            [
                "symbol": text("As the scheme writes it."), "zh": text("Its Chinese title."),
                "en": text("Its English title."), "count": ref("Count"), "url": text("The address of the class."),
            ],
            optional: ["zh", "en", "count"]
        ),
        "ClassFinds": object(
            "Classes of one scheme found by words.",
            [
                "scheme": schemes, "leading": list(ref("Class")), "titled": list(ref("Class")),
                "loose": claim("Whether no record has the words as given, so that any of their parts was looked for."),
            ]
        ),
        "Classes": object(
            "The schemes of classes.",
            ["schemes": list(ref("Scheme")), "total": ref("Count"), "finds": list(ref("ClassFinds"))],
            optional: ["total", "finds"]
        ),
        "Scheme": object(
            "A scheme of classes.",
            [
                "scheme": schemes, "zh": text("Its Chinese name."), "en": text("Its English name."),
                "edition": text("The edition loaded, where it has a name."),
                "loaded": claim("Whether the operator loaded an edition."), "symbols": whole("Symbols of the tables."),
                "url": text("The address of the scheme."),
            ],
            optional: ["edition"]
        ),
        "ClassLevel": object(
            "A scheme or class with the classes right below it.",
            [
                "snapshot": whole("The log sequence that the counts are of."), "scheme": schemes,
                "symbol": text("The class; left out at the top."), "zh": text("Its Chinese title."),
                "en": text("Its English title."), "above": list(ref("Class")), "count": ref("Count"),
                "query": text("The query that finds its records."),
                "ipc": list(text("An IPC symbol that is part of it.")), "classes": list(ref("Class")),
                "finds": ref("ClassFinds"),
            ],
            optional: ["symbol", "zh", "en", "query", "ipc", "finds"]
        ),
        "Concordance": object(
            "Symbols with those of other schemes.",
            [
                "snapshot": whole("The log sequence that the answer is of."),
                "symbols": list(ref("ConcordanceLine")),
                "unread": whole("Symbols that were not looked for."),
            ],
            optional: ["unread"]
        ),
        "ConcordanceLine": object(
            "A symbol with what stands beside it.",
            [
                "typed": text("As it was typed."), "scheme": schemes, "symbol": text("As it was read."),
                "zh": text("Its Chinese title."), "en": text("Its English title."), "count": ref("Count"),
                "related": list(ref("RelatedClass")),
            ],
            optional: ["scheme", "symbol", "zh", "en"]
        ),
        "RelatedClass": object(
            "A class of another scheme.",
            [
                "scheme": schemes, "symbol": text("The class."), "zh": text("Its Chinese title."),
                "en": text("Its English title."),
                "basis": ["type": "string", "enum": ["table", "same", "records"]],
                "count": ref("Count"), "share": ["type": "number"],
            ],
            optional: ["zh", "en", "count", "share"]
        ),
        "Codes": object("Codes with their meanings.", ["codes": list(ref("Code"))]),
        "Code": object(
            "A code with its meaning.",
            [
                "list": ["type": "string", "enum": ["kind", "country", "event", "state"]],
                "office": text("The office of a kind of document."), "code": text("The code."),
                "zh": text("Its meaning in Chinese."), "en": text("Its meaning in English."),
                "effect": text("What it tells besides."),
            ],
            optional: ["office", "effect"]
        ),
    ]

}
