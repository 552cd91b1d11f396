/// Who administers accounts: pages and twins, for who has a role that allows it.
extension OpenAPI {
    static let adminPaths: [String: JSONNode] = [
        "/admin": own(page("What the roles of who is signed in let them administer.", [], ["303": toSignIn])),
        "/admin/accounts": own(
            page("The accounts, masked, the newest first.", [after], refusals),
            sends: "Finds an account by its e-mail address or id.",
            ["who": text("An e-mail address or id.")]
        ),
        "/admin/accounts.json": own(
            get(
                "The accounts, masked, the newest first.",
                [after],
                twin("The accounts.", "AdminAccounts")
            )
        ),
        "/admin/account/{account}": own(
            page("One account, masked.", [account, done], refusals),
            sends: "Shows name and address (`unmask`), which is kept and told the owner; closes the account for a time "
                + "(`suspend`) or opens it again (`restore`).",
            [
                "do": ["type": "string", "enum": ["unmask", "suspend", "restore"]],
                "reason": text("Why; it is kept."),
            ]
        ),
        "/admin/account/{account}.json": own(
            get("One account, masked.", [account], twin("The account.", "AdminAccount"))
        ),
        "/admin/grants": own(
            page("Who has which role, the newest first.", [role, ofAccount, after, done], refusals),
            sends: "Grants a role.",
            [
                "who": text("The id of the account, or its address where that is confirmed."),
                "role": ["type": "string", "enum": .list(roles.map { .text($0) })],
                "scope": ["type": "string", "enum": ["nation", "region", "institution", "organisation"]],
                "place": text("The region, institution or organisation; nothing for the nation."),
                "reason": text("Why; it is kept."),
                "until": text("The last day in China, such as 2027-12-31; nothing for no end."),
            ]
        ),
        "/admin/grants.json": own(
            get(
                "Who has which role, the newest first.",
                [role, ofAccount, after],
                twin("The grants.", "Grants")
            )
        ),
        "/admin/audit": own(
            page("What happened to accounts, who saw whose data, and the log of changes.", audit, refusals)
        ),
        "/admin/audit.json": own(
            get(
                "A list of the audit, the newest first; that it was taken along is noted.",
                audit,
                twin("The rows.", "Audit")
            )
        ),
        "/admin/audit.csv": own(
            get(
                "A list of the audit as a table; the header Link leads to the next page.",
                audit,
                [
                    "200": answer("The rows.", "text/csv; charset=utf-8", ["type": "string"]), "401": signedOut,
                    "403": parameter("responses", "Problem"), "503": busy,
                ]
            )
        ),
        "/admin/audit/verification": own(
            page("What the newest verification of the audit found.", [done], refusals),
            sends: "Has a job verify the audit, which may take minutes; the result stands here then.",
            ["do": ["type": "string", "enum": ["verify"]]]
        ),
        "/admin/audit/verification.json": own(
            get(
                "What the newest verification of the audit found, and whether another one is asked for.",
                [],
                twin("The result.", "AuditVerification")
            )
        ),
        "/admin/definitions": own(
            page("The declarations of registers, codes, calendars, indicators and plans in force.", [], refusals)
        ),
        "/admin/definitions.json": own(
            get("The declarations in force.", [], twin("The declarations.", "Definitions"))
        ),
        "/admin/definitions/new": own(
            page("The form for a new declaration.", [], refusals),
            sends: "Checks a new declaration, or publishes it.",
            definitionForm.merging([
                "kind": text("The kind, by the name of its folder."), "name": text("The name of the declaration."),
            ]) { mine, _ in mine }
        ),
        "/admin/definitions/{kind}/{name}": own(
            page("One declaration with its versions.", [kind, name, version, done], refusals),
            sends: "Checks a text and compares it with what is in force (`check`), or publishes it (`publish`).",
            definitionForm
        ),
        "/admin/definitions/{kind}/{name}.json": own(
            get(
                "One declaration with its text and its versions.",
                [kind, name, version],
                twin("The declaration.", "Definition")
            )
        ),
        "/admin/definitions/{kind}/{name}.yaml": own(
            get(
                "The text of a declaration.",
                [kind, name, version],
                [
                    "200": answer("The text.", "application/yaml", ["type": "string"]), "401": signedOut,
                    "403": parameter("responses", "Problem"), "404": noFile, "503": busy,
                ]
            )
        ),
        "/admin/grant/{grant}": own(
            page("One grant.", [grant, done], refusals),
            sends: "Takes the role back.",
            ["do": ["type": "string", "enum": ["revoke"]], "reason": text("Why; it is kept.")]
        ),
        "/admin/grant/{grant}.json": own(
            get("One grant.", [grant], twin("The grant.", "Grant"))
        ),
    ]

