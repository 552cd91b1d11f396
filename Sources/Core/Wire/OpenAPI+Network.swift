/// The nearest places that can help.
extension OpenAPI {
    static let networkPaths: [String: JSONNode] = [
        "/network": page(
            "The nearest places that can help, and whether they are open, as a page.",
            networkParameters,
            ["400": parameter("responses", "Page"), "404": parameter("responses", "Page")]
        ),
        "/network.json": get(
            "The nearest places that can help, and whether they are open.",
            networkParameters,
            [
                "200": answer("The places.", "application/json", ref("Network")),
                "400": parameter("responses", "Problem"), "404": parameter("responses", "Problem"), "503": busy,
            ]
        ),
    ]

    private static let networkParameters: [JSONNode] = [
        query("of", "The register of places; left out, the first that there is.", ["type": "string"]),
        query("q", "Words that must all occur.", ["type": "string"]),
        query("f", "What is to be offered, as `FIELD:CODE`; may be given several times.", ["type": "string"]),
        query(
            "in",
            "A division by code or name. Where it has no such place the one above it is taken, up to the nation.",
            ["type": "string"]
        ),
        query(
            "at",
            "From where distances count: latitude, comma, longitude in degrees of WGS 84. No more than three decimals are used.",
            ["type": "string"]
        ),
        query("open", "`yes` for what is open now.", ["type": "string", "enum": ["yes"]]),
        query("samples", "`no` leaves examples (示例) out.", ["type": "string", "enum": ["no"]]),
        query("page", "Which page of 20, from 1.", ["type": "integer", "minimum": 1, "default": 1]),
    ]

    static let networkSchemas: [String: JSONNode] = [
        "Network": object(
            "Places that can help: the nearest first where it is known from where, else by name. None is planned, suspended or over.",
            [
                "register": text("The name of the register."), "asked": ref("Division"), "area": ref("Division"),
                "widened": claim("Whether the area is wider than what was asked for, which has no such place."),
                "origin": object(
                    "From where distances count.",
                    [
                        "latitude": degrees, "longitude": degrees, "division": ref("Division"),
                        "source": text("Where the coordinates of the division come from."),
                        "licence": text("The licence of these coordinates."),
                    ],
                    optional: ["division", "source", "licence"]
                ),
                "records": whole("Places found that are no samples."), "samples": whole("Samples found."),
                "total": whole("Both together."), "page": whole("Which page, from 1."),
                "places": list(
                    object(
                        "A place.",
                        [
                            "entry": ref("Entry"), "distance": whole("Metres along a great circle."),
                            "opening": object(
                                "Whether it is open, by the clock of China.",
                                [
                                    "open": claim("Whether it is."), "closes": text("When it closes, as 17:30."),
                                    "opensOn": text("The day on which it opens again."),
                                    "opensAt": text("The time at which it does, as 09:00."),
                                    "sure": claim("Whether a calendar knew the holidays of these days."),
                                ],
                                optional: ["closes", "opensOn", "opensAt"]
                            ),
                        ],
                        optional: ["distance", "opening"]
                    )
                ),
                "facets": facetsOfEntries,
                "snapshot": whole("The line of the log up to which the answer knows everything."),
            ],
            optional: ["asked", "area", "origin"]
        ),
        "Division": object("A division.", ["code": text("Six digits."), "name": ref("Text")]),
    ]

    private static let degrees: JSONNode = ["type": "number", "description": "Degrees of WGS 84."]
}
