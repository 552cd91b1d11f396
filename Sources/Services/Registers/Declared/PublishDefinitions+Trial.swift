import Declarations
package import Domain
import Store

extension PublishDefinitions {
    /// How the entries of a register stand to declarations that are not in force yet.
    package struct Trial: Sendable, Hashable {
        /// The register, and what people call it.
        package let register: String
        package let label: Bilingual
        /// How many entries were tried, and whether these are all.
        package let entries: Int
        package let isWhole: Bool
        /// How many of them do not fit.
        package let misfits: Int
        /// In how many entries each field does not fit, in the order of the names; values are never told.
        package let fields: [Field]

        /// A field with the number of entries in which it does not fit.
        package struct Field: Sendable, Hashable {
            /// Its name; empty for what is of the entry as a whole.
            package let name: String
            package let entries: Int
        }
    }

    /// The most entries of a register that are tried.
    package static let mostTried = 200_000
    /// How many entries are read at once.
    private static let block = 500

    /// Tries the entries of all registers that old entries may not fit by a plan; nothing is changed.
    ///
    /// **Cost** reads and checks each entry of these registers, up to ``mostTried``.
    /// - Parameter plan: a plan without problems.
    /// - Returns: the registers in the order of their names; none where nobody has to decide.
    /// - Throws: What the store throws.
    package func trial(_ plan: Plan) async throws -> [Trial] {
        let grave = plan.steps.filter { $0.effect == .decision }
        let lists = Set(grave.filter { $0.kind == .codes }.map(\.name))
        var names = Set(grave.filter { $0.kind == .register }.map(\.name))
        for register in plan.set.registers.values {
            let isConcerned = register.fields.contains { field in
                if case .choice(let list) = field.type { lists.contains(list) } else { false }
            }
            if isConcerned { names.insert(register.name) }
        }
        var trials: [Trial] = []
        for register in names.sorted().compactMap({ plan.set.registers[$0] }) {
            trials.append(try await tried(register, plan.set))
        }
        return trials
    }

    private static func isOfFiles(_ field: String, _ value: FieldValue) -> Bool {
        value.items.contains { EntryFile($0) != nil }
    }

    private func tried(_ register: RegisterDeclaration, _ set: DeclarationSet) async throws -> Trial {
        // Codes of all times: what was right when it was written stays so.
        let check = EntryCheck(register, codes: set.codes, day: nil)
        var (count, misfits, isWhole) = (0, 0, true)
        var fields: [String: Int] = [:]
        var taken: Set<String> = []
        var last = register.name + "/"
        while true {
            let block = try await store.entries(following: last, limit: Self.block)
            let own = block.prefix { $0.register == register.name }
            for entry in own where entry.state == .live {
                let content = try DeclaredContent.read(entry).plain
                // The state and files may stay; a value is right only where the new declaration takes it.
                let before = EntryContent(fields: content.fields.filter(Self.isOfFiles), state: content.state)
                var wrong = Set(check(content, before: before).problems.map { String($0.field.prefix { $0 != "." }) })
                for key in register.uniqueKeys(of: content) where key.age != .earlier {
                    if !taken.insert("\(key.scope) \(key.field) \(key.value)").inserted {
                        wrong.insert(key.message.field)
                    }
                }
                count += 1
                if !wrong.isEmpty { misfits += 1 }
                for field in wrong { fields[field, default: 0] += 1 }
            }
            guard own.count == Self.block, let end = own.last?.entry else { break }
            guard count < Self.mostTried else {
                isWhole = false
                break
            }
            last = end
        }
        return Trial(
            register: register.name,
            label: register.label,
            entries: count,
            isWhole: isWhole,
            misfits: misfits,
            fields: fields.sorted { $0.key < $1.key }.map { Trial.Field(name: $0.key, entries: $0.value) }
        )
    }
}
