extension OpenAPI {
    static let schemas = JSONNode.object(
        plainSchemas.merging(toolSchemas) { mine, _ in mine }.merging(aliasSchemas) { mine, _ in mine }
            .merging(classSchemas) { mine, _ in mine }.merging(accountSchemas) { mine, _ in mine }
            .merging(adminSchemas) { mine, _ in mine }.merging(keySchemas) { mine, _ in mine }
            .merging(organisationSchemas) { mine, _ in mine }.merging(keptSchemas) { mine, _ in mine }
            .merging(signOnSchemas) { mine, _ in mine }
            .merging(registerSchemas) { mine, _ in mine }
            .merging(planSchemas) { mine, _ in mine }
            .merging(indicatorSchemas) { mine, _ in mine }
            .merging(networkSchemas) { mine, _ in mine }
    )

    private static let plainSchemas: [String: JSONNode] = [
        "Search": search, "Correction": correction, "Term": term, "Facet": facet, "Hit": hit,
        "Explanation": explanation,
        "State": state, "Count": count, "Text": bilingual,
        "Document": document, "Record": record, "Version": version, "Source": source, "Picture": picture,
        "Outlook": outlook,
        "Citing": citing,
        "Figures": figures,
        "Problem": problem,
        "QueryError": queryError, "Refusal": refusal, "Health": health,
    ]

    /// An object whose members are all there but those named in `optional`.
    static func object(
        _ description: String,
        _ members: [String: JSONNode],
        optional: Set<String> = []
    ) -> JSONNode {
        [
            "type": "object", "description": .text(description), "properties": .object(members),
            "required": .list(members.keys.filter { !optional.contains($0) }.sorted().map { .text($0) }),
        ]
    }

    static func list(_ items: JSONNode) -> JSONNode { ["type": "array", "items": items] }

    static func text(_ description: String) -> JSONNode {
        ["type": "string", "description": .text(description)]
    }

    static func factor(_ description: String) -> JSONNode {
        ["type": "number", "description": .text(description)]
    }

    static func whole(_ description: String) -> JSONNode {
        ["type": "integer", "minimum": 0, "description": .text(description)]
    }

    static func claim(_ description: String) -> JSONNode {
        ["type": "boolean", "description": .text(description)]
    }

    static let date: JSONNode = [
        "type": "string", "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$",
        "description": "ISO 8601, cut where knowledge ends.",
    ]

    private static let counts: JSONNode = ["type": "object", "additionalProperties": ref("Count")]

    private static let search = object(
        "What a search found.",
        [
            "total": whole("Everything that matches: records and samples."),
            "records": whole("Matching records that are no samples."), "samples": whole("Matching sample records."),
            "families": ref("Count"),
            "exact": claim("False when a deadline cut the search short; totals are then at least those given."),
            "snapshot": whole("The log sequence that the answer is of."),
            "behind": whole("Log lines that the index had not yet taken in."),
            "milliseconds": ["type": "number", "description": "Time of the search."],
            "query": text("The query as it was typed."), "expression": text("The query as it was understood."),
            "understood": list(ref("Term")), "notes": list(ref("Text")),
            "corrections": list(ref("Correction")), "register": registers,
            "sort": text("As in the address."),
            "filters": [
                "type": "object", "additionalProperties": list(["type": "string"]),
                "description": "Chosen facet values by field.",
            ],
            "excluded": [
                "type": "object", "additionalProperties": list(["type": "string"]),
                "description": "Excluded facet values by field.",
            ],
            "page": whole("From 1."), "pageSize": whole("Hits on a page."),
            "next": text("The address of the next page; left out on the last one."),
            "registers": counts, "facets": list(ref("Facet")), "hits": list(ref("Hit")),
        ],
        optional: ["families", "behind", "register", "excluded", "next"]
    )

    private static let correction = object(
        "A word near one that no record has; it is never searched by itself.",
        [
            "word": text("The word as typed."), "replacement": text("The word near it."),
            "query": text("The whole query with it."), "count": ref("Count"),
        ]
    )

    private static let term = object(
        "One part of a query as it was understood.",
        [
            "field": ref("Text"), "text": text("What is looked for."), "query": text("The part as a query."),
            "excluded": claim("Whether it must not occur."), "remainder": text("The query without the part."),
        ]
    )