    static let adminSchemas: [String: JSONNode] = [
        "AdminAccount": adminAccount, "Grant": grantSchema,
        "Definitions": definitionList, "Definition": definition,
        "Audit": auditList, "AuditVerification": auditVerification,
        "AdminAccounts": object(
            "A page of accounts.",
            ["accounts": list(ref("AdminAccount")), "next": nextPage],
            optional: ["next"]
        ),
        "Grants": object(
            "A page of grants.",
            ["grants": list(ref("Grant")), "next": nextPage],
            optional: ["next"]
        ),
    ]

    // MARK: Parts

    private static let kinds: JSONNode = [
        "type": "string", "enum": ["codes", "calendars", "registers", "indicators", "plans"],
    ]
    private static let kind: JSONNode = [
        "name": "kind", "in": "path", "required": true, "description": "The kind, by the name of its folder.",
        "schema": kinds,
    ]
    private static let name: JSONNode = [
        "name": "name", "in": "path", "required": true, "description": "The name of the declaration.",
        "schema": ["type": "string"],
    ]
    private static let version = query(
        "version",
        "Which version: its number, or `folder` for the file in the folder of the node; else the one in force.",
        ["type": "string"]
    )
    private static let definitionForm: [String: JSONNode] = [
        "do": ["type": "string", "enum": ["check", "publish"]], "text": text("The YAML text."),
        "version": text("The version that was looked at; 0 for none."),
        "reason": text("Why; it is kept with the version."),
        "decide": text("`yes` where old entries may not fit."),
    ]
    private static let definitionList = object(
        "The declarations in force.",
        [
            "definitions": list(
                object(
                    "A declaration.",
                    [
                        "kind": kinds, "name": text("Its name."), "label": ref("Text"),
                        "version": whole("The version in force."), "published": moment,
                        "entries": whole("How many entries a register has."),
                        "folder": ["type": "string", "enum": ["same", "differs", "none"]],
                    ],
                    optional: ["label", "entries"]
                )
            ),
            "waiting": list(["type": "string"]),
        ]
    )
    private static let definition = object(
        "A declaration.",
        [
            "kind": kinds, "name": text("Its name."), "version": whole("The version whose text it is."),
            "text": text("The YAML text."),
            "versions": list(
                object(
                    "A version.",
                    [
                        "version": whole("Its number, from 1."), "published": moment,
                        "sha256": text("The SHA-256 of its text."),
                        "by": text("Who published it: a masked name, or `operator`."), "reason": text("Why."),
                    ],
                    optional: ["by", "reason"]
                )
            ),
        ]
    )

    private static let roles = [
        "agent", "staff", "system-administrator", "security-administrator", "audit-administrator",
    ]
    private static let refusals: [String: JSONNode] = [
        "303": toSignIn, "403": parameter("responses", "Page"), "404": parameter("responses", "Page"),
    ]
    private static let after = query("after", "Where the page before ended.", ["type": "string"])
    private static let role = query("role", "One role; all where it is left out.", ["type": "string"])
    private static let ofAccount = query("account", "One account; all where it is left out.", ["type": "string"])
    private static let audit = [
        query(
            "kind",
            "Which list.",
            ["type": "string", "enum": ["events", "disclosures", "log"], "default": "events"]
        ),
        ofAccount, query("since", "The first day in China, such as 2026-11-01.", ["type": "string"]),
        query("until", "The last day in China.", ["type": "string"]), after,
    ]
    private static let account = id("account", "The 26 letters and digits behind `account/` in the id.")
    private static let grant = id("grant", "The 26 letters and digits behind `grant/` in the id.")
    private static let nextPage = text("The address of the next page.")

