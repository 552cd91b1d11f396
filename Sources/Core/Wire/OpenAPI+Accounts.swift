/// Accounts: the pages and twins of who is signed in.
extension OpenAPI {
    /// How a request says who is signed in.
    static let securitySchemes: JSONNode = [
        "session": [
            "type": "apiKey", "in": "cookie", "name": "session",
            "description": "Set by `/account/sign-in`; `__Host-session` where the node is reached over HTTPS.",
        ],
        "key": keyScheme,
    ]

    static let accountPaths: [String: JSONNode] = [
        "/account": own(
            page("Who is signed in: sessions, roles and recent events, as a page.", [done], ["303": toSignIn]),
            sends: "Ends a session, all others, or this one.",
            [
                "end": text("The id of a session to end, or `others`."),
                "do": ["type": "string", "enum": ["sign-out"]],
            ]
        ),
        "/account.json": own(
            get(
                "Who is signed in: sessions, roles and recent events.",
                [],
                ["200": answer("The account.", "application/json", ref("Account")), "401": signedOut, "503": busy]
            )
        ),
        "/account/sign-up": sent(
            page("The form that makes an account.", [next]),
            "Makes an account and signs in.",
            [
                "name": text("The name."), "email": text("The e-mail address."), "password": secret,
                "consent": ["type": "string", "enum": ["yes"]],
                "do": ["type": "string", "enum": ["begin"]], "linking": linking,
            ]
        ),
        "/account/sign-in": sent(
            page("The form that signs in.", [next, done]),
            "Signs in. Where the account has a second step, the answer is the form that asks for it; that form sends "
                + "`pending` and `code`.",
            [
                "email": text("The e-mail address."), "password": secret,
                "pending": text("Whose second step it is, from the form that asks for it."),
                "code": text("The code of the app, or a recovery code."),
                "do": ["type": "string", "enum": ["outside"]],
                "provider": text("With `do=outside`: the outside provider to go to, by its id."),
                "linking": linking,
            ]
        ),
        "/account/password": own(
            page("The form that changes the password.", [], ["303": toSignIn]),
            sends: "Changes the password and ends all other sessions.",
            ["old": secret, "new": secret]
        ),
        "/account/reset": sent(
            page("Another password for who forgot theirs, by a code that goes by e-mail."),
            "Sends a code to the e-mail address (`send`), or sets the password by it (`set`) and ends all sessions.",
            [
                "do": ["type": "string", "enum": ["send", "set"]], "email": text("The e-mail address."),
                "code": text("The code in the message."), "password": secret,
            ]
        ),
        "/account/email": own(
            page("The e-mail address, to confirm it or another.", [], ["303": toSignIn]),
            sends: "Sends a code to an address (`send`), or takes it (`set`): the address is then the account's.",
            [
                "do": ["type": "string", "enum": ["send", "set"]], "email": text("The e-mail address."),
                "code": text("The code in the message."),
            ]
        ),
        "/account/two-step": own(
            page("The second step of signing in.", [], ["303": toSignIn]),
            sends: "Sets the second step up, or turns it off.",
            [
                "do": ["type": "string", "enum": ["begin", "finish", "remove"]],
                "code": text("The code of the app, to finish."),
            ]
        ),
        "/account/confirm": own(
            page("The form that asks for the password again.", [next], ["303": toSignIn]),
            sends: "Confirms who is signed in; for ten minutes grave things may be done.",
            ["password": secret]
        ),
        "/account/data": own(
            page("Everything that is held about who is signed in, as a page.", [done], ["303": toSignIn]),
            sends: "Corrects name and language, or closes the account.",
            [
                "do": ["type": "string", "enum": ["correct", "close"]], "name": text("The name."),
                "language": ["type": "string", "enum": ["zh", "en"]], "password": secret,
            ]
        ),
        "/account/data.json": own(
            get(
                "Everything that is held about who is signed in.",
                [],
                ["200": answer("The data.", "application/json", ref("HeldData")), "401": signedOut, "503": busy]
            )
        ),
    ]

