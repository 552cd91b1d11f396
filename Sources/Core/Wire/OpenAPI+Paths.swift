extension OpenAPI {
    static func addresses(csvRows: Int) -> JSONNode {
        [
            "/": page("The first page."),
            "/index.json": get(
                "What this node holds.",
                [],
                ["200": answer("The figures.", "application/json", ref("Figures")), "503": busy]
            ),
            "/search": page("A search as a page.", searchParameters, ["400": parameter("responses", "Page")]),
            "/search.json": get(
                "A search.",
                searchParameters,
                [
                    "200": answer("What was found.", "application/json", ref("Search")),
                    "400": parameter("responses", "QueryError"), "503": busy,
                ]
            ),
            "/search.csv": get(
                "A search as a table: UTF-8 with byte order mark, RFC 4180, Chinese column names (English with "
                    + "lang=en), at most \(csvRows) records. A cell that a spreadsheet could take for a formula "
                    + "begins with an apostrophe.",
                searchParameters,
                [
                    "200": csv(csvRows), "400": parameter("responses", "QueryError"), "503": busy,
                ]
            ),
            "/search.atom": get(
                "A search as a feed (RFC 4287), the newest records first; `next` leads to older ones (RFC 5005).",
                searchParameters,
                [
                    "200": answer("The feed.", "application/atom+xml; charset=utf-8", ["type": "string"]),
                    "400": parameter("responses", "QueryError"), "503": busy,
                ]
            ),
            "/opensearch.xml": get(
                "How programs search here (OpenSearch 1.1).",
                [],
                [
                    "200": answer(
                        "The description.",
                        "application/opensearchdescription+xml; charset=utf-8",
                        ["type": "string"]
                    )
                ]
            ),
            "/sru": get(
                "SRU 2.0 (also 1.1 and 1.2) with CQL and Dublin Core; without a query, what can be asked. Errors are "
                    + "diagnostics with status 200, as the protocol has it.",
                sruParameters,
                ["200": answer("The response.", "application/xml; charset=utf-8", ["type": "string"]), "503": busy]
            ),
            "/{register}/{number}": page(
                "A record as a page.",
                recordParameters,
                ["302": moved, "404": parameter("responses", "Page"), "410": parameter("responses", "Page")]
            ),
            "/{register}/{number}.json": get(
                "A record.",
                recordParameters,
                [
                    "200": answer("The record.", "application/json", ref("Record")), "302": moved,
                    "404": problem, "410": problem, "503": busy,
                ]
            ),
            "/{register}/{number}.{format}": get(
                "A record as a file to take along: RIS, BibTeX, CSL-JSON, a table of one row, or text.",
                recordParameters + [
                    [
                        "name": "format", "in": "path", "required": true, "description": "The suffix.",
                        "schema": ["type": "string", "enum": ["ris", "bib", "csl", "csv", "txt"]],
                    ]
                ],
                [
                    "200": [
                        "description": "The file.",
                        "content": [
                            "application/x-research-info-systems": ["schema": ["type": "string"]],
                            "application/x-bibtex": ["schema": ["type": "string"]],
                            "application/vnd.citationstyles.csl+json": ["schema": ["type": "array"]],
                            "text/csv": ["schema": ["type": "string"]], "text/plain": ["schema": ["type": "string"]],
                        ],
                    ], "302": moved, "404": noFile, "410": noFile, "503": busy,
                ]
            ),
            "/{register}/{number}/drawings/{place}.png": get(
                "A picture of a record.",
                recordParameters + [
                    [
                        "name": "place", "in": "path", "required": true,
                        "description": """
                        Which of the `pictures` of the record, from 1; or, as its `url` has it, followed by a hyphen and the \
                        first 16 digits of its digest, and the answer may be kept for ever.
                        """,
                        "schema": ["type": "string"],
                    ]
                ],
                [
                    "200": answer("The picture.", "image/png", ["type": "string", "contentEncoding": "binary"]),
                    "302": moved, "404": noFile, "410": noFile, "503": busy,
                ]
            ),
            "/about": page("Where the data come from."),
            "/accessibility": page("The accessibility statement."),
            "/design": page("Every component of the pages."),
            "/help": page("The query language by examples."),
            "/privacy": page("What the program keeps, where and how long."),
            "/kept": page("What the reader keeps in the browser; the server has none of it."),
            "/translate": page(
                "A query of another system in the query language, as a page.",
                translationParameters,
                ["400": parameter("responses", "Page")]
            ),
            "/translate.json": get(
                "A query of another system in the query language.",
                translationParameters,
                [
                    "200": answer("The same here, and what was lost.", "application/json", ref("Translation")),
                    "400": parameter("responses", "QueryError"),
                ]
            ),
            "/fees": page(
                "Term and annual fees of a Chinese patent, utility model or design, as a page.",
                feesParameters,
                ["400": parameter("responses", "Page")]
            ),
            "/fees.json": get(
                "Term and annual fees of a Chinese patent, utility model or design.",
                feesParameters,
                ["200": answer("Every year of the term.", "application/json", ref("Fees")), "400": problem]
            ),
            "/compare": page("Records side by side, as a page.", compareParameters),
            "/compare.json": get(
                "Records side by side, field by field.",
                compareParameters,
                ["200": answer("The fields.", "application/json", ref("Comparison")), "503": busy]
            ),
            "/compare.csv": get(
                "Records side by side as a table: a row a field, a column a record.",
                compareParameters + [parameter("parameters", "lang")],
                ["200": answer("The table.", "text/csv; charset=utf-8", ["type": "string"]), "503": busy]
            ),
            "/suggest.json": get(
                "What may go on where somebody stopped typing in a search box. With `format=opensearch` an array of the "
                    + "text, the completed texts, what each is, and the address of each (OpenSearch Suggestions 1.0).",
                suggestParameters,
                [
                    "200": [
                        "description": "The suggestions, the likeliest first.",
                        "content": [
                            "application/json": ["schema": ref("Suggestions")],
                            "application/x-suggestions+json": ["schema": ["type": "array"]],
                        ],
                    ],
                    "503": busy,
                ]
            ),
            "/related": page(
                "Words that go with a query, and words of the other language, as a page.",
                relatedParameters,
                ["400": parameter("responses", "Page")]
            ),
            "/related.json": get(
                "Words that the records of a query have more often than others, and words of the other language that "
                    + "stand in the same records.",
                relatedParameters,
                [
                    "200": answer("The words.", "application/json", ref("Related")),
                    "400": parameter("responses", "QueryError"), "503": busy,
                ]
            ),
            "/names": page(
                "The names under which one holder may stand in the records, as a page; with `pick` it leads to the search "
                    + "of all that are picked.",
                namesParameters + [picked],
                ["303": found, "400": parameter("responses", "Page")]
            ),
            "/names.json": get(
                "The names under which one holder may stand in the records.",
                namesParameters,
                [
                    "200": answer("The names.", "application/json", ref("HolderNames")), "400": problem, "503": busy,
                ]
            ),
            "/names/propose": page(
                "The form on which a reader proposes whether two names are one holder's. A form that is sent by POST is "
                    + "kept for the operator, with nothing about who sent it, and counted up where the same is open.",
                [
                    query("spelling", "The one name, as the records print it.", ["type": "string"]),
                    query("holder", "The other name.", ["type": "string"]),
                    query("q", "The name whose page to go back to.", ["type": "string"]),
                ]
            ),
            "/fields": page(
                "A form with a line for each field; filled in, it leads to the search that asks for all of it.",
                [fieldLines],
                ["303": found]
            ),
            "/numbers": page("Many numbers at once, as a page.", numbersParameters),
            "/numbers.json": get(
                "Many numbers at once.",
                numbersParameters,
                ["200": answer("Every number.", "application/json", ref("Numbers")), "503": busy]
            ),
            "/numbers.csv": get(
                "Many numbers at once as a table: a row a record, and one for each number that was not found.",
                numbersParameters,
                ["200": answer("The table.", "text/csv; charset=utf-8", ["type": "string"]), "503": busy]
            ),
            "/like": page(
                "A text or record to find what is like it; leads to the search of its most telling words.",
                likeParameters,
                ["303": found, "404": parameter("responses", "Page")]
            ),
            "/like.json": get(
                "The most telling words of a text or record, as a query.",
                likeParameters,
                [
                    "200": answer("The words and the query.", "application/json", ref("Likeness")), "400": problem,
                    "404": problem, "503": busy,
                ]
            ),
            "/history": page("Queries with what they find, as a page.", historyParameters),
            "/history.json": get(
                "Queries with what they find; later ones use earlier ones as `#1`.",
                historyParameters,
                ["200": answer("Every query.", "application/json", ref("History")), "503": busy]
            ),
            "/openapi.json": get(
                "This description.",
                [],
                ["200": answer("OpenAPI 3.1.", "application/json", ["type": "object"])]
            ),
            "/assets/{name}": get(
                "Stylesheet, script or icon.",
                [
                    [
                        "name": "name", "in": "path", "required": true, "schema": ["type": "string"],
                        "description":
                            "As it stands in the pages; it holds a digest, so the content of a name never changes.",
                    ]
                ],
                ["200": ["description": "The file."], "404": problem]
            ),
            "/favicon.ico": get("The icon.", [], ["200": ["description": "The icon as SVG."], "404": problem]),
            "/robots.txt": get("What robots may read.", [], ["200": plainText("The rules.")]),
            "/health/live": get(
                "Whether the program runs.",
                [],
                ["200": answer("It does.", "application/json", ref("Health"))]
            ),
            "/health/ready": get(
                "Whether searches are answered.",
                [],
                [
                    "200": answer("They are.", "application/json", ref("Health")),
                    "503": answer("Not yet, or no longer.", "application/json", ref("Health")),
                ]
            ),
        ]
    }

    // MARK: Parts

    static func get(_ summary: String, _ parameters: [JSONNode], _ answers: [String: JSONNode]) -> JSONNode {
        var operation: [String: JSONNode] = ["summary": .text(summary), "responses": .object(answers)]
        if !parameters.isEmpty { operation["parameters"] = .list(parameters) }
        return ["get": .object(operation)]
    }

    static func page(
        _ summary: String,
        _ parameters: [JSONNode] = [],
        _ others: [String: JSONNode] = [:]
    ) -> JSONNode {
        let answers = others.merging(["200": parameter("responses", "Page")]) { mine, _ in mine }
        return get(summary, parameters + [parameter("parameters", "lang")], answers)
    }

    static func parameter(_ group: String, _ name: String) -> JSONNode {
        ["$ref": .text("#/components/\(group)/\(name)")]
    }

    private static func plainText(_ description: String) -> JSONNode {
        answer(description, "text/plain; charset=utf-8", ["type": "string"])
    }

    private static func csv(_ rows: Int) -> JSONNode {
        [
            "description": .text("At most \(rows) records in the order asked for."),
            "headers": [
                "X-Total-Count": [
                    "description": "Records that match, samples among them; rows may be fewer.",
                    "schema": ["type": "integer"],
                ]
            ],
            "content": ["text/csv; charset=utf-8": ["schema": ["type": "string"]]],
        ]
    }

    static let busy = parameter("responses", "Busy")
    private static let problem = parameter("responses", "Problem")
    static let noFile = parameter("responses", "NoFile")
    private static let moved: JSONNode = [
        "description": "The number is another one of a record; its address stands in the header.",
        "headers": ["Location": ["schema": ["type": "string"]]],
    ]

    static let found: JSONNode = [
        "description": "The address of the search stands in the header.",
        "headers": ["Location": ["schema": ["type": "string"]]],
    ]

    private static let searchParameters = [
        "q", "within", "in", "facet", "excluded", "sort", "per", "group", "samples", "view", "columns", "explain",
        "page", "after", "known",
    ].map { parameter("parameters", $0) }

    private static let numbersParameters: [JSONNode] = [
        query("n", "Numbers, at most 10,000; a longer list may be sent as a form.", ["type": "string"])
    ]

    private static let feesParameters: [JSONNode] = [
        query("right", "The kind of right.", ["type": "string", "enum": ["patent", "utilityModel", "design"]]),
        query("filed", "The filing date.", ["type": "string"]),
        query("granted", "The day of the grant.", ["type": "string"]),
        query("payer", "The reduction granted.", ["type": "string", "enum": ["full", "one", "several"]]),
    ]

    private static let compareParameters: [JSONNode] = [
        query(
            "record",
            "The id or a number of a record, repeated for each; the first six stand side by side.",
            ["type": "array", "items": ["type": "string"]]
        )
    ]

    private static let suggestParameters: [JSONNode] = [
        query("q", "The whole text of the box; its end is completed.", ["type": "string"]),
        query("format", "`opensearch` for the form that browsers read.", ["type": "string", "enum": ["opensearch"]]),
        parameter("parameters", "lang"),
    ]

    private static let relatedParameters: [JSONNode] = [
        query("q", "The word or query.", ["type": "string"])
    ]

    private static let namesParameters: [JSONNode] = [
        query("q", "The name, or a part of it.", ["type": "string"])
    ]

    private static let picked = query(
        "pick",
        "A name to search, repeated for each.",
        ["type": "array", "items": ["type": "string"]]
    )

    private static let fieldLines: JSONNode = [
        "name": "line", "in": "query",
        "description": """
        Fields of the query language by alias, as `TI=TEXT`: TI, AB, CL, DE, PA, IN, AGC, AN, PN, IPC, CPC, LOC, NICE, \
        RE, CO, LS, TYPE; periods as `AD.from=DATE` and `AD.to=DATE`, and so PD.
        """,
        "schema": ["type": "object", "additionalProperties": ["type": "string"]],
    ]

    private static let likeParameters: [JSONNode] = [
        query("q", "The text; a longer one may be sent as a form.", ["type": "string"]),
        query("record", "The id of a record in its place.", ["type": "string"]),
    ]

    private static let historyParameters: [JSONNode] = [
        query("h", "Queries, one a line; at most 200 are counted.", ["type": "string"])
    ]

    private static let sruParameters: [JSONNode] = [
        query(
            "query",
            "The query in CQL; `sortby date` or `sortby date/sort.descending` may end it.",
            ["type": "string"]
        ),
        query("version", "The version of the protocol.", ["type": "string", "enum": ["1.1", "1.2", "2.0"]]),
        query("operation", "Only with 1.1 and 1.2.", ["type": "string", "enum": ["searchRetrieve", "explain"]]),
        query("startRecord", "The first record, from 1.", ["type": "integer", "minimum": 1, "default": 1]),
        query(
            "maximumRecords",
            "Records at most; a request gets no more than 100.",
            ["type": "integer", "default": 10]
        ),
        query(
            "recordSchema",
            "The schema of records.",
            ["type": "string", "enum": ["dc", "info:srw/schema/1/dc-v1.1"]]
        ),
        query(
            "recordXMLEscaping",
            "Whether records stand as elements or as escaped text; `recordPacking` in 1.1 and 1.2.",
            ["type": "string", "enum": ["xml", "string"]]
        ),
    ]

    private static let translationParameters = ["foreign", "from"].map { parameter("parameters", $0) }

    static let recordParameters = ["register", "number"].map { parameter("parameters", $0) }

    static func query(_ name: String, _ description: String, _ schema: JSONNode) -> JSONNode {
        ["name": .text(name), "in": "query", "description": .text(description), "schema": schema]
    }

    static let parameters: JSONNode = [
        "q": query("q", "The query in the query language; nothing finds everything.", ["type": "string"]),
        "in": query("in", "One register; all of them where it is left out.", registers),
        "facet": [
            "name": "f", "in": "query",
            "description": "Chosen facet values as `f.FIELD=VALUE`, repeatable. Values of one field are alternatives.",
            "schema": ["type": "object", "additionalProperties": ["type": "string"]],
        ],
        "excluded": [
            "name": "x", "in": "query",
            "description": "Facet values whose records are left out, as `x.FIELD=VALUE`, repeatable.",
            "schema": ["type": "object", "additionalProperties": ["type": "string"]],
        ],
        "within": query("within", "A query that has to be met besides `q`.", ["type": "string"]),
        "sort": query(
            "sort",
            "The order.",
            ["type": "string", "enum": ["relevance", "newest", "oldest", "filedLast", "filedFirst"]]
        ),
        "per": query("per", "Hits on a page.", ["type": "integer", "enum": [10, 20, 50, 100], "default": 20]),
        "group": query(
            "group",
            "`family` shows one record of each patent family; `families` then says what the pages go through.",
            ["type": "string", "enum": ["family"]]
        ),
        "samples": query("samples", "`no` leaves sample records out.", ["type": "string", "enum": ["no"]]),
        "view": query(
            "view",
            "How a page shows the hits.",
            ["type": "string", "enum": ["list", "table", "pictures"], "default": "list"]
        ),
        "columns": query(
            "columns",
            "Columns of a table or CSV in their order, with commas between: record, right, sample, title, application, "
                + "filed, publication, published, registration, registered, applicants, places, inventors, agencies, "
                + "class, classes, state, number, date.",
            ["type": "string"]
        ),
        "explain": query(
            "explain",
            "`score` shows every factor of the scores of the hits, in the order of relevance.",
            ["type": "string", "enum": ["score"]]
        ),
        "page": query(
            "page",
            "The page, from 1. Numbers reach the first 10,000 hits; from there follow `next`.",
            ["type": "integer", "minimum": 1, "default": 1]
        ),
        "after": query("after", "Where a deep page begins, as `next` gives it.", ["type": "string"]),
        "known": [
            "name": "Huizhi-After", "in": "header",
            "description":
                "A line of the log to be in the answer, as after an import: waits up to 2 s; `behind` says what lacks.",
            "schema": ["type": "integer", "minimum": 0],
        ],
        "foreign": query("q", "The query of the other system.", ["type": "string"]),
        "from": query("from", "The system; found out where it is left out.", systems),
        "lang": query("lang", "The language of the page.", ["type": "string", "enum": ["zh", "en"], "default": "zh"]),
        "register": ["name": "register", "in": "path", "required": true, "schema": registers],
        "number": [
            "name": "number", "in": "path", "required": true, "schema": ["type": "string"],
            "description": "The entry's own number, or any number of the record as people print it.",
        ],
    ]

    static let systems: JSONNode = [
        "type": "string", "enum": ["espacenet", "lens", "patentscope", "ppubs", "pss", "cql"],
    ]

    static let registers: JSONNode = [
        "type": "string", "enum": ["patent", "trademark", "design", "gi", "layout"],
    ]
}