    private static func id(_ name: JSONNode, _ description: JSONNode) -> JSONNode {
        [
            "name": name, "in": "path", "required": true, "description": description,
            "schema": ["type": "string", "pattern": "^[a-z2-7]{26}$"],
        ]
    }

    private static func twin(_ description: String, _ schema: String) -> [String: JSONNode] {
        [
            "200": answer(description, "application/json", ref(schema)), "401": signedOut,
            "403": parameter("responses", "Problem"), "404": parameter("responses", "Problem"), "503": busy,
        ]
    }

    private static let adminAccount = object(
        "An account as others see it.",
        [
            "account": text("The id of the account."), "name": text("The name; of a person masked."),
            "email": text("The e-mail address, masked."),
            "emailConfirmed": claim("Whether the e-mail address is known to be the person's."),
            "level": ["type": "string", "enum": ["unverified", "verified"]],
            "state": ["type": "string", "enum": ["active", "suspended"]], "created": moment,
            "roles": list(["type": "string"]),
        ]
    )

    private static let auditList = object(
        "A list of the audit.",
        [
            "kind": ["type": "string", "enum": ["events", "disclosures", "log"]],
            "rows": list(
                object(
                    "A row.",
                    [
                        "time": moment,
                        "what": text("The kind of an event, the action of a disclosure, the register of a line."),
                        "account": text("The account, or the entry of a line."),
                        "name": text("Its name; of a person masked, empty where there is none."),
                        "author": text("Who did it; empty for an event."),
                        "detail": text(
                            "Why or what exactly, where one account is asked for; of a line its number and version."
                        ),
                        "address": text("The network address, cut, where one account is asked for."),
                    ]
                )
            ), "next": nextPage,
        ],
        optional: ["next"]
    )

    private static let asked = object(
        "Who asked for a verification, and when.",
        ["by": text("The id of the account."), "time": moment]
    )

    private static let auditVerification = object(
        "The newest verification of the audit.",
        [
            "waiting": asked,
            "result": object(
                "What was found.",
                [
                    "asked": asked, "began": moment, "ended": moment, "whole": claim("Whether it came to its end."),
                    "sound": claim("Whether it came to its end and nothing is wrong."),
                    "lines": whole("Lines of the log that were checked, from the first one."),
                    "entries": whole("Entries of accounts, of what belongs to them, and seals that were checked."),
                    "rows": whole("Sealed rows that were checked."),
                    "signatures": claim(
                        "Whether signatures were checked, for which the node needs the key of the log."
                    ),
                    "faults": list(
                        object(
                            "One thing that is wrong.",
                            [
                                "kind": text("Its kind, as `huizhi audit verify` names it."),
                                "place": text("Which line, entry, row or checkpoint."),
                                "detail": text("What was expected and what was found."),
                            ]
                        )
                    ), "cut": claim("Whether there are more faults."),
                ]
            ),
        ],
        optional: ["waiting", "result"]
    )

    private static let grantSchema = object(
        "That somebody has or had a role.",
        [
            "grant": text("The id of the grant."), "account": text("The account."),
            "name": text("Its name; of a person masked, empty where it is closed."), "role": text("The role."),
            "scope": ["type": "string", "enum": ["nation", "region", "institution", "organisation"]],
            "place": text("The region, institution or organisation."), "reason": text("Why."),
            "by": text("The account that granted it, or `operator`."), "from": moment, "until": moment,
            "revoked": moment,
        ],
        optional: ["place", "until", "revoked"]
    )
}