    static let accountSchemas: [String: JSONNode] = ["Account": account, "HeldData": held]

    // MARK: Parts

    /// Only for who is signed in.
    static func own(_ path: JSONNode) -> JSONNode {
        guard case .object(var operations) = path else { return path }
        for (method, operation) in operations {
            guard case .object(var members) = operation else { continue }
            members["security"] = [["session": []]]
            operations[method] = .object(members)
        }
        return .object(operations)
    }

    static func own(_ path: JSONNode, sends: String, _ fields: [String: JSONNode]) -> JSONNode {
        own(sent(path, sends, fields))
    }

    /// What a form of an account changes; each comes from a page of this node, with the token that the page has.
    private static func sent(_ path: JSONNode, _ summary: String, _ fields: [String: JSONNode]) -> JSONNode {
        guard case .object(var operations) = path else { return path }
        let page = parameter("responses", "Page")
        let common: [String: JSONNode] = [
            "form": text("The token of the form, from the page that it is on."),
            "next": text("The page to go on to."),
            "lang": ["type": "string", "enum": ["zh", "en"], "default": "zh"],
        ]
        let form: JSONNode = [
            "type": "object", "required": ["form"], "properties": .object(fields.merging(common) { mine, _ in mine }),
        ]
        var post: [String: JSONNode] = [
            "summary": .text(summary),
            "requestBody": [
                "required": true, "content": ["application/x-www-form-urlencoded": ["schema": form]],
            ],
            "responses": [
                "200": page,
                "303": [
                    "description": "It is done; the page to go on to stands in the header.",
                    "headers": ["Location": ["schema": ["type": "string"]]],
                ],
                "400": page, "401": page, "403": page, "409": page,
                "429": [
                    "description": "Too many tries; the header says when to try again.",
                    "headers": ["Retry-After": ["description": "Seconds to wait.", "schema": ["type": "integer"]]],
                    "content": ["text/html; charset=utf-8": ["schema": ["type": "string"]]],
                ],
                "503": page,
            ],
        ]
        // What stands in the path is as the page has it.
        if case .list(let parameters)? = operations["get"]?["parameters"] {
            let places = parameters.filter { $0["in"] == "path" }
            if !places.isEmpty { post["parameters"] = .list(places) }
        }
        operations["post"] = .object(post)
        return .object(operations)
    }

    private static let secret: JSONNode = ["type": "string", "format": "password", "description": "A password."]
    private static let next = query("next", "The address of a page of this site to go on to.", ["type": "string"])
    static let done = query("done", "What was just done, which the page then says.", ["type": "string"])
    static let toSignIn: JSONNode = [
        "description": "Nobody is signed in; the form that signs in stands in the header.",
        "headers": ["Location": ["schema": ["type": "string"]]],
    ]
    static let signedOut = answer("Nobody is signed in.", "application/problem+json", ref("Problem"))

    static let moment: JSONNode = ["type": "string", "format": "date-time"]
    private static let language: JSONNode = ["type": "string", "enum": ["zh", "en"]]
    static let assurance: JSONNode = ["type": "string", "enum": ["unverified", "verified", "simulated"]]
    private static let state: JSONNode = ["type": "string", "enum": ["active", "suspended"]]

    private static let account = object(
        "Who is signed in.",
        [
            "account": text("The id of the account."), "name": text("The name."), "email": text("The e-mail address."),
            "emailConfirmed": claim("Whether the e-mail address is known to be the person's."),
            "level": assurance, "language": language, "created": moment,
            "twoStep": claim("Whether signing in takes a code besides the password."),
            "recoveryCodesLeft": whole("Recovery codes that were not used."),
            "sessions": sessions, "roles": roles, "events": events,
            "invitations": whole("Invitations to act for somebody that wait for an answer."),
        ]
    )

