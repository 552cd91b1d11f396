import Configuration
package import Domain
package import Federation
package import Identity
package import Mail
import Store
package import Web

/// Every setting of a node, read once at start: flags first, then the environment, then the documented default.
///
/// | setting | environment | default |
/// |---|---|---|
/// | data folder | `HUIZHI_DATA` | `data` |
/// | PostgreSQL in the place of SQLite | `HUIZHI_DATABASE` | none |
/// | file of the key that signs the log | `HUIZHI_LOG_KEY` | in the data folder; with PostgreSQL none |
/// | how the log is signed | `HUIZHI_LOG_SIGNATURES` | `ed25519`; `ed25519,sm2` signs with SM2 and SM3 too |
/// | file of the key for accounts | `HUIZHI_IDENTITY_KEY` | in the data folder; with PostgreSQL none |
/// | whether anybody may make an account | `HUIZHI_SIGN_UP` | `open`; `closed` |
/// | days for which is kept who looked at accounts | `HUIZHI_DISCLOSURE_DAYS` | `1096` |
/// | days after which another key signs ID tokens | `HUIZHI_SIGNING_KEY_DAYS` | `90`, from 2 to 3650 |
/// | whether platforms and providers at private addresses are reached | `HUIZHI_PRIVATE_PLATFORMS` | `no`; `yes` |
/// | file that names providers of others to sign in with | `HUIZHI_SIGN_IN_PROVIDERS` | none |
/// | list of passwords that leaked | `HUIZHI_BREACHED_PASSWORDS` | none, and then the built-in list |
/// | address to listen on | `HUIZHI_HOST` | `127.0.0.1` |
/// | port | `HUIZHI_PORT` | `8080` |
/// | mode | `HUIZHI_MODE` | `demonstration`; `production` refuses sample records |
/// | folder of static files | `HUIZHI_PUBLIC` | `Public` beside or above the program |
/// | folder of declarations of registers that `serve` publishes | `HUIZHI_DEFINITIONS` | `Definitions` beside or above the program; `none` |
/// | name of the operator | `HUIZHI_OPERATOR` | none, and then not shown |
/// | what the operator adds to the page of what is kept | `HUIZHI_PRIVACY` | none; the page marks what is missing |
/// | scheme and host under which readers know the node | `HUIZHI_ORIGIN` | none |
/// | ICP number of the operator | `HUIZHI_ICP` | none, and then not shown |
/// | police filing number | `HUIZHI_POLICE_FILING` | none, and then not shown |
/// | level of the log | `HUIZHI_LOG_LEVEL` | `info` |
/// | form of the log | `HUIZHI_LOG_FORMAT` | `text`; `json` writes one object a line |
/// | nodes to copy an index from | `HUIZHI_SIBLINGS` | none, and then the index is built |
/// | who may read metrics and copy the index | `HUIZHI_TRUSTED_ADDRESSES` | `127.0.0.0/8,::1` |
/// | seconds that requests are still taken after being told to end | `HUIZHI_DRAIN` | `1` |
/// | proposals of readers that may be open | `HUIZHI_PROPOSALS` | `1000`; `0` takes none |
/// | what a network may ask | `HUIZHI_QUOTA_NETWORK` | `6000/60`: 6,000 at once, again within 60 seconds; `none` |
/// | what an account may ask of its pages | `HUIZHI_QUOTA_ACCOUNT` | `600/60` |
/// | what a key for programs may ask | `HUIZHI_QUOTA_KEY` | `12000/60` |
/// | what a key may ask in a day | `HUIZHI_QUOTA_KEY_DAY` | `1000000` |
/// | keys that an account may have | `HUIZHI_KEYS` | `20`; `0` makes none |
/// | days that a key may last | `HUIZHI_KEY_DAYS` | `365` |
/// | gateway that verifies names | `HUIZHI_SHARING_GATEWAY` | none, and then no name is verified |
/// | things that an account may keep | `HUIZHI_KEPT` | `5000` |
/// | bytes of them | `HUIZHI_KEPT_BYTES` | `2097152` |
/// | mail server | `HUIZHI_SMTP` | none, and then no mail is sent |
/// | password of its user | `HUIZHI_SMTP_PASSWORD`, or a file `HUIZHI_SMTP_PASSWORD_FILE` | none |
/// | authorities that sign its certificate | `HUIZHI_SMTP_CA` | those of the system |
/// | sender of mail | `HUIZHI_MAIL_FROM` | none; needed with a mail server |
package struct Settings: Sendable {
    /// What a node is for.
    package enum Mode: String, Sendable {
        /// Sample records are welcome, badged and counted apart.
        case demonstration
        /// Sample records are refused.
        case production
    }

    /// How the log is written.
    package enum LogFormat: String, Sendable {
        /// For people.
        case text
        /// One JSON object a line.
        case json
    }

    package var data: String
    package var database: String?
    package var logKey: String?
    /// Whether checkpoints are signed with SM2 too.
    package var signsWithSM2: Bool
    package var identityKey: String?
    package var takesSignUps: Bool
    package var disclosureDays: Int
    package var signingKeyDays: Int
    package var reachesPrivatePlatforms: Bool
    package var signInProviders: [OutsideProvider]
    package var breachedPasswords: String?
    package var host: String
    package var port: Int
    package var mode: Mode
    package var publicFolder: String?
    /// The folder of declarations; empty to publish nothing, nil for the one that comes with the program.
    package var definitions: String?
    package var operatorName: String?
    package var privacyNote: String?
    package var origin: String
    package var icpNumber: String?
    package var policeNumber: String?
    package var logLevel: String
    package var logFormat: LogFormat
    package var siblings: [Sibling]
    package var trusted: [AddressBlock]
    package var drainSeconds: Int
    package var openProposals: Int
    package var networkQuota, accountQuota, keyQuota: Quota?
    package var keyDayQuota: Int
    package var keys: Int
    package var keyDays: Int
    package var kept: (things: Int, bytes: Int)
    package var mail: Mailer.Options?
    package var gateway: SharingGateway?

    /// Names of the environment variables that are read, for the documentation's test.
    package static let variables = [
        "HUIZHI_DATA", "HUIZHI_DATABASE", "HUIZHI_LOG_KEY", "HUIZHI_LOG_SIGNATURES", "HUIZHI_IDENTITY_KEY",
        "HUIZHI_SIGN_UP",
        "HUIZHI_DISCLOSURE_DAYS",
        "HUIZHI_SIGNING_KEY_DAYS", "HUIZHI_PRIVATE_PLATFORMS",
        "HUIZHI_SIGN_IN_PROVIDERS",
        "HUIZHI_BREACHED_PASSWORDS", "HUIZHI_HOST", "HUIZHI_PORT", "HUIZHI_MODE",
        "HUIZHI_PUBLIC", "HUIZHI_DEFINITIONS",
        "HUIZHI_OPERATOR", "HUIZHI_PRIVACY", "HUIZHI_ORIGIN", "HUIZHI_ICP", "HUIZHI_POLICE_FILING", "HUIZHI_LOG_LEVEL",
        "HUIZHI_LOG_FORMAT", "HUIZHI_SIBLINGS", "HUIZHI_TRUSTED_ADDRESSES", "HUIZHI_DRAIN",
        "HUIZHI_PROPOSALS", "HUIZHI_SMTP", "HUIZHI_SMTP_PASSWORD", "HUIZHI_SMTP_PASSWORD_FILE", "HUIZHI_SMTP_CA",
        "HUIZHI_MAIL_FROM", "HUIZHI_QUOTA_NETWORK", "HUIZHI_QUOTA_ACCOUNT", "HUIZHI_QUOTA_KEY", "HUIZHI_QUOTA_KEY_DAY",
        "HUIZHI_KEYS", "HUIZHI_KEY_DAYS", "HUIZHI_SHARING_GATEWAY",
        "HUIZHI_KEPT", "HUIZHI_KEPT_BYTES",
    ]

    /// Reads the environment; flags that were given win.
    ///
    /// - Throws: `Failure.invalid` naming the setting and what it may be.
    package init(data: String? = nil, database: String? = nil, host: String? = nil, port: Int? = nil) throws {
        let config = ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "huizhi")
        func number(_ key: String, _ field: String, _ bounds: ClosedRange<Int>, _ standard: Int) throws -> Int {
            let text = config.string(forKey: ConfigKey(key), default: String(standard))
            guard let number = Int(text), bounds.contains(number) else {
                throw Failure.invalid(
                    field: field,
                    reason: "\"\(text)\" is no number from \(bounds.lowerBound) to \(bounds.upperBound)"
                )
            }
            return number
        }
        func word(_ key: String, _ field: String, _ words: [String]) throws -> String {
            let text = config.string(forKey: ConfigKey(key), default: words[0])
            guard words.contains(text) else {
                throw Failure.invalid(
                    field: field,
                    reason: "\"\(text)\" is not known; write \(words.joined(separator: " or "))"
                )
            }
            return text
        }
        self.data = data ?? config.string(forKey: "data", default: "data")
        self.database = database ?? config.string(forKey: "database", isSecret: true)
        self.host = host ?? config.string(forKey: "host", default: "127.0.0.1")
        let portText = port.map(String.init) ?? config.string(forKey: "port", default: "8080")
        guard let chosen = Int(portText), (0...65_535).contains(chosen) else {
            throw Failure.invalid(
                field: port == nil ? "HUIZHI_PORT" : "--port",
                reason: "\"\(portText)\" is no port; write a number from 0 to 65535"
            )
        }
        self.port = chosen
        let modeText = config.string(forKey: "mode", default: Mode.demonstration.rawValue)
        guard let mode = Mode(rawValue: modeText) else {
            throw Failure.invalid(
                field: "HUIZHI_MODE",
                reason: "\"\(modeText)\" is no mode; write demonstration or production"
            )
        }
        self.mode = mode
        // With PostgreSQL the data folder may be deleted, so a key kept there would not last.
        logKey = config.string(forKey: "log.key") ?? (self.database == nil ? StoreFolder(path: self.data).logKey : nil)
        signsWithSM2 = try word("log.signatures", "HUIZHI_LOG_SIGNATURES", ["ed25519", "ed25519,sm2"]) != "ed25519"
        identityKey =
            config.string(forKey: "identity.key")
            ?? (self.database == nil ? StoreFolder(path: self.data).identityKey : nil)
        takesSignUps = try word("sign.up", "HUIZHI_SIGN_UP", ["open", "closed"]) == "open"
        disclosureDays = try number("disclosure.days", "HUIZHI_DISCLOSURE_DAYS", 200...36_500, 1_096)
        // Less than two days would leave no time to publish a key before and after it signs.
        signingKeyDays = try number("signing.key.days", "HUIZHI_SIGNING_KEY_DAYS", 2...3_650, 90)
        reachesPrivatePlatforms = try word("private.platforms", "HUIZHI_PRIVATE_PLATFORMS", ["no", "yes"]) == "yes"
        signInProviders =
            try config.string(forKey: "sign.in.providers").map { try OutsideProvider.list(file: $0) } ?? []
        breachedPasswords = config.string(forKey: "breached.passwords")
        publicFolder = config.string(forKey: "public")
        let folder = config.string(forKey: "definitions")
        definitions = folder == "none" ? "" : folder
        operatorName = config.string(forKey: "operator")
        privacyNote = config.string(forKey: "privacy")
        origin = config.string(forKey: "origin", default: "")
        icpNumber = config.string(forKey: "icp")
        policeNumber = config.string(forKey: "police.filing")
        logLevel = config.string(forKey: "log.level", default: "info")
        let formatText = config.string(forKey: "log.format", default: LogFormat.text.rawValue)
        guard let logFormat = LogFormat(rawValue: formatText) else {
            throw Failure.invalid(
                field: "HUIZHI_LOG_FORMAT",
                reason: "\"\(formatText)\" is no form; write text or json"
            )
        }
        self.logFormat = logFormat
        gateway = try config.string(forKey: "sharing.gateway").map { try SharingGateway($0) }
        siblings = try Sibling.list(config.string(forKey: "siblings", default: ""))
        trusted =
            try config.string(forKey: "trusted.addresses")
            .map { try AddressBlock.list($0, field: "HUIZHI_TRUSTED_ADDRESSES") } ?? AddressBlock.loopback
        let drainText = config.string(forKey: "drain", default: "1")
        guard let drain = Int(drainText), (0...8).contains(drain) else {
            throw Failure.invalid(
                field: "HUIZHI_DRAIN",
                reason: "\"\(drainText)\" is no drain time; write seconds from 0 to 8"
            )
        }
        drainSeconds = drain
        let proposalsText = config.string(forKey: "proposals", default: "1000")
        guard let proposals = Int(proposalsText), (0...100_000).contains(proposals) else {
            throw Failure.invalid(
                field: "HUIZHI_PROPOSALS",
                reason: "\"\(proposalsText)\" is no number of proposals; write one from 0, which takes none, to 100000"
            )
        }
        openProposals = proposals
        let defaults = WebServer.Options()
        func quota(_ key: String, _ field: String, _ standard: Quota?) throws -> Quota? {
            guard let text = config.string(forKey: ConfigKey(key)) else { return standard }
            return try Quota.read(text, field: field)
        }
        networkQuota = try quota("quota.network", "HUIZHI_QUOTA_NETWORK", defaults.networkQuota)
        accountQuota = try quota("quota.account", "HUIZHI_QUOTA_ACCOUNT", defaults.accountQuota)
        keyQuota = try quota("quota.key", "HUIZHI_QUOTA_KEY", defaults.keyQuota)
        keyDayQuota = try number("quota.key.day", "HUIZHI_QUOTA_KEY_DAY", 1...1_000_000_000, 1_000_000)
        keys = try number("keys", "HUIZHI_KEYS", 0...40, 20)
        keyDays = try number("key.days", "HUIZHI_KEY_DAYS", 1...3_650, 365)
        kept = (
            things: try number("kept", "HUIZHI_KEPT", 0...100_000, 5_000),
            bytes: try number("kept.bytes", "HUIZHI_KEPT_BYTES", 0...100_000_000, 2_097_152)
        )
        mail = try Mailer.Options(config, origin: origin)
    }

    /// Path of something in the data folder.
    package func path(_ name: String) -> String {
        data + "/" + name
    }
}
