/// What an account keeps of this site.
extension OpenAPI {
    static let keptPaths: [String: JSONNode] = [
        "/account/kept": own(
            page(
                "What the account of who is signed in keeps, as a page.",
                [done, query("after", "Behind which row the page begins, by its id.", ["type": "string"])],
                ["303": toSignIn]
            ),
            sends: "Puts things into the account (`keep`), removes one, or all (`clear`).",
            [
                "do": ["type": "string", "enum": ["keep", "clear"]],
                "kept": text("What to keep: JSON of the schema `Kept`. What is there already is merged."),
                "remove": text("The id of a row to remove."),
            ]
        ),
        "/account/kept.json": own(
            get(
                "What the account of who is signed in keeps, the newest first: the file that `/kept` exports and imports.",
                [],
                ["200": answer("What is kept.", "application/json", ref("Kept")), "401": signedOut, "503": busy]
            )
        ),
    ]

    static let keptSchemas: [String: JSONNode] = [
        "Kept": object(
            "Records, searches and groups of queries that somebody keeps.",
            [
                "format": ["type": "string", "const": "huizhi-kept"], "version": ["type": "integer", "const": 1],
                "records": list(
                    object(
                        "A record.",
                        [
                            "id": text("The id of the record."), "title": text("Its title."), "kept": moment,
                            "picked": claim("Whether it is ticked."), "tags": list(text("A tag.")),
                            "note": text("A note."),
                        ]
                    )
                ),
                "searches": list(
                    object(
                        "A search.",
                        [
                            "parameters": text("What stands behind `/search?`."), "title": text("Its title."),
                            "total": whole("Records that it found."), "samples": whole("Samples that it found."),
                            "sequence": whole("The log sequence of that."), "kept": moment,
                        ]
                    )
                ),
                "sets": list(
                    object("A group of queries.", ["text": text("A query a line."), "kept": moment])
                ),
            ]
        )
    ]
}
