import App
import ArgumentParser
import Domain
import Foundation
import Identity
import Store

/// `huizhi audit`.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Verify that nothing of the audit was altered, removed or reordered; print it; seal what is new.",
        discussion: """
            ACTIONS
              audit verify   the log, its tree, checkpoints and signatures, what it says of accounts, and what is sealed
              audit show     lines of the log, events of accounts, or who saw what; the newest first
              audit seal     seal at once what is new; a running node with the key of the log does so once a minute

            EXAMPLES
              huizhi audit --data data verify
              huizhi audit --data data show --kind disclosures --account account/ID --since 2026-11-01 --csv

            Where from, why and what exactly are shown of one account, by --account; its owner then reads that the operator looked.

            Exit status of verify: 0 nothing is wrong; 1 something is, each finding on a line of its own, with its place.
            """
    )

    /// What to do.
    enum Action: String, CaseIterable, ExpressibleByArgument {
        case verify, show, seal
    }

    /// What to show.
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case log, events, disclosures
    }

    @OptionGroup var options: DataOptions
    @Option(help: "Of show: log, events or disclosures.") var kind = Kind.log
    @Option(help: "Of show: the first day in China, such as 2026-11-01.") var since: String?
    @Option(help: "Of show: the last day in China.") var until: String?
    @Option(help: "Of show: one account, by its id.") var account: String?
    @Option(help: "Of show: one register of the log, such as grant.") var register: String?
    @Option(help: "Of show: the most rows.") var limit = 1_000
    @Flag(help: "Print JSON: of show one object a line.") var json = false
    @Flag(help: "Of show: print CSV.") var csv = false
    @Argument(help: "verify, show or seal.") var action: Action

    func validate() throws {
        let ofShow: [(Bool, String)] = [
            (since != nil, "--since"), (until != nil, "--until"), (account != nil, "--account"),
            (register != nil, "--register"), (csv, "--csv"),
        ]
        if action != .show, let option = ofShow.first(where: \.0) {
            throw ValidationError("\(option.1) belongs to show")
        }
        if json, csv { throw ValidationError("--json and --csv do not go together") }
        guard limit > 0 else { throw ValidationError("--limit takes a number from 1") }
        _ = try filter()
    }

    private func filter() throws -> AuditFilter {
        func day(_ text: String?, _ name: String) throws -> Int64? {
            guard let text else { return nil }
            guard let end = LastDay.end(of: text) else {
                throw ValidationError("\(name) \"\(text)\" is no day; write it as 2026-11-01")
            }
            return end
        }
        // A day begins 24 hours before it ends: China has no summer time.
        let start = try day(since, "--since").map { $0 - 86_400_000_000 }
        return AuditFilter(account: account, register: register, since: start, until: try day(until, "--until"))
    }

    func run() async throws {
        try await Console.run {
            let installation = try await Installation.openExisting(try options.settings())
            do {
                switch action {
                case .verify: try await verify(installation)
                case .show: try await show(installation)
                case .seal: Console.print("\(try await installation.store.sealAudit()) rows sealed")
                }
            } catch {
                try await installation.close()
                throw error
            }
            try await installation.close()
        }
    }

    // MARK: Verify

    private struct Report: Encodable {
        struct Finding: Encodable {
            var kind, subject, detail: String
        }
        var sound: Bool
        var findings: [Finding]
        var lines, entries, rows: Int64
    }

    private func verify(_ installation: Installation) async throws {
        let report = try await installation.verifyAudit()(as: .operator)
        if json {
            try Console.json(
                Report(
                    sound: report.isSound,
                    findings: report.findings.map {
                        .init(kind: $0.kind.rawValue, subject: $0.subject, detail: $0.detail)
                    },
                    lines: report.lines,
                    entries: report.entries,
                    rows: report.sealedRows
                )
            )
        } else {
            for finding in report.findings {
                let cells = [finding.kind.rawValue, finding.subject, finding.detail]
                Console.print(cells.map(TableCell.tabbed).joined(separator: "\t"))
            }
            Console.print(
                "log: \(report.lines) lines checked\nentries of accounts, of what belongs to them, and seals: \(report.entries) checked\n"
                    + "sealed rows: \(report.sealedRows) checked"
            )
            Console.print(report.isSound ? "nothing is wrong" : "something is wrong; see above")
        }
        if !report.isSound { throw ExitCode(1) }
    }

    // MARK: Show

    private func show(_ installation: Installation) async throws {
        let store = installation.store
        let filter = try filter()
        var isTold = false
        if csv { Console.print(kind.columns.joined(separator: ",")) }
        var (left, place) = (limit, AuditPlace?.none)
        repeat {
            let page = min(left, 1_000)
            let rows: [[String]]
            switch kind {
            case .log:
                let found = try await store.lines(filter, before: place, limit: page)
                (rows, place) = (found.lines.map(\.cells), found.next)
            case .events:
                let found = try await store.events(filter, before: place, limit: Int64(page))
                (rows, place) = (
                    found.map { filter.shown($0.event).cells }, found.count == page ? found.last?.place : nil
                )
            case .disclosures:
                let found = try await store.disclosures(filter, before: place, limit: Int64(page))
                (rows, place) = (
                    found.map { filter.shown($0.disclosure).cells }, found.count == page ? found.last?.place : nil
                )
            }
            // Before anything of somebody is shown, it is kept that the operator looked, so that its owner can read that.
            if let account = filter.account, kind != .log, !rows.isEmpty, !isTold {
                let administer = AdministerAccounts(try await installation.accounts(makesKey: false))
                try await administer.disclose(.readAuditLog, of: account, fields: [kind.rawValue], reason: "")
                isTold = true
            }
            left -= rows.count
            for row in rows { try write(row) }
        } while left > 0 && place != nil
    }

    private func write(_ row: [String]) throws {
        if json {
            try Console.json(Dictionary(uniqueKeysWithValues: zip(kind.columns, row)))
        } else {
            Console.print(
                csv ? row.map(TableCell.csv).joined(separator: ",") : row.map(TableCell.tabbed).joined(separator: "\t")
            )
        }
    }
}

extension AuditCommand.Kind {
    /// The names of what is shown.
    fileprivate var columns: [String] {
        switch self {
        case .log: ["sequence", "time", "author", "register", "entry", "version", "digest"]
        case .events: ["time", "account", "kind", "address", "detail"]
        case .disclosures:
            ["time", "viewer", "role", "place", "subject", "action", "fields", "reason", "address"]
        }
    }
}

extension Change {
    fileprivate var cells: [String] {
        [String(sequence), AuditCommand.moment(time), author, register, entry, String(version), "\(digest)"]
    }
}

extension AccountEvent {
    fileprivate var cells: [String] { [AuditCommand.moment(time), account, kind, address, detail ?? ""] }
}

extension Disclosure {
    fileprivate var cells: [String] {
        [AuditCommand.moment(time), viewer, role, place, subject, action, fields, reason, address]
    }
}

extension AuditCommand {
    /// ISO 8601 in UTC, to the second.
    fileprivate static func moment(_ time: Int64) -> String {
        Date(timeIntervalSince1970: Double(time / 1_000_000)).formatted(.iso8601)
    }
}
