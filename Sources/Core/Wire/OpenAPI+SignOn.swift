/// Single sign-on: what browsers and programs of others ask, and the pages of who looks after them.
extension OpenAPI {
    static let signOnPaths: [String: JSONNode] = [
        "/.well-known/openid-configuration": get(
            "This system as OpenID Provider (OpenID Connect Discovery 1.0).",
            [],
            ["200": answer("The description.", "application/json", configuration), "503": busy]
        ),
        "/.well-known/oauth-authorization-server": get(
            "The same, where OAuth looks for it (RFC 8414).",
            [],
            ["200": answer("The description.", "application/json", configuration), "503": busy]
        ),
        "/oauth/jwks.json": get(
            "The public keys that sign ID tokens and logout tokens (RFC 7517). They may be kept for an hour.",
            [],
            [
                "200": answer(
                    "The keys.",
                    "application/jwk-set+json",
                    object("A set of keys.", ["keys": list(["type": "object"])])
                ), "503": busy,
            ]
        ),
        "/oauth/authorize": form(
            get(
                "Begins to sign somebody in to a program (OpenID Connect Core 1.0, authorization code with PKCE S256). The "
                    + "browser goes on to the form that signs in, to the form of consent, or back to the program.",
                authorizationParameters,
                [
                    "200": parameter("responses", "Page"), "303": toProgram, "400": parameter("responses", "Page"),
                    "503": busy,
                ]
            ),
            "The same; also what the form of consent sends.",
            [
                "do": ["type": "string", "enum": ["allow", "refuse"]],
                "form": text("The token of the form of consent."),
            ],
            required: [],
            shown
        ),
        "/oauth/end-session": form(
            get(
                "Signs out at the wish of a program (OpenID Connect RP-Initiated Logout 1.0); who is signed in is asked unless "
                    + "the ID token is of this session.",
                [
                    query("id_token_hint", "An ID token of the program.", ["type": "string"]),
                    query("client_id", "The program.", ["type": "string"]),
                    query("post_logout_redirect_uri", "Where to go back to.", ["type": "string"]),
                    query("state", "Goes back as it came.", ["type": "string"]),
                    parameter("parameters", "lang"),
                ],
                [
                    "200": parameter("responses", "Page"), "303": toProgram, "400": parameter("responses", "Page"),
                    "503": busy,
                ]
            ),
            "The same; also what the form that asks sends.",
            ["do": ["type": "string", "enum": ["sign-out"]], "form": text("The token of the form.")],
            required: [],
            shown
        ),
        "/oauth/token": form(
            [:],
            "Gives tokens for a code, or for a refresh token, which is then used up. The program says who it is by HTTP Basic, "
                + "or by `client_id` and `client_secret`; a public one by `client_id` alone.",
            [
                "grant_type": ["type": "string", "enum": ["authorization_code", "refresh_token"]],
                "code": text("The code."), "redirect_uri": text("As it was in the request for the code."),
                "code_verifier": text("What the code challenge was made of."), "refresh_token": text("The token."),
                "scope": text("Of a refresh: no more than was given."), "client_id": text("The program."),
                "client_secret": text("Its secret."),
            ],
            required: ["grant_type"],
            ["200": answer("The tokens.", "application/json", tokens), "400": refused, "401": refused]
        ),
        "/oauth/revoke": form(
            [:],
            "Ends a token with all others of its sign-on (RFC 7009).",
            [
                "token": text("The token."), "client_id": text("The program."), "client_secret": text("Its secret."),
            ],
            required: ["token"],
            ["200": ["description": "It is no token any more."], "400": refused, "401": refused]
        ),
        "/oauth/userinfo": form(
            get(
                "What the program of a token may know of who signed in. The token stands in the header `Authorization`.",
                [],
                ["200": answer("The person.", "application/json", person), "401": refused, "503": busy]
            ),
            "The same; the token may stand in the form.",
            ["access_token": text("The token.")],
            required: [],
            ["200": answer("The person.", "application/json", person), "400": refused, "401": refused]
        ),
        "/account/consents": own(
            page("What who is signed in agreed to.", [], ["303": toSignIn]),
            sends: "Withdraws the consent to a program; its tokens end.",
            ["do": ["type": "string", "enum": ["withdraw"]], "purpose": text("Which consent, as the page names it.")]
        ),
        "/admin/clients": own(
            page(
                "Programs that sign people in through this system, for the system administrator.",
                [query("page", "From 1; fifty a page.", ["type": "integer", "minimum": 1, "default": 1])],
                ["303": toSignIn, "403": parameter("responses", "Page")]
            ),
            sends: "Registers a program; the answer is the page that shows its secret, once.",
            clientFields.merging([
                "do": ["type": "string", "enum": ["add"]],
                "kind": ["type": "string", "enum": ["confidential", "public"]],
            ]) { mine, _ in mine }
        ),
        "/admin/clients.json": own(
            get(
                "Programs that sign people in through this system, for the system administrator.",
                [],
                [
                    "200": answer("The programs.", "application/json", ref("Clients")), "401": signedOut,
                    "403": parameter("responses", "Problem"), "503": busy,
                ]
            )
        ),
        "/admin/clients/{id}": inPath(
            clientID,
            own(
                page(
                    "One program, with its history.",
                    [],
                    ["303": toSignIn, "403": parameter("responses", "Page"), "404": parameter("responses", "Page")]
                ),
                sends:
                    "Changes what is registered (`change`), makes another secret (`renew`), which the answer shows once, "
                    + "or removes the program (`remove`). A change that takes something away is answered with the question "
                    + "whether it is to be, until it is sent with `agree`.",
                clientFields.merging([
                    "do": ["type": "string", "enum": ["change", "renew", "remove"]],
                    "version": text("The version that was looked at; a change of another one is refused."),
                    "agree": ["type": "string", "enum": ["yes"]],
                ]) { mine, _ in mine }
            )
        ),
    ]

