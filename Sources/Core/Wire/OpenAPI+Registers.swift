/// Registers that files declare, their entries and forms.
extension OpenAPI {
    static let registerPaths: [String: JSONNode] = [
        "/registers": page("The registers that the reader may see, by the doors of the portal."),
        "/registers.json": get(
            "The registers that the reader may see.",
            [],
            ["200": answer("The registers.", "application/json", ref("Registers")), "503": busy]
        ),
        "/registers/{name}": page(
            "One register: its entries, and what is kept in it.",
            [registerName] + listParameters,
            ["400": parameter("responses", "Page"), "404": parameter("responses", "Page")]
        ),
        "/registers/{name}.json": written(
            get(
                "A page of the entries of a register, with counts of all that were found.",
                [registerName] + listParameters,
                [
                    "200": answer("The page.", "application/json", ref("RegisterList")), "400": problemAnswer,
                    "404": problemAnswer, "503": busy,
                ]
            ),
            by: "post",
            "Adds an entry.",
            [registerName],
            ["201": answer("The entry; `Location` is its address.", "application/json", ref("Entry"))]
        ),
        "/registers/{name}.{format}": get(
            "All entries that are found, as a file: a row or line an entry, with the fields that the reader may see. CSV and XLSX can be taken in again.",
            fileParameters,
            ["200": file, "400": problemAnswer, "404": noFile, "503": busy]
        ),
        "/registers/{name}.atom": get(
            "The newest changes of a list as a feed (RFC 4287), 50 at most.",
            [registerName] + listParameters + [parameter("parameters", "lang")],
            [
                "200": answer("The feed.", "application/atom+xml", ["type": "string"]), "400": problemAnswer,
                "404": problemAnswer, "503": busy,
            ]
        ),
        "/registers/{name}/{entry}": page(
            "An entry: what the reader may see of it.",
            [registerName, entryName, done],
            ["404": parameter("responses", "Page")]
        ),
        "/registers/{name}/{entry}.json": written(
            get(
                "An entry: what the reader may see of it. The tag in `ETag` changes with the version.",
                [registerName, entryName],
                [
                    "200": answer("The entry.", "application/json", ref("Entry")), "404": problemAnswer,
                    "503": busy,
                ]
            ),
            by: "put",
            "Changes an entry: a field that everybody reads and that is left out is emptied.",
            [
                registerName, entryName,
                [
                    "name": "If-Match", "in": "header",
                    "description": "The `ETag` of the entry as it was read; without it 428.",
                    "schema": ["type": "string"],
                ],
            ],
            [
                "200": answer("The entry as it is now.", "application/json", ref("Entry")),
                "412": answer("Somebody changed it meanwhile.", "application/problem+json", ref("Problem")),
                "428": answer("`If-Match` is missing.", "application/problem+json", ref("Problem")),
            ]
        ),
        "/registers/{name}/{entry}/history": page(
            "The versions of an entry, and what each changed.",
            [registerName, entryName],
            ["404": parameter("responses", "Page")]
        ),
        "/registers/{name}/{entry}/history.json": get(
            "The versions of an entry, and what each changed.",
            [registerName, entryName],
            [
                "200": answer("The versions.", "application/json", ref("EntryHistory")), "404": problemAnswer,
                "503": busy,
            ]
        ),
        "/registers/{name}/{entry}/poster": page(
            "A place on one sheet of paper to hang up, with a QR code of its page.",
            [registerName, entryName],
            ["404": parameter("responses", "Page")]
        ),
        "/registers/{name}/new": own(
            page(
                "The form for a new entry.",
                [registerName],
                ["303": toSignIn, "403": parameter("responses", "Page"), "404": parameter("responses", "Page")]
            ),
            sends: "Saves a new entry, or proposes it where the register takes two people.",
            entryForm
        ),
        "/registers/{name}/{entry}/edit": own(
            page(
                "The form that changes an entry.",
                [registerName, entryName],
                ["303": toSignIn, "403": parameter("responses", "Page"), "404": parameter("responses", "Page")]
            ),
            sends: "Saves a change, or proposes it. 409 where somebody changed the entry meanwhile: the page has both.",
            entryForm
        ),
        "/registers/{name}/import": own(
            page(
                "The form that takes a table of entries in.",
                [registerName],
                ["303": toSignIn, "403": parameter("responses", "Page"), "404": parameter("responses", "Page")]
            ),
            sends:
                "Tries a table, or takes in one that was tried; where the register takes two people its rows become proposals. 409 "
                + "where entries were changed meanwhile.",
            tableForm
        ),
        "/registers/{name}/{entry}/files/{digest}": get(
            "A file of an entry, as far as the reader may see its field.",
            [
                registerName, entryName,
                [
                    "name": "digest", "in": "path", "required": true,
                    "description": "The SHA-256 of the file in hexadecimal.",
                    "schema": ["type": "string", "pattern": "^[0-9a-f]{64}$"],
                ],
            ],
            [
                "200": answer("The file.", "application/octet-stream", ["type": "string", "format": "binary"]),
                "404": noFile, "503": busy,
            ]
        ),
        "/registers/{name}/proposals": own(
            page(
                "What waits for a second person, as far as who is signed in may see it.",
                [registerName, done],
                ["303": toSignIn, "404": parameter("responses", "Page")]
            )
        ),
        "/registers/{name}/proposals/{proposal}": own(
            page(
                "What somebody proposes.",
                [
                    registerName,
                    [
                        "name": "proposal", "in": "path", "required": true,
                        "description": "The proposal by what stands behind the slash of its identifier.",
                        "schema": ["type": "string"],
                    ],
                    done,
                ],
                ["303": toSignIn, "404": parameter("responses", "Page")]
            ),
            sends: "Approves it, refuses it with a reason, or takes it back.",
            [
                "do": ["type": "string", "enum": ["approve", "refuse", "withdraw"]],
                "answer": text("Why it is refused; 500 characters at most."),
            ]
        ),
    ]