    private static let held = object(
        "Everything that is held about who is signed in.",
        [
            "account": text("The id of the account."), "name": text("The name."), "email": text("The e-mail address."),
            "emailConfirmed": claim("Whether the e-mail address is known to be the person's."),
            "level": assurance, "state": state, "stateReason": text("Why the state was changed last."),
            "language": language, "created": moment,
            "consents": list(
                object(
                    "An agreement to what is kept.",
                    [
                        "purpose": text("To what end."), "basis": text("On which basis."),
                        "edition": whole("Which edition of the text."), "time": moment,
                        "scopes": list(text("What a program may know.")),
                    ],
                    optional: ["scopes"]
                )
            ),
            "versions": list(
                object(
                    "What the account said from some time on.",
                    [
                        "version": whole("From 1."), "time": moment, "name": text("The name."),
                        "email": text("The e-mail address."), "language": language, "level": assurance, "state": state,
                    ]
                )
            ),
            "links": list(
                object(
                    "An account of an outside provider; who it is there is kept as a keyed digest alone.",
                    ["provider": text("The provider by its id."), "time": moment]
                )
            ),
            "proofs": list(
                object(
                    "What the person proves who they are with, without the secret.",
                    [
                        "kind": ["type": "string", "enum": ["password", "timeCode", "recovery"]], "made": moment,
                        "used": claim("Whether it was used up."),
                    ]
                )
            ),
            "sessions": sessions, "roles": roles, "keys": list(key), "kept": ref("Kept"), "drafts": list(draft),
            "events": events,
            "disclosures": disclosures, "authorisations": list(ref("Authorisation")), "verification": verified,
            "signOns": signOns,
        ],
        optional: ["stateReason", "verification"]
    )

    private static let draft = object(
        "What was typed into the form of an entry and not sent yet.",
        [
            "register": text("The register."), "entry": text("The entry; left out for a new one."), "time": moment,
            "fields": [
                "type": "object", "description": "The values that are not as the entry says, as they were typed.",
                "additionalProperties": true,
            ],
            "emptied": list(text("A field that was emptied.")), "state": text("The state that was chosen."),
            "note": text("Why."),
        ],
        optional: ["entry", "state"]
    )

    private static let verified = object(
        "Who said that the name is the real one.",
        [
            "provider": text("Who said so."), "serial": text("Their number of the answer."), "time": moment,
            "simulated": claim("Whether it was a simulator, which counts for demonstrations alone."),
        ]
    )

    private static let signOns = list(
        object(
            "A platform that was let in with the account and whose session lasts.",
            [
                "client": text("The entry of the platform."), "nameZh": text("Its name in Chinese."),
                "nameEn": text("Its name in English."), "scopes": list(text("What it may know.")), "began": moment,
                "refreshed": moment, "ends": moment,
            ],
            optional: ["nameZh", "nameEn", "refreshed", "ends"]
        )
    )

    private static let sessions = list(
        object(
            "A browser that is signed in.",
            [
                "id": text("Names the session to `/account`."),
                "current": claim("Whether it is the one that asks."),
                "created": moment, "seen": moment, "ends": moment,
                "twoStep": claim("Whether it was begun with a second step."),
                "agent": text("Browser and system."), "address": text("The network address, cut."),
            ]
        )
    )

    private static let roles = list(
        object(
            "What the account may do beyond what every account may.",
            [
                "role": text("The role."), "place": text("The institution or region."), "from": moment,
                "until": moment,
            ],
            optional: ["place", "until"]
        )
    )

    private static let disclosures = list(
        object(
            "That somebody else saw personal data of the account.",
            [
                "time": moment, "viewer": text("The role that allowed it, or `operator`; never a name."),
                "place": text("The organisation, institution or region that the role is for."),
                "action": text("What was done."), "fields": list(["type": "string"]), "reason": text("Why."),
            ],
            optional: ["place"]
        )
    )

    private static let events = list(
        object(
            "Something that happened to the account.",
            [
                "kind": text("What."), "time": moment, "address": text("The network address, cut."),
                "detail": text("Why, or what exactly."),
            ],
            optional: ["detail"]
        )
    )
}
