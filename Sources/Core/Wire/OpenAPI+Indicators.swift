/// Indicators: what a plan has reached, in figures.
extension OpenAPI {
    static let indicatorPaths: [String: JSONNode] = [
        "/figures": page("What each indicator counts in the nation, beside its target, as a page."),
        "/figures.json": get(
            "What each indicator counts in the nation, beside its target.",
            [],
            ["200": answer("The figures.", "application/json", ref("Indicators"))]
        ),
        "/figures/{name}": page(
            "An indicator with what is behind its figure: places, gaps, entries and months.",
            [indicatorName, indicatorRegion, indicatorMonth, indicatorPage],
            ["400": parameter("responses", "Page"), "404": parameter("responses", "Page")]
        ),
        "/figures/{name}.json": get(
            "An indicator with what is behind its figure: places, gaps, entries and months. Samples never count.",
            [indicatorName, indicatorRegion, indicatorMonth, indicatorPage],
            [
                "200": answer("The indicator.", "application/json", ref("Indicator")),
                "400": parameter("responses", "Problem"), "404": parameter("responses", "Problem"),
            ]
        ),
        "/figures/{name}.csv": get(
            "The figures as a table: of the place at the end of each month, then of the places right below as they stand.",
            [indicatorName, indicatorRegion, indicatorMonth, parameter("parameters", "lang")],
            [
                "200": answer("The table.", "text/csv; charset=utf-8", ["type": "string"]),
                "400": parameter("responses", "Problem"), "404": parameter("responses", "Problem"),
            ]
        ),
        "/figures/{name}/planner": page(
            "The prefectures that have none of what an indicator counts, those first in which it would reach the most.",
            [indicatorName, indicatorRegion, plannerOrder],
            ["400": parameter("responses", "Page"), "404": parameter("responses", "Page")]
        ),
        "/figures/{name}/planner.json": get(
            "The prefectures that have none of what an indicator counts, those first in which it would reach the most.",
            [indicatorName, indicatorRegion, plannerOrder],
            [
                "200": answer("The prefectures.", "application/json", ref("Planner")),
                "400": parameter("responses", "Problem"), "404": parameter("responses", "Problem"),
            ]
        ),
        "/figures/{name}/ranking": own(
            page(
                "The provincial units in the order of an indicator; for staff of the nation alone.",
                [indicatorName],
                ["303": toSignIn, "403": parameter("responses", "Page"), "404": parameter("responses", "Page")]
            )
        ),
    ]

    private static let indicatorName: JSONNode = [
        "name": "name", "in": "path", "required": true, "description": "The name of the indicator.",
        "schema": ["type": "string"],
    ]
    private static let indicatorRegion = query(
        "in",
        "A division by code or name; left out, the nation.",
        ["type": "string"]
    )
    private static let indicatorMonth = query(
        "month",
        "The month at whose end is counted, by the definition of today; left out, now.",
        ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"]
    )
    private static let indicatorPage = query(
        "page",
        "The page of entries, 50 a page.",
        ["type": "integer", "minimum": 1]
    )
    private static let plannerOrder = query(
        "by",
        "By what the places are ordered; left out, by people.",
        ["type": "string", "enum": ["enterprises"]]
    )