    static let signOnSchemas: [String: JSONNode] = [
        "Clients": object(
            "Programs that sign people in through this system.",
            [
                "clients": list(
                    object(
                        "A program.",
                        [
                            "id": text("Its client_id."), "nameZh": text("The name in Chinese."),
                            "nameEn": text("The name in English."), "isPublic": claim("Whether it has no secret."),
                            "redirects": list(text("An address to go back to after signing in.")),
                            "postLogoutRedirects": list(text("An address to go back to after signing out.")),
                            "scopes": list(["type": "string", "enum": ["openid", "profile", "email"]]),
                            "backChannelLogout": text("The address that is told of sign-outs."),
                            "by": text("The account that registered or changed it last, or `operator`."),
                            "reason": text("Why."), "created": ["type": "string", "format": "date-time"],
                        ],
                        optional: ["backChannelLogout"]
                    )
                )
            ]
        )
    ]

    // MARK: Parts

    /// What describes a program in a form.
    private static let clientFields: [String: JSONNode] = [
        "name-zh": text("The name in Chinese."), "name-en": text("The name in English."),
        "redirect": text("Addresses to go back to after signing in, blanks or lines between."),
        "post-logout": text("Addresses to go back to after signing out."),
        "back-channel": text("The address that is told of sign-outs."),
        "scope": text("What it may know: of `openid profile email`."), "reason": text("Why; it is kept."),
    ]

    private static let clientID: JSONNode = [
        "name": "id", "in": "path", "required": true, "schema": ["type": "string", "pattern": "^[a-z2-7]{26}$"],
    ]

    /// The same operations, each with a parameter of the path.
    private static func inPath(_ parameter: JSONNode, _ path: JSONNode) -> JSONNode {
        guard case .object(let operations) = path else { return path }
        return .object(
            operations.mapValues { operation in
                guard case .object(var members) = operation else { return operation }
                var all = [parameter]
                if case .list(let others)? = members["parameters"] { all += others }
                members["parameters"] = .list(all)
                return .object(members)
            }
        )
    }