    /// An address at which a program writes with a key of the scope `entries`.
    private static func written(
        _ path: JSONNode,
        by method: String,
        _ summary: String,
        _ parameters: [JSONNode],
        _ answers: [String: JSONNode]
    ) -> JSONNode {
        guard case .object(var operations) = path else { return path }
        let more: [String: JSONNode] = [
            "202": answer("Somebody else has to approve it.", "application/json", ref("EntryProposed")),
            "400": problemAnswer, "404": problemAnswer,
            "409": answer("A change of the entry waits for approval.", "application/problem+json", ref("Problem")),
            "413": problemAnswer, "415": problemAnswer,
            "422": answer("What is wrong, field by field.", "application/problem+json", ref("Problem")), "503": busy,
        ]
        operations[method] = [
            "summary": .text(summary), "parameters": .list(parameters), "security": [["key": ["entries"]]],
            "requestBody": ["required": true, "content": ["application/json": ["schema": ref("EntryWrite")]]],
            "responses": .object(answers.merging(more) { mine, _ in mine }),
        ]
        return .object(operations)
    }

    private static let entryForm: [String: JSONNode] = [
        "do": [
            "type": "string", "enum": ["draft", "drop", "unmask"],
            "description":
                "Keeps what was typed as a draft of who sends it, or drops that; `unmask` shows the personal fields. Left out it saves.",
        ],
        "base": ["type": "integer", "minimum": 0, "description": "The version that it changes; 0 for a new entry."],
        "note": text("Why, for whoever approves it; 500 characters at most."),
        "v": text(
            "Values as `v.FIELD`, parts as `v.FIELD.PART`, the state as `v.state`; what is left out stays as it is. Files come as "
                + "`v.FIELD` in `multipart/form-data`."
        ),
        "reason": text("Why personal fields are shown, in 1 to 500 characters; kept with who saw them."),
        "d": text("The digests of files that are to go, as `d.FIELD`."),
    ]

    private static let tableForm: [String: JSONNode] = [
        "file": text("A table to be tried, in `multipart/form-data`: CSV, TSV, XLSX or JSON Lines."),
        "table": text(
            "The SHA-256 of the table that was tried; with `proof`, `basis` and `name` of the page that tried it."
        ),
    ]

    private static let listParameters: [JSONNode] = [
        query("q", "Words that must all occur."),
        query(
            "f",
            "A value to narrow the list to, as `FIELD:CODE`; may be given several times. Of one field any of them counts."
        ),
        query("in", "A division by code or name: entries in it and below."),
        query("samples", "`no` leaves examples (示例) out."),
        query("sort", "The field to sort by, `-` before it for descending; `_changed` is the last change."),
        query("page", "Which page of 50, from 1."),
    ]

    private static let fileFormat: JSONNode = [
        "name": "format", "in": "path", "required": true, "description": "The form of the file.",
        "schema": ["type": "string", "enum": ["csv", "xlsx", "jsonl"]],
    ]
    private static let fileParameters: [JSONNode] =
        [registerName, fileFormat] + listParameters + [parameter("parameters", "lang")]
    private static let file: JSONNode = [
        "description": "The file.",
        "headers": [
            "X-Total-Count": ["description": "Entries found, samples among them.", "schema": ["type": "integer"]]
        ],
        "content": [
            "text/csv; charset=utf-8": ["schema": ["type": "string"]],
            "application/jsonl": ["schema": ["type": "string"]],
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["schema": ["type": "string"]],
        ],
    ]

    private static func query(_ name: String, _ text: String) -> JSONNode {
        ["name": .text(name), "in": "query", "description": .text(text), "schema": ["type": "string"]]
    }