    private static let facet = object(
        "The values of one field over all hits.",
        [
            "field": text("As in `f.FIELD=VALUE`."), "distinct": whole("Different values; at least those listed."),
            "values": list(
                object(
                    "A value.",
                    [
                        "value": text("As in `f.FIELD=VALUE`."), "label": ref("Text"),
                        "records": whole("Records."), "samples": whole("Samples."),
                        "chosen": claim("Whether the search is narrowed to it."),
                        "excluded": claim("Whether its records are left out."),
                    ],
                    optional: ["label", "chosen", "excluded"]
                )
            ),
        ]
    )

    private static let right: JSONNode = [
        "type": "string", "enum": ["patent", "utilityModel", "design", "trademark", "gi", "layout"],
    ]

    private static let hit = object(
        "A hit.",
        [
            "id": text("The permanent name: register, slash, number."), "register": registers, "right": right,
            "title": text("As lists show it."), "sample": claim("A fictitious record without effect."),
            "score": ["type": "number", "description": "BM25F; only in the order of relevance."],
            "familyHits": whole("The hits of its family, itself among them; only with `group=family`."),
            "publications": list(ref("Document")), "family": list(text("The id of a publication of its family.")),
            "explanation": ref("Explanation"),
            "state": ref("State"), "application": ref("Document"), "publication": ref("Document"),
            "registration": ref("Document"), "date": date, "holders": list(text("A name as gazetted.")),
            "mainClass": text("The main class, or the first one."),
            "changed": [
                "type": "string", "format": "date-time",
                "description": "When this version of the record was saved, UTC.",
            ],
            "snippet": text("A stretch around the finds."),
            "url": text("The address of the record's page."),
        ],
        optional: [
            "score", "familyHits", "publications", "family", "explanation", "application", "publication",
            "registration", "date", "mainClass",
            "snippet",
        ]
    )

    private static let explanation = object(
        "Every factor of a score, the sum of those of the words; only with `explain=score`.",
        [
            "score": factor("The score."), "documents": whole("Records and samples in the index."),
            "saturation": factor("How fast repeated words saturate."),
            "b": factor("How much the length of a field counts, 0 to 1."),
            "omittedWords": whole("Words that are not listed because they add least."),
            "words": list(
                object(
                    "A word: boost x idf x frequency / (saturation + frequency).",
                    [
                        "forms": list(text("A form that the hit has, else one in the index; a stem ends with `~`.")),
                        "boost": factor("What the query multiplies it with."),
                        "documents": whole("Records and samples with one of the forms."),
                        "idf": factor("How rare it is."), "frequency": factor("The sum of the parts."),
                        "score": factor("What it adds to the score."),
                        "fields": list(
                            object(
                                "A form in a field: weight x frequency / (1 - b + b x length / meanLength).",
                                [
                                    "form": text("The form."), "field": ref("Text"), "frequency": whole("How often."),
                                    "length": whole("Positions of the field in this record."),
                                    "meanLength": factor("Positions in the mean of all records."),
                                    "weight": factor("The weight of the field."), "part": factor("The result."),
                                ]
                            )
                        ),
                    ]
                )
            ),
        ]
    )

    private static let state = object(
        "The legal state as far as the records tell.",
        [
            "name": [
                "type": "string", "enum": ["pending", "inForce", "lapsed", "restorable", "unknown"],
            ],
            "zh": text("In Chinese."), "en": text("In English."), "since": date,
        ],
        optional: ["since"]
    )

    private static let count = object(
        "Records and samples.",
        ["records": whole("No samples."), "samples": whole("Samples.")]
    )

    private static let bilingual = object(
        "A text in both languages.",
        ["zh": ["type": "string"], "en": ["type": "string"]]
    )

    private static let document = object(
        "A number as its office prints it.",
        [
            "country": text("Two letters of WIPO ST.3."), "number": text("As printed."),
            "kind": text("Kind code of WIPO ST.16."), "date": date, "id": text("Country, bare number and kind."),
        ],
        optional: ["country", "kind", "date", "id"]
    )

    private static let record: JSONNode = [
        "allOf": [
            object(
                "What this node knows about the entry.",
                [
                    "id": text("The permanent name."), "register": registers, "right": right,
                    "title": text("As lists show it."), "state": ref("State"), "version": whole("From 1."),
                    "sequence": whole("The line of the log that made it."), "digest": text("64 hexadecimal digits."),
                    "versions": list(ref("Version")), "sources": list(ref("Source")),
                    "pictures": list(ref("Picture")), "outlook": ref("Outlook"), "citing": ref("Citing"),
                    "url": text("The address of the record's page."),
                    "sample": claim("True for a fictitious record; left out for every other."),
                ],
                optional: ["sample", "pictures", "outlook", "citing"]
            ),
            [
                "type": "object", "additionalProperties": true,
                "description": """
                Beside them the fields of the product's JSONL export: application, publications, titles, abstracts, \
                claims, classes, applicants, events and so on.
                """,
            ],
        ]
    ]