    static let indicatorSchemas: [String: JSONNode] = [
        "Indicators": object("The indicators in force.", ["indicators": list(ref("IndicatorFigure"))]),
        "IndicatorFigure": object(
            "The figure of an indicator in the nation or a division.",
            [
                "name": text("Its name."), "title": ref("Text"), "help": ref("Text"),
                "version": whole("Which version of the definition is in force."),
                "plan": text("The plan that it tells of."), "clause": text("The clause of the plan."),
                "units": text("Who answers for the clause, as printed."), "owner": ref("Text"),
                "register": text("The register whose entries count."),
                "region": text("Six digits; left out for the nation."),
                "month": text("The month at whose end it counted, as 2025-06; left out for now."), "unit": ref("Text"),
                "value": ref("IndicatorValue"), "parts": list(ref("IndicatorPart")), "target": ref("IndicatorTarget"),
                "sequence": whole("The state of the log that it was counted from."),
                "counted": ["type": "string", "format": "date-time"],
            ],
            optional: ["help", "plan", "clause", "units", "owner", "region", "month", "unit", "target"]
        ),
        "IndicatorValue": object(
            "What an indicator counts in one place at one time.",
            ["count": whole("How many count."), "shares": list(ref("IndicatorShare"))]
        ),
        "IndicatorShare": object(
            "A share by one denominator; only that where it does not apply.",
            [
                "title": ref("Text"), "count": whole("How many count of those that the denominator counts."),
                "all": whole("How many there are."), "percent": text("With one decimal, as 55.9."),
            ],
            optional: ["count", "all", "percent"]
        ),
        "IndicatorPart": object(
            "How many have a code.",
            ["code": text("The code."), "title": ref("Text"), "count": whole("How many.")]
        ),
        "IndicatorTarget": object(
            "What is to be reached.",
            [
                "least": whole("A count, or percent."), "by": date,
                "missing": list(["type": ["integer", "null"], "minimum": 0]),
            ],
            optional: ["missing"]
        ),
        "Indicator": object(
            "An indicator with what is behind its figure.",
            [
                "figure": ref("IndicatorFigure"), "places": list(ref("IndicatorPlace")),
                "gaps": list(ref("IndicatorGap")),
                "open": claim("Whether everybody may know the entries behind the figure."),
                "total": whole("How many entries there are behind it."), "page": whole("From 1."),
                "entries": list(text("An entry.")), "trend": list(ref("IndicatorMonth")),
                "changes": list(ref("IndicatorChange")),
            ]
        ),
        "IndicatorPlace": object(
            "The figure of a division.",
            [
                "region": text("Six digits."), "title": ref("Text"), "value": ref("IndicatorValue"),
                "known": claim("Whether the register has any entry there; where it has none, nothing is known."),
            ]
        ),
        "IndicatorGap": object(
            "A division that lacks what is counted.",
            ["region": text("Six digits."), "title": ref("Text"), "awaited": list(ref("IndicatorAwaited"))]
        ),
        "IndicatorAwaited": object(
            "An entry that would count but for its state.",
            ["entry": text("The entry."), "state": text("Its state.")],
            optional: ["state"]
        ),
        "IndicatorMonth": object(
            "The value at the end of a month; that of the last month is of now.",
            ["month": date, "value": ref("IndicatorValue"), "then": ref("IndicatorThen")],
            optional: ["then"]
        ),
        "IndicatorThen": object(
            "The value by the definition that was in force then.",
            [
                "version": whole("Which."), "count": whole("How many counted."),
                "percents": list(["type": ["string", "null"]]),
            ]
        ),
        "IndicatorChange": object(
            "A version of the definition.",
            [
                "version": whole("Which."), "published": ["type": "string", "format": "date-time"],
                "countsOtherwise": claim("Whether it counts otherwise than the one before."),
            ]
        ),
        "Planner": object(
            "Where what an indicator counts could come next.",
            [
                "indicator": text("Its name."), "region": text("Six digits; left out for the nation."),
                "order": ["type": "string", "enum": ["people", "enterprises", "code"]],
                "places": list(ref("PlannerPlace")), "sequence": whole("The state of the log."),
            ],
            optional: ["region"]
        ),
        "PlannerPlace": object(
            "A prefecture that has none.",
            [
                "region": text("Six digits."), "title": ref("Text"), "people": whole("How many people live there."),
                "enterprises": whole("How many enterprises there are."), "facts": text("The entry that says so."),
                "nearest": ref("PlannerNearest"),
                "within": whole("How many that count lie within 100 km in a straight line."),
                "awaited": list(ref("IndicatorAwaited")),
            ],
            optional: ["people", "enterprises", "facts", "nearest", "within"]
        ),
        "PlannerNearest": object(
            "The nearest entry that counts.",
            ["entry": text("The entry."), "kilometres": whole("In a straight line.")]
        ),
    ]
}
