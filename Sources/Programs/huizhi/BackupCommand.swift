import App
import ArgumentParser
import Store

/// `huizhi backup`.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the store into a new folder while others go on using it.",
        discussion: "The copy holds the key of the log: keep it as safe as the data folder. The index is not copied."
    )

    @OptionGroup var options: DataOptions
    @Argument(help: "A folder that is new or empty.") var target: String

    func run() async throws {
        try await Console.run {
            let settings = try Settings(data: options.data)
            let installation = try await Installation.open(settings)
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
        discussion: "Refuses to overwrite a store."
    )

    @OptionGroup var options: DataOptions
    @Argument(help: "The folder of the backup.") var source: String

    func run() async throws {
        try await Console.run {
            let settings = try Settings(data: options.data)
            try Store.restore(from: source, to: StoreFolder(path: settings.data))
            Console.print("restored to \(settings.data); `huizhi doctor --data \(settings.data)` checks it")
        }
    }
}
