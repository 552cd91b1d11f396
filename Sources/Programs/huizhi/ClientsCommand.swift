import App
import ArgumentParser
import Domain
import Foundation
import Identity

/// `huizhi clients`.
struct ClientsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clients",
        abstract:
            "Register programs of others that sign people in here (OpenID Connect), list, change and remove them.",
        discussion: """
            ACTIONS
              clients add                 register a program; prints its client_id and, unless it is public, its secret
              clients list                all programs
              clients change ID           change what is given and leave the rest; an empty --back-channel or --post-logout
                                          removes what there is
              clients remove ID           remove one; its tokens end
              clients secret ID           another secret for one; the old one no longer counts
              clients rotate-key          have another key sign ID tokens, from an hour on

            EXAMPLES
              huizhi clients --data data add --name-zh 示例平台 --name-en 'Sample platform' \\
                --redirect https://platform.example.cn/signed-in --reason 'letter 7 of 2026'
              huizhi clients --data data change ID --redirect https://platform.example.cn/new --reason 'letter 9 of 2026'
              huizhi clients --data data remove ID --reason 'closed'
              huizhi clients --data data rotate-key --leaked

            Changes of programs stand in the log with "operator" as their author. A running node knows them with the next
            request. A secret is printed once and kept as a digest.
            """
    )

    /// What to do.
    enum Action: String, CaseIterable, ExpressibleByArgument {
        case add, list, change, remove, secret
        case rotateKey = "rotate-key"
    }

    @OptionGroup var options: DataOptions
    @Option(help: "Of add and change: the name in Chinese.") var nameZh: String?
    @Option(help: "Of add and change: the name in English.") var nameEn: String?
    @Option(help: "Of add and change: an address to go back to after signing in; may be given 10 times.") var redirect:
        [String] =
            []
    @Option(help: "Of add and change: an address to go back to after signing out; may be given 10 times.")
    var postLogout: [String] = []
    @Option(help: "Of add and change: the address that is told of sign-outs. (default: none)") var backChannel: String?
    @Option(help: "Of add and change: what it may know, of openid, profile and email. (default: all)") var scope:
        String?
    @Flag(name: .customLong("public"), help: "Of add: it can keep no secret: it runs on the machines of its users.")
    var isPublic = false
    @Flag(help: "Of rotate-key: the present key leaked; the new one signs at once and all others are withdrawn.")
    var leaked = false
    @Option(help: "Of add, change, remove and secret: why; it is kept.") var reason: String?
    @Flag(help: "Print JSON.") var json = false
    @Argument(help: "add, list, change, remove, secret or rotate-key.") var action: Action
    @Argument(help: "Of change, remove and secret: the client_id.") var id: String?

    func validate() throws {
        let takesID = action == .change || action == .remove || action == .secret
        let describes = action == .add || action == .change
        guard (id != nil) == takesID else {
            throw ValidationError("\(action.rawValue) takes \(takesID ? "a client_id" : "no further word")")
        }
        let takesReason = takesID || action == .add
        if takesReason, reason == nil { throw ValidationError("say with --reason why; it is kept") }
        let misplaced: [(Bool, Bool, String)] = [
            (reason != nil, takesReason, "--reason"), (leaked, action == .rotateKey, "--leaked"),
            (nameZh != nil, describes, "--name-zh"), (nameEn != nil, describes, "--name-en"),
            (!redirect.isEmpty, describes, "--redirect"), (!postLogout.isEmpty, describes, "--post-logout"),
            (backChannel != nil, describes, "--back-channel"), (scope != nil, describes, "--scope"),
            (isPublic, action == .add, "--public"),
        ]
        if let option = misplaced.first(where: { $0.0 && !$0.1 }) {
            throw ValidationError("\(option.2) does not belong to \(action.rawValue)")
        }
        if action == .add, nameZh == nil || nameEn == nil || redirect.isEmpty {
            throw ValidationError("add takes --name-zh, --name-en and --redirect")
        }
        if action == .change, nameZh == nil, nameEn == nil, redirect.isEmpty, postLogout.isEmpty, backChannel == nil,
            scope == nil
        {
            throw ValidationError(
                "change takes what is to be changed: --name-zh, --name-en, --redirect, --post-logout, --back-channel or --scope"
            )
        }
        _ = try scopes()
    }

    func run() async throws {
        try await Console.run {
            let installation = try await Installation.openExisting(try options.settings())
            do {
                try await act(try await installation.singleSignOn(installation.accounts(makesKey: false)))
            } catch {
                try await installation.close()
                throw error
            }
            try await installation.close()
        }
    }

    private func scopes() throws -> [SignOnScope] {
        guard let scope else { return SignOnScope.allCases }
        return try scope.split(whereSeparator: { $0 == " " || $0 == "," }).map { word in
            guard let known = SignOnScope(rawValue: String(word)) else {
                throw ValidationError("\"\(word)\" is no scope; write of openid, profile and email")
            }
            return known
        }
    }

    private func act(_ service: SingleSignOn) async throws {
        let (clients, id, reason) = (service.clients, id ?? "", reason ?? "")
        switch action {
        case .add:
            let wish = ClientWish(
                nameZh: nameZh ?? "",
                nameEn: nameEn ?? "",
                redirects: redirect,
                postLogoutRedirects: postLogout,
                backChannelLogout: backChannel ?? "",
                scopes: try scopes(),
                isPublic: isPublic
            )
            try show(try await clients.add(wish, reason: reason, by: .operator))
        case .list:
            let all = try await clients.list(.operator).map(Shown.init)
            if json { return try Console.json(all) }
            if all.isEmpty { Console.print("no programs are registered; `huizhi clients add` registers one") }
            for client in all {
                Console.print("\(client.client_id)  \(client.nameZh) / \(client.nameEn), \(client.kind)")
                for address in client.redirects { Console.print("  back to \(address)") }
            }
        case .change:
            let found = try await clients.find(id, .operator)
            let old = found.content
            let wish = ClientWish(
                nameZh: nameZh ?? old.name.zh,
                nameEn: nameEn ?? old.name.en,
                redirects: redirect.isEmpty ? old.redirects : redirect,
                postLogoutRedirects: postLogout.isEmpty ? old.postLogoutRedirects : postLogout.filter { !$0.isEmpty },
                backChannelLogout: backChannel ?? old.backChannelLogout ?? "",
                scopes: scope == nil ? old.scopes.compactMap(SignOnScope.init) : try scopes()
            )
            let change = try await clients.change(
                id,
                to: wish,
                seen: found.version,
                agrees: true,
                reason: reason,
                by: .operator
            )
            guard case .done(let client) = change else { return }
            if json { return try Console.json(Shown(client)) }
            Console.print("\(id) is changed; it has version \(client.version)")
        case .remove:
            try await clients.remove(id, reason: reason, by: .operator)
            if json { return try Console.json(["removed": id]) }
            Console.print("\(id) is removed")
        case .secret: try show(try await clients.renewSecret(id, reason: reason, by: .operator))
        case .rotateKey:
            guard service.isPossible else {
                throw Failure.unavailable(reason: "there are no accounts yet, so there is no key to rotate")
            }
            let key = try await service.rotateKey(hasLeaked: leaked, by: .operator)
            let moment = Date(timeIntervalSince1970: Double(key.activeAt) / 1e6).formatted(.iso8601)
            if json { return try Console.json(["kid": key.id, "signsFrom": moment]) }
            Console.print("the key \(key.id) is published, and signs from \(moment) on")
        }
    }

    private struct Shown: Encodable {
        var client_id, nameZh, nameEn, kind: String
        var redirects, postLogoutRedirects, scopes: [String]
        var backChannelLogout, client_secret: String?

        init(_ client: RegisteredClient) {
            client_id = client.id
            let content = client.content
            (nameZh, nameEn) = (content.name.zh, content.name.en)
            kind = content.isPublic ? "public" : "confidential"
            (redirects, postLogoutRedirects) = (content.redirects, content.postLogoutRedirects)
            (scopes, backChannelLogout) = (content.scopes, content.backChannelLogout)
        }
    }

    private func show(_ made: Clients.Made) throws {
        var shown = Shown(made.client)
        shown.client_secret = made.secret
        if json { return try Console.json(shown) }
        Console.print("client_id      \(shown.client_id)")
        if let secret = made.secret { Console.print("client_secret  \(secret)  (printed this once)") }
    }
}