    private static let picture = object(
        "A picture of a record that is kept: that of the abstract first, then the figures, then formulas of the text.",
        [
            "kind": ["type": "string", "enum": ["abstract", "figure", "formula"]],
            "number": whole("Which of its kind, from 1."), "url": text("Its address."),
            "type": text("The media type."), "width": whole("Pixels."), "height": whole("Pixels."),
            "digest": text("SHA-256 of its bytes, 64 hexadecimal digits."),
        ]
    )

    private static let version = object(
        "A version in the log.",
        [
            "version": whole("From 1."), "sequence": whole("Line of the log."),
            "time": whole("Microseconds since 1970, UTC."), "digest": text("64 hexadecimal digits."),
        ]
    )

    private static let source = object(
        "A file that spoke of the record.",
        [
            "file": text("Its name with at most its folder."), "format": text("The format."),
            "position": text("Where in the file."), "parts": list(text("What it contributed.")),
        ]
    )

    private static let outlook = object(
        "What comes next for a Chinese right by the statutes, if fees were paid and renewals made so far.",
        [
            "asOf": date,
            "steps": list(
                object(
                    "A thing to do, or that happens by itself; the soonest first.",
                    [
                        "kind": [
                            "type": "string",
                            "enum": [
                                "requestExamination", "restore", "payFee", "payFeeLate", "renew", "renewLate", "expire",
                            ],
                        ],
                        "from": date, "day": date, "year": whole("The year of the term that a fee is for."),
                        "fee": whole("The full annual fee in yuan."), "basis": ref("Text"),
                        "earliestEnd": date, "latestEnd": date,
                    ],
                    optional: ["from", "day", "year", "fee", "earliestEnd", "latestEnd"]
                )
            ),
        ]
    )

    private static let citing = object(
        "The records of this node that cite a record.",
        [
            "total": ref("Count"), "query": text("Finds them all."),
            "records": list(ref("Hit")),
        ]
    )

    private static let figures = object(
        "What a node holds.",
        [
            "name": text("Huizhi."), "version": text("Of the program."), "mode": text("demonstration or production."),
            "snapshot": whole("The log sequence."), "asOf": text("The day of that line."), "total": ref("Count"),
            "registers": counts, "description": text("The address of this description."),
        ],
        optional: ["asOf"]
    )

    private static let problem = object(
        "RFC 9457.",
        [
            "type": text("urn:huizhi:problem:KIND."), "title": text("What happened."), "status": whole("Status code."),
            "detail": text("What to do."), "instance": text("The path."), "request": text("The id of the request."),
            "problems": list(
                object(
                    "What is wrong with a field of an entry.",
                    ["field": text("Its name, a part behind a dot; empty for the whole."), "message": ref("Text")]
                )
            ),
            "changes": list(
                object(
                    "A field of an entry that somebody else changed meanwhile.",
                    [
                        "field": text("Its name; `state` for the state."), "theirs": ref("FieldValue"),
                        "yours": ref("FieldValue"),
                    ],
                    optional: ["theirs", "yours"]
                )
            ),
        ],
        optional: ["detail", "problems", "changes"]
    )

    private static let queryError = object(
        "Why a query was refused.",
        ["error": ref("Refusal")]
    )

    private static let refusal = object(
        "What is wrong with a query, where, and what to write instead.",
        [
            "message": text("Chinese, a slash, English."),
            "position": whole("The first character, in Unicode scalar values from 0."),
            "length": whole("How many characters."),
            "suggestion": ["type": ["string", "null"], "description": "A query that is understood."],
        ]
    )

    private static let health = object(
        "The state of the node.",
        [
            "status": text("up, ready, starting, stopping or unavailable."),
            "snapshot": whole("The log sequence that searches are answered from."),
            "log": whole("Lines in the log."),
            "work": text("What the index is doing: starting, copying, building or following."),
            "share": ["type": "number", "description": "How much of that is done, from 0 to 1."],
            "registers": object(
                "The index of declared registers.",
                [
                    "snapshot": whole("The log sequence that lists are answered from."),
                    "work": text("starting, building or following."),
                    "share": ["type": "number", "description": "How much of that is done, from 0 to 1."],
                ],
                optional: ["snapshot", "share"]
            ),
            "source": text("The node that a snapshot is copied from."),
        ],
        optional: ["snapshot", "log", "work", "share", "registers", "source"]
    )
}
