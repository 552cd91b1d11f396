import Domain

extension OpenAPI {
    /// The names of a holder, the published table and what readers propose.
    static let aliasSchemas: [String: JSONNode] = [
        "HolderNames": holderNames, "HolderName": holderName, "AliasEdition": aliasEdition, "AliasLine": aliasLine,
        "AliasProposals": aliasProposals, "AliasDecision": aliasDecision,
    ]

    private static let holderNames = object(
        "The names under which one holder may stand in the records.",
        [
            "name": text("The name as it was asked for."), "proposed": list(ref("HolderName")),
            "others": list(ref("HolderName")), "unread": whole("Names that were not looked at."),
            "query": text("The query for those proposed that the table has or that do not differ in a place."),
            "edition": ref("AliasEdition"),
            "reference": text("The name that proposals put others beside."),
            "snapshot": whole("The log sequence that the answer is of."),
        ],
        optional: ["query", "edition", "reference"]
    )

    private static let holderName = object(
        "A name as some records print it.",
        [
            "name": text("The name."), "count": ref("Count"),
            "likeness": ["type": "string", "enum": ["published", "spelling", "form", "place"]],
            "firstYear": whole("Of an application."), "lastYear": whole("Of an application."),
            "places": list(["type": "string"]), "table": ref("AliasLine"), "proposals": ref("AliasProposals"),
        ],
        optional: ["likeness", "firstYear", "lastYear", "table", "proposals"]
    )

    private static let aliasEdition = object(
        "The published table of aliases in force.",
        [
            "version": whole("Which version, from 1."), "name": text("The name of the edition."),
            "published": text("The day on which it was published."),
        ],
        optional: ["name", "published"]
    )

    private static let verdict: JSONNode = ["type": "string", "enum": ["same", "different"]]

    private static let aliasLine = object(
        "A line of the published table of aliases.",
        [
            "spelling": text("The one name."), "holder": text("The name that it stands under, or is told from."),
            "verdict": verdict, "source": text("Where this is known from."),
            "from": text("The day from which it holds."),
        ],
        optional: ["from"]
    )

    private static let aliasProposals = object(
        "What readers proposed of a name and the reference.",
        [
            "openSame": whole("Open proposals: one holder; each once, however often it was sent."),
            "openDifferent": whole("Open proposals: two holders; each once, however often it was sent."),
            "decided": list(ref("AliasDecision")),
        ]
    )

    private static let aliasDecision = object(
        "What became of a proposal.",
        [
            "state": ["type": "string", "enum": ["accepted", "rejected"]], "verdict": verdict,
            "day": text("The day of the decision."), "answer": text("Why it was rejected."),
        ],
        optional: ["answer"]
    )

    /// The form of a proposal as it is sent.
    static let proposalForm: JSONNode = [
        "type": "object", "required": ["spelling", "holder", "verdict"],
        "properties": [
            "spelling": text("The one name, as the records print it; 500 bytes at most."),
            "holder": text("The other; 500 bytes at most."),
            "verdict": verdict,
            "reason": text(
                "Why; \(AliasTable.longestReason) characters at most, without ways to reach a person."
            ),
            "q": text("The name whose page to go back to."),
            "lang": ["type": "string", "enum": ["zh", "en"], "default": "zh"],
        ],
    ]
}