    /// What a form that shows a page answers.
    private static let shown: [String: JSONNode] = [
        "200": parameter("responses", "Page"), "303": toProgram, "400": parameter("responses", "Page"),
        "413": parameter("responses", "Page"), "415": parameter("responses", "Page"),
    ]

    /// What a form in the body of a POST does.
    private static func form(
        _ path: JSONNode,
        _ summary: String,
        _ fields: [String: JSONNode],
        required: [String],
        _ answers: [String: JSONNode]
    ) -> JSONNode {
        guard case .object(var operations) = path else { return path }
        var schema: [String: JSONNode] = ["type": "object", "properties": .object(fields)]
        if !required.isEmpty { schema["required"] = .list(required.map { .text($0) }) }
        operations["post"] = [
            "summary": .text(summary),
            "requestBody": ["content": ["application/x-www-form-urlencoded": ["schema": .object(schema)]]],
            "responses": .object(
                answers.merging([
                    "413": parameter("responses", "Problem"), "415": parameter("responses", "Problem"), "503": busy,
                ]) { mine, _ in mine }
            ),
        ]
        return .object(operations)
    }

    private static let authorizationParameters: [JSONNode] = [
        query("client_id", "The program.", ["type": "string"]),
        query("redirect_uri", "Where to go back to, as it is registered, letter by letter.", ["type": "string"]),
        query("response_type", "`code`.", ["type": "string", "enum": ["code"]]),
        query("scope", "`openid`, and with it `profile` and `email`.", ["type": "string"]),
        query("state", "Goes back as it came.", ["type": "string"]),
        query("nonce", "Stands in the ID token; 512 bytes at most.", ["type": "string"]),
        query("code_challenge", "base64url of the SHA-256 of the code verifier (RFC 7636).", ["type": "string"]),
        query("code_challenge_method", "`S256`.", ["type": "string", "enum": ["S256"]]),
        query("prompt", "`none`, or `login`, `consent` or both.", ["type": "string"]),
        query("max_age", "Seconds since who signs in proved it.", ["type": "integer", "minimum": 0]),
        query("login_hint", "The e-mail address that the form is filled with.", ["type": "string"]),
        query("ui_locales", "Languages of the pages, the best first.", ["type": "string"]),
        query("id_token_hint", "An ID token of who is to be signed in.", ["type": "string"]),
        parameter("parameters", "lang"),
    ]

    private static let toProgram: JSONNode = [
        "description": "The page to go on to, or the program, with `code` or `error`, `state` and `iss` (RFC 9207).",
        "headers": ["Location": ["schema": ["type": "string"]]],
    ]

    private static let refused = answer(
        "Why not (RFC 6749 section 5.2).",
        "application/json",
        object("Why not.", ["error": text("The code."), "error_description": text("What is wrong and what to do.")])
    )

    private static let tokens = object(
        "Tokens.",
        [
            "access_token": text("Reads `/oauth/userinfo`."), "refresh_token": text("Gets the next tokens, once."),
            "id_token": text("Who signed in: a JSON Web Token, ES256."), "scope": text("What was given."),
            "token_type": ["type": "string", "enum": ["Bearer"]], "expires_in": whole("Seconds."),
        ]
    )

    private static let person = object(
        "Who signed in, as far as the program may know.",
        [
            "sub": text("The name of the account for this program."), "name": text("The name."),
            "locale": text("`zh-CN` or `en`."), "email": text("The e-mail address."),
            "email_verified": claim("Whether it was confirmed."),
        ],
        optional: ["name", "locale", "email", "email_verified"]
    )

    private static let configuration: JSONNode = ["type": "object", "required": ["issuer", "jwks_uri"]]
}
