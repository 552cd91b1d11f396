/// The plan.
extension OpenAPI {
    static let planPaths: [String: JSONNode] = [
        "/plan": page(
            "A plan of public services clause by clause, with what carries each out here, as a page.",
            [planName],
            ["404": parameter("responses", "Page")]
        ),
        "/plan.json": get(
            "A plan of public services clause by clause, with what carries each out here.",
            [planName],
            [
                "200": answer("The plan.", "application/json", ref("Plan")),
                "404": parameter("responses", "Problem"),
            ]
        ),
    ]

    private static let planName = query(
        "name",
        "The name of the plan, as 2023-2025; left out, the one that begins last.",
        ["type": "string"]
    )

    static let planSchemas: [String: JSONNode] = [
        "Plan": object(
            "A plan. Chinese wordings are as printed, English ones translations made here.",
            [
                "name": text("Its name."), "title": ref("Text"), "number": text("The number of the paper."),
                "issuer": ref("Text"), "published": date, "from": date, "until": date,
                "clauses": whole("How many clauses there are."),
                "carriedOut": whole("How many of them have a register or a page here."),
                "parts": list(ref("PlanPart")), "plans": list(text("The name of a plan here.")),
            ],
            optional: ["number", "issuer", "published"]
        ),
        "PlanPart": object(
            "A part of a plan.",
            ["number": whole("From 1."), "title": ref("Text"), "clauses": list(ref("PlanClause"))]
        ),
        "PlanClause": object(
            "A clause of a plan.",
            [
                "key": text("By what measures name it, and addresses behind #."), "number": whole("From 1."),
                "title": ref("Text"), "units": text("Who answers for it, as printed."),
                "targets": list(ref("PlanTarget")), "registers": list(ref("PlanPlace")),
                "pages": list(ref("PlanPlace")), "figures": list(ref("PlanFigure")), "measures": ref("PlanMeasures"),
            ],
            optional: ["units", "measures"]
        ),
        "PlanTarget": object(
            "What a clause asks for.",
            [
                "title": ref("Text"), "printed": text("The words of the plan; left out for words of this node only."),
                "value": whole("The number."), "least": claim("Whether more than the number is as good."),
                "unit": ref("Text"), "by": date,
            ],
            optional: ["printed", "value", "least", "unit", "by"]
        ),
        "PlanPlace": object(
            "A register or a page that carries a clause out.",
            [
                "name": text("Its name."), "title": ref("Text"),
                "url": text("Its address; left out for a register that only staff read."),
            ],
            optional: ["title", "url"]
        ),
        "PlanFigure": object(
            "What an indicator of a clause counts in the nation today.",
            [
                "name": text("The name of the indicator."), "title": ref("Text"), "unit": ref("Text"),
                "value": ref("IndicatorValue"), "url": text("Where everything behind it stands."),
            ],
            optional: ["unit"]
        ),
        "PlanMeasures": object(
            "The measures of a clause.",
            [
                "records": whole("How many there are, samples left out."), "samples": whole("How many samples."),
                "url": text("Where they are listed."),
            ],
            optional: ["url"]
        ),
    ]
}
