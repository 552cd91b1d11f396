import App
import ArgumentParser
import Domain
import Store

/// `huizhi backup`.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the store into a new folder while others go on using it.",
        discussion: "The copy holds the keys of the node: keep it as safe as the data folder. The index is not copied."
    )

    @OptionGroup var options: DataOptions
    @Argument(help: "A folder that is new or empty.") var target: String

    func run() async throws {
        try await Console.run {
            let settings = try options.settings()
            guard settings.database == nil else {
                throw Failure.unavailable(
                    reason: "PostgreSQL is copied by its own tools: pg_basebackup with archived WAL, or pg_dump; "
                        + "keep the keys of the node with the copy"
                )
            }
            let installation = try await Installation.openExisting(settings)
            let manifest = try await installation.store.backup(of: StoreFolder(path: settings.data), to: target)
            try await installation.close()
            let bytes = manifest.files.reduce(0) { $0 + $1.bytes }
            Console.print("\(manifest.files.count) files, \(bytes) bytes copied to \(target)")
        }
    }
}

/// `huizhi restore`.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make a data folder from a backup, after checking every file of it.",
        discussion: """
            Refuses to overwrite a store. With --up-to the store becomes what it was when its log had so many lines; contents
            that were withdrawn since do not come back.
            """
    )

    @OptionGroup var options: DataOptions
    @Option(help: "The last line of the log that stays.") var upTo: Int64?
    @Argument(help: "The folder of the backup.") var source: String

    func validate() throws {
        if let upTo, upTo < 0 { throw ValidationError("--up-to must not be negative") }
    }

    func run() async throws {
        try await Console.run {
            let settings = try options.settings()
            guard settings.database == nil else {
                throw Failure.unavailable(
                    reason: "this makes a data folder with SQLite; PostgreSQL is restored by its own tools"
                )
            }
            let rewound = try await Installation.restore(from: source, settings, upTo: upTo)
            if upTo != nil {
                Console.print("\(rewound.lines) lines taken off the log, \(rewound.entries) records are as they were")
            }
            for id in rewound.lost { Console.note("withdrawn since and not restored: \(id)") }
            Console.print("restored to \(settings.data); `huizhi doctor --data \(settings.data)` checks it")
        }
    }
}
