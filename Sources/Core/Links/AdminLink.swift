/// A page of who administers accounts.
///
/// **Shape** `/admin`, `/admin/accounts`, `/admin/account/ID`, `/admin/grants`, `/admin/grant/ID`, `/admin/audit`,
/// `/admin/audit/verification`, `/admin/definitions`, `/admin/definitions/new`, `/admin/definitions/KIND/NAME`, with `.yaml` the text
/// alone; then `version`, which version of a declaration, `role`
/// and `account`, which grants are listed, `kind`, `account`, `since` and `until`, which rows of the audit, `after`, where the page before ended, `done=WORD`, what was just done, and `lang`. No name, no e-mail
/// address and no reason stands in it.
package struct AdminLink: Sendable, Hashable {
    /// The pages.
    package enum Place: Sendable, Hashable {
        /// The way to the others.
        case overview
        case accounts
        /// One account, by its id.
        case account(String)
        case grants
        /// One grant, by its id.
        case grant(String)
        /// What happened, who saw what, and the log.
        case audit
        /// What the newest verification of the audit found.
        case verification
        /// The declarations in force.
        case definitions
        /// The form for a new declaration.
        case newDefinition
        /// One declaration by the folder of its kind and its name, and the text of it alone.
        case definition(String, String)
        case definitionText(String, String)
    }

    /// What was just done, which the page then says.
    package enum Done: String, Sendable, Hashable, CaseIterable {
        case granted, revoked, suspended, restored, asked, published
    }

    package var place: Place
    /// The role whose grants are listed, by its name; nil for all.
    package var role: String?
    /// The account whose grants or rows of the audit are listed; nil for all.
    package var account: String?
    /// Which list of the audit, by its name; nil for the first.
    package var kind: String?
    /// The first and the last day of the audit that are wanted; nil for no bound.
    package var since, until: String?
    /// Which version of a declaration: its number, or ``folderVersion``; nil for the one in force.
    package var version: String?
    /// Where the page before ended.
    package var after: String?
    package var done: Done?
    package var language: PageLanguage

    package init(
        _ place: Place = .overview,
        role: String? = nil,
        account: String? = nil,
        after: String? = nil,
        version: String? = nil,
        done: Done? = nil,
        language: PageLanguage = .zh
    ) {
        self.place = place
        self.role = role
        self.account = account
        self.after = after
        self.version = version
        self.done = done
        self.language = language
    }

    /// Reads a path without suffix; nil for one that is none of these.
    init?(path: String, _ parameters: Parameters) {
        guard let place = Self.place(path) else { return nil }
        self.init(place, language: parameters.language)
        done = parameters["done"].flatMap(Done.init)
        func value(_ name: String) -> String? {
            parameters[name].flatMap { $0.isEmpty || $0.utf8.count > Self.longestValue ? nil : $0 }
        }
        switch place {
        case .accounts: after = value("after")
        case .grants:
            after = value("after")
            role = value("role")
            account = value("account")
        case .audit:
            after = value("after")
            kind = value("kind")
            account = value("account")
            since = value("since")
            until = value("until")
        case .definition, .definitionText: version = value("version")
        case .overview, .account, .grant, .verification, .definitions, .newDefinition: break
        }
    }

    /// The version that stands for the file in the folder of the node.
    package static let folderVersion = "folder"

    /// Whether the page has a twin for programs: the overview only leads on.
    package var hasTwin: Bool {
        switch place {
        case .overview, .newDefinition, .definitionText: false
        default: true
        }
    }

    /// Whether it is a page of declarations.
    package var isOfDefinitions: Bool {
        switch place {
        case .definitions, .newDefinition, .definition, .definitionText: true
        default: false
        }
    }

    var path: String {
        switch place {
        case .overview: Link.adminPath
        case .accounts: Link.adminPath + "/accounts"
        case .grants: Link.adminPath + "/grants"
        case .audit: Link.adminPath + "/audit"
        case .verification: Link.adminPath + "/audit/verification"
        case .definitions: Self.definitionsPath
        case .newDefinition: Self.definitionsPath + "/" + Self.newName
        case .definition(let kind, let name): Self.definitionsPath + "/\(kind)/\(name)"
        case .definitionText(let kind, let name): Self.definitionsPath + "/\(kind)/\(name)" + Self.textSuffix
        case .account(let id), .grant(let id): Link.adminPath + "/" + id
        }
    }

    var parameters: Parameters {
        var result = Parameters()
        if let kind { result.append("kind", kind) }
        if let role { result.append("role", role) }
        if let account { result.append("account", account) }
        if let since { result.append("since", since) }
        if let until { result.append("until", until) }
        if let version { result.append("version", version) }
        if let after { result.append("after", after) }
        if let done { result.append("done", done.rawValue) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }

    private static let definitionsPath = Link.adminPath + "/definitions"
    private static let newName = "new"
    private static let textSuffix = ".yaml"

    /// The longest value of a parameter; bytes.
    private static let longestValue = 100

    private static func place(_ path: String) -> Place? {
        switch path {
        case Link.adminPath: return .overview
        case Link.adminPath + "/accounts": return .accounts
        case Link.adminPath + "/grants": return .grants
        case Link.adminPath + "/audit": return .audit
        case Link.adminPath + "/audit/verification": return .verification
        default:
            guard path.hasPrefix(Link.adminPath + "/") else { return nil }
            if let place = definition(path) { return place }
            let id = String(path.dropFirst(Link.adminPath.count + 1))
            if isID(id, of: "account") { return .account(id) }
            return isID(id, of: "grant") ? .grant(id) : nil
        }
    }

    /// A page of declarations: kinds and names have small letters, digits and hyphens.
    private static func definition(_ path: String) -> Place? {
        if path == definitionsPath { return .definitions }
        if path == definitionsPath + "/" + newName { return .newDefinition }
        guard path.hasPrefix(definitionsPath + "/") else { return nil }
        var rest = path.dropFirst(definitionsPath.count + 1)
        let isText = rest.hasSuffix(textSuffix)
        if isText { rest = rest.dropLast(textSuffix.count) }
        let parts = rest.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts.allSatisfy(isDefinitionName) else { return nil }
        return isText ? .definitionText(parts[0], parts[1]) : .definition(parts[0], parts[1])
    }

    /// Whether a declaration may have a name.
    package static func isDefinitionName(_ text: String) -> Bool {
        (1...longestName).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    /// The longest name of a declaration; bytes.
    private static let longestName = 64

    /// An id of a register: its name, a slash, and 26 letters and digits of base32.
    private static func isID(_ text: String, of register: String) -> Bool {
        guard text.hasPrefix(register + "/") else { return false }
        let rest = text.utf8.dropFirst(register.utf8.count + 1)
        return rest.count == 26 && rest.allSatisfy { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) }
    }
}
