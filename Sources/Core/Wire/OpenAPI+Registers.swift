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
        "/registers/{name}.json": get(
            "A page of the entries of a register, with counts of all that were found.",
            [registerName] + listParameters,
            [
                "200": answer("The page.", "application/json", ref("RegisterList")), "400": problemAnswer,
                "404": problemAnswer, "503": busy,
            ]
        ),
        "/registers/{name}/{entry}": page(
            "An entry: what the reader may see of it.",
            [registerName, entryName, done],
            ["404": parameter("responses", "Page")]
        ),
        "/registers/{name}/{entry}.json": get(
            "An entry: what the reader may see of it. The tag in `ETag` changes with the version.",
            [registerName, entryName],
            [
                "200": answer("The entry.", "application/json", ref("Entry")), "404": problemAnswer, "503": busy,
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
                "404": problemAnswer, "503": busy,
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

    private static let entryForm: [String: JSONNode] = [
        "base": ["type": "integer", "minimum": 0, "description": "The version that it changes; 0 for a new entry."],
        "note": text("Why, for whoever approves it; 500 characters at most."),
        "v": text(
            "Values as `v.FIELD`, parts as `v.FIELD.PART`, the state as `v.state`; what is left out stays as it is. Files come as "
                + "`v.FIELD` in `multipart/form-data`."
        ),
        "d": text("The digests of files that are to go, as `d.FIELD`."),
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
                "facets": list(
                    object(
                        "How many of the entries found have which value, samples among them.",
                        [
                            "field": text("The field; `state` for states."),
                            "values": list(
                                object(
                                    "One value.",
                                    [
                                        "code": text("Its code."), "label": ref("Text"),
                                        "count": whole("How many have it."),
                                    ]
                                )
                            ),
                        ]
                    )
                ),
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
            ],
            optional: ["state", "files"]
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