    static let registerSchemas: [String: JSONNode] = [
        "RegisterList": object(
            "A page of the entries of a register.",
            [
                "register": text("The name of the register."), "records": whole("Entries found that are no samples."),
                "samples": whole("Samples found."), "total": whole("Both together."),
                "page": whole("Which page, from 1."),
                "entries": list(ref("Entry")),
                "facets": facetsOfEntries,
                "snapshot": whole("The line of the log up to which the answer knows everything."),
            ]
        ),
        "Registers": object(
            "Registers that files declare.",
            [
                "registers": list(
                    object(
                        "One register.",
                        [
                            "name": text("Its name in addresses and identifiers."), "label": ref("Text"),
                            "entry": ref("Text"), "help": ref("Text"),
                            "source": text("The official paper that its fields follow."),
                            "door": [
                                "type": "string", "description": "Where the portal shows it.",
                                "enum": ["apply", "ask", "data", "network", "learn", "figures"],
                            ],
                            "sample": claim("Whether the declaration is an example (示例)."),
                        ],
                        optional: ["help", "source"]
                    )
                )
            ]
        ),
        "Entry": object(
            "An entry of a declared register.",
            [
                "register": text("The name of the register."), "id": text("The whole identifier."),
                "version": whole("Which version it is, from 1."),
                "changed": text("When that version was made, ISO 8601 in UTC."),
                "state": text("Its state; missing in a register without states."),
                "sample": claim("Whether it is an example (示例)."),
                "fields": [
                    "type": "object", "description": "The values by the names of their fields.",
                    "additionalProperties": ref("FieldValue"),
                ],
                "files": list(
                    object(
                        "A file that stands in a field, and where it is.",
                        [
                            "name": text("What it is called."), "type": text("Its media type."),
                            "bytes": whole("How many bytes it has."), "digest": text("Its SHA-256 in hexadecimal."),
                            "url": text("Where it is; taken along, never shown."),
                        ]
                    )
                ),
                "masked": list(text("A field whose value is masked, because it says something of a person.")),
                "referrers": referrers,
            ],
            optional: ["state", "files", "masked", "referrers"]
        ),
        "EntryWrite": object(
            "What an entry is to be; other members, such as those of `Entry`, say nothing.",
            [
                "fields": [
                    "type": "object", "description": "The values by the names of their fields.",
                    "additionalProperties": ref("FieldValue"),
                ],
                "state": text("Its state; left out it stays, and a new entry begins in the first."),
                "sample": claim("Whether a new entry is an example (示例)."),
                "note": text("Why, for whoever approves it; 500 characters at most."),
            ],
            optional: ["state", "sample", "note"]
        ),
        "EntryProposed": object(
            "A change that waits for a second person.",
            [
                "id": text("The identifier of the entry."), "proposal": text("The identifier of the proposal."),
                "page": text("The address of its page."),
            ]
        ),
        "EntryHistory": object(
            "The versions of an entry, the newest first.",
            [
                "register": text("The name of the register."), "id": text("The whole identifier."),
                "versions": list(
                    object(
                        "One version.",
                        [
                            "version": whole("Which one, from 1."),
                            "changed": text("When it was made, ISO 8601 in UTC."),
                            "author": text("The account that made it; for those who write the register."),
                            "changes": list(
                                object(
                                    "A field that is not as it was; `state` is the state.",
                                    [
                                        "field": text("Its name."), "before": ref("FieldValue"),
                                        "after": ref("FieldValue"),
                                    ],
                                    optional: ["before", "after"]
                                )
                            ),
                        ],
                        optional: ["author", "changes"]
                    )
                ),
            ]
        ),
        "FieldValue": [
            "description":
                "A text in the one form that its type writes (numbers, dates, codes), a list, or parts by their names.",
            "type": ["string", "array", "object"], "additionalProperties": true,
        ],
    ]

    private static let referrers = list(
        object(
            "Entries that refer to it by one field; missing in lists.",
            [
                "register": text("The register in which they are."), "field": text("The field."),
                "label": ref("Text"), "records": whole("How many are no samples."), "samples": whole("Samples."),
                "total": whole("Both together."),
                "entries": list(
                    object(
                        "The first of them by title.",
                        ["id": text("The whole identifier."), "title": text("What it is called.")]
                    )
                ),
                "url": text("The list of all."),
            ]
        )
    )

    static let facetsOfEntries = list(
        object(
            "How many of the entries found have which value, samples among them.",
            [
                "field": text("The field; `state` for states."),
                "values": list(
                    object(
                        "One value.",
                        ["code": text("Its code."), "label": ref("Text"), "count": whole("How many have it.")]
                    )
                ),
            ]
        )
    )

    static let registerName: JSONNode = [
        "name": "name", "in": "path", "required": true, "description": "The name of the register.",
        "schema": ["type": "string", "pattern": "^[a-z][a-z0-9-]{0,39}$"],
    ]
    static let entryName: JSONNode = [
        "name": "entry", "in": "path", "required": true,
        "description": "The entry by what stands behind the slash of its identifier.", "schema": ["type": "string"],
    ]
    private static let problemAnswer = parameter("responses", "Problem")
}
