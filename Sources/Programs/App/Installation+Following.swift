import Declarations
import EntryIndex
import Federation
import Logging
import Registers
import Store
import Web

extension Installation {
    /// Keeps the index of rights in step with the log.
    ///
    /// - Parameters:
    ///   - snapshots: what siblings copy.
    ///   - logger: where failures are told.
    ///   - progress: called while the index is not whole.
    ///   - whole: called once, when it is.
    /// - Returns: the service.
    func following(
        _ snapshots: SnapshotOffer,
        _ logger: Logger,
        _ progress: @escaping @Sendable (IndexProgress) -> Void,
        whole: @escaping @Sendable () -> Void
    ) -> IndexFollowing {
        IndexFollowing(
            store: store,
            name: "rights",
            follower: follower,
            logger: logger,
            making: { try await makeWhole(report: progress) },
            whole: whole,
            followed: { snapshots.dropUnused() }
        )
    }

    /// Keeps the index of declared registers in step with the log and with the declarations in force.
    ///
    /// - Parameters:
    ///   - logger: where failures are told.
    ///   - whole: called once, when the index is whole.
    /// - Returns: the service.
    func followingRegisters(_ logger: Logger, whole: @escaping @Sendable () -> Void) -> IndexFollowing {
        IndexFollowing(
            store: store,
            name: "registers",
            follower: registerFollower,
            logger: logger,
            making: { try await registerFollower.catchUp() },
            whole: whole,
            followed: {}
        )
    }

    /// Publishes the declarations that come with the program, or those of the operator, as far as nobody has to decide.
    ///
    /// What is wrong with them keeps no node from starting: it is logged, and what was in force stays.
    /// - Throws: What the store throws.
    func publishDefinitions(_ logger: Logger) async throws {
        guard settings.definitions != "" else { return }
        guard let folder = settings.definitionFolder else {
            logger.notice(
                "no declarations are published: there is no folder Definitions beside or above the program",
                metadata: ["remedy": "name it with HUIZHI_DEFINITIONS, or write none"]
            )
            return
        }
        let files: [DeclarationFile]
        do {
            files = try DefinitionFolder(path: folder).files()
        } catch {
            logger.error("declarations cannot be read", metadata: ["folder": "\(folder)", "reason": "\(error)"])
            return
        }
        let start = try await publishDefinitions.atStart(files)
        for problem in start.problems {
            logger.error(
                "a declaration is wrong; none is published",
                metadata: ["place": "\(problem.file):\(problem.line)", "reason": "\(problem.message)"]
            )
        }
        for step in start.undecided {
            logger.warning(
                "a declaration differs from the one in force and waits for a decision",
                metadata: [
                    "declaration": "\(step.kind.folder)/\(step.name)",
                    "changes":
                        "\(step.changes.filter { $0.effect == .decision }.map(\.message).joined(separator: "; "))",
                ]
            )
        }
        if !start.published.isEmpty {
            logger.info("declarations published", metadata: ["count": "\(start.published.count)"])
        }
    }
}

extension Settings {
    /// The folder of declarations: as set, else what comes with the program; nil where there is none, or none is wanted.
    package var definitionFolder: String? {
        definitions == "" ? nil : definitions ?? ProgramFolder.found("Definitions", with: "registers")
    }
}
