/// Organisations, and who may act for whom.
extension OpenAPI {
    static let organisationPaths: [String: JSONNode] = [
        "/account/identity": own(
            page("How sure the name of who is signed in is, as a page.", [done], ["303": toSignIn]),
            sends: "Has the name verified by the number of the identity card, which is not kept.",
            ["number": text("The number (GB 11643-1999)."), "consent": ["type": "string", "enum": ["yes"]]]
        ),
        "/account/merge": own(
            page("The form that makes another account of one's own part of this one.", [], ["303": toSignIn]),
            sends: "Shows what would move from the other account (`show`), or does it (`merge`) and closes the other.",
            [
                "do": ["type": "string", "enum": ["show", "merge"]], "email": text("The address of the other account."),
                "password": ["type": "string", "format": "password", "description": "Its password."],
                "code": text("A code of it, where it asks for one."),
                "pending": text("What was shown, from the page that shows it."),
            ]
        ),
        "/account/organisations": own(
            page("The organisations that who is signed in acts for, as a page.", [done], ["303": toSignIn]),
            sends: "Makes an organisation, and who makes it its manager.",
            [
                "do": ["type": "string", "enum": ["make"]],
                "kind": kind, "organisation-name": text("The name."),
                "credit-code": text("The unified social credit code."), "region": text("Six digits of GB/T 2260."),
            ]
        ),
        "/account/organisations.json": own(
            twin("The organisations that who is signed in acts for.", "Organisations", [])
        ),
        "/account/organisations/{item}": own(
            page("One organisation, as a page.", [item, past, after, done], ["303": toSignIn, "404": nowhere]),
            sends:
                "Corrects it (`correct`), lets somebody act for it (`invite`), has it verified (`verify`) or closes it (`close`); for its managers.",
            [
                "do": ["type": "string", "enum": ["correct", "invite", "verify", "close"]],
                "organisation-name": text("The name."), "credit-code": text("The unified social credit code."),
                "region": text("Six digits of GB/T 2260."),
                "who": who, "power": power, "business": business, "until": until, "reason": reason,
                "number": text(
                    "For `verify`: the number of the identity card of who asks (GB 11643-1999), which is not kept."
                ),
                "consent": ["type": "string", "enum": ["yes"]],
            ]
        ),
        "/account/organisations/{item}.json": own(
            twin("One organisation, and for its managers who acts for it.", "Organisation", [item, past, after])
        ),
        "/account/authorisations": own(
            page("For whom one may act and who may act for oneself, as a page.", [done], ["303": toSignIn]),
            sends: "Lets somebody act for oneself, once they accept.",
            [
                "do": ["type": "string", "enum": ["invite"]],
                "who": who, "power": power, "business": business, "until": until, "reason": reason,
            ]
        ),
        "/account/authorisations.json": own(
            twin("For whom one may act and who may act for oneself.", "Authorisations", [])
        ),
        "/account/authorisations/{item}": own(
            page("One authorisation, as a page.", [item, done], ["303": toSignIn, "404": nowhere]),
            sends:
                "Accepts or declines an invitation, or ends an authorisation; shows (`hand-over`) or does (`hand-over-now`) what goes "
                + "from who has it to another of the organisation.",
            [
                "do": ["type": "string", "enum": ["accept", "decline", "revoke", "hand-over", "hand-over-now"]],
                "agency": text("Of a representative: the id of the agency."),
                "to": text("The account that takes over."), "reason": reason,
            ]
        ),
        "/account/authorisations/{item}.json": own(
            twin("One authorisation that concerns who is signed in.", "Authorisation", [item])
        ),
    ]

    static let organisationSchemas: [String: JSONNode] = [
        "Organisations": object("The organisations.", ["organisations": list(organisation)]),
        "Organisation": object(
            "One organisation.",
            [
                "organisation": organisation, "own": list(ref("Authorisation")), "people": list(ref("Authorisation")),
                "next": text("`after` of the next lines."), "versions": list(version),
            ],
            optional: ["people", "next"]
        ),
        "Authorisations": object(
            "Who may act for whom.",
            [
                "invitations": list(ref("Authorisation")), "held": list(ref("Authorisation")),
                "given": list(ref("Authorisation")),
            ]
        ),
        "Authorisation": object(
            "That somebody may act for an organisation or a person.",
            [
                "id": text("The id."), "principal": text("The organisation or account acted for."),
                "principalName": text("Its name."), "holder": text("The account that may act."),
                "holderName": text(
                    "Its name; before it is accepted who was invited, masked; empty once that was declined or withdrawn."
                ), "power": power,
                "business": list(text("The code of a kind of business.")), "agency": text("The agency."),
                "state": [
                    "type": "string", "enum": ["invited", "lapsed", "declined", "inEffect", "ended", "revoked"],
                ],
                "reason": reason, "by": text("The account that made it."),
                "predecessor": text("The account that had it before it was handed over."), "made": moment,
                "lapses": moment,
                "from": moment, "until": moment, "ended": moment, "endedBy": text("Who ended it."),
                "endReason": text("Why it ended."),
            ],
            optional: ["predecessor", "holder", "agency", "from", "until", "ended", "endedBy", "endReason"]
        ),
    ]

    // MARK: Parts

    private static func twin(_ summary: String, _ schema: String, _ parameters: [JSONNode]) -> JSONNode {
        var answers: [String: JSONNode] = [
            "200": answer(summary, "application/json", ref(schema)), "401": signedOut, "503": busy,
        ]
        if !parameters.isEmpty {
            answers["404"] = answer("It is none of the caller's.", "application/problem+json", ref("Problem"))
        }
        return get(summary, parameters, answers)
    }

    private static let item: JSONNode = [
        "name": "item", "in": "path", "required": true, "description": "The end of the id.",
        "schema": ["type": "string", "pattern": "^[a-z2-7]{26}$"],
    ]
    private static let past = query("past", "`1`: who once acted.", ["type": "string", "enum": ["1"]])
    private static let after = query("after", "Where the list goes on.", ["type": "string"])
    private static let nowhere = parameter("responses", "FailurePage")
    private static let kind: JSONNode = ["type": "string", "enum": ["organisation", "agency"]]
    private static let power: JSONNode = [
        "type": "string", "enum": ["manager", "agent", "assistant", "representative"],
    ]
    private static let who = text("The id of an account, or an e-mail address.")
    private static let business = list(text("The code of a kind of business; none for all kinds."))
    private static let until: JSONNode = [
        "type": "string", "description": "The last day, as 2027-12-31; empty for no end.",
    ]
    private static let reason = text("Why; it is kept.")

    private static let organisation = object(
        "An organisation.",
        [
            "id": text("The id."), "name": text("The name."), "code": text("The unified social credit code."),
            "region": text("Six digits of GB/T 2260."), "kind": kind, "level": assurance,
            "state": ["type": "string", "enum": ["active", "closed"]], "created": moment, "powers": list(power),
        ]
    )
    private static let version = object(
        "What it said from some time on.",
        [
            "time": moment, "name": text("The name."), "code": text("The unified social credit code."),
            "region": text("Six digits of GB/T 2260."), "level": assurance,
            "state": ["type": "string", "enum": ["active", "closed"]],
        ]
    )
}
