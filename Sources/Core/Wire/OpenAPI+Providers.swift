/// Accounts of outside providers.
extension OpenAPI {
    static let providerPaths: [String: JSONNode] = [
        "/account/providers": own(
            page("The accounts of outside providers of who is signed in.", [done], ["303": toSignIn]),
            sends: "Goes to a provider to link an account of it (`provider`), or unlinks one (`unlink`).",
            [
                "provider": text("The provider by its id, as the page names it."),
                "unlink": text("Which linked account, as the page names it."),
            ]
        ),
        "/account/providers/{provider}/return": page(
            "Where an outside provider sends a browser back (OpenID Connect Core 1.0, authorization code; RFC 9207). Whoever "
                + "is signed in by it goes on; where nobody has linked the account, the page offers to. Answers count once, in "
                + "the browser that began.",
            [
                [
                    "name": "provider", "in": "path", "required": true, "description": "The provider by its id.",
                    "schema": ["type": "string"],
                ],
                query("state", "As the browser took it to the provider.", ["type": "string"]),
                query("code", "What the provider gives for tokens, once.", ["type": "string"]),
                query("iss", "The issuer of the provider.", ["type": "string"]),
                query("error", "Why the provider signs nobody in.", ["type": "string"]),
            ],
            [
                "303": [
                    "description": "Somebody is signed in, or an account is linked; the page to go on to.",
                    "headers": ["Location": ["schema": ["type": "string"]]],
                ],
                "400": parameter("responses", "Page"), "403": parameter("responses", "Page"),
                "404": parameter("responses", "Page"), "409": parameter("responses", "Page"),
                "502": parameter("responses", "Page"), "503": parameter("responses", "Page"),
            ]
        ),
    ]

    /// The account of a provider that is linked once somebody signed in or up.
    static let linking = text("An account of an outside provider that waits to be linked, from the form.")
}
