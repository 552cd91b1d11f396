import Bytes
package import Declarations
import Domain
package import Index

/// The index of all declared registers that everybody reads.
package struct RegisterSource: DocumentSource {
    /// A register with its plan.
    struct Planned: Sendable {
        let declaration: RegisterDeclaration
        let plan: RegisterPlan
        /// The fields that are indexed, in the order of the declaration.
        let fields: [FieldDeclaration]
    }

    /// By name.
    let registers: [String: Planned]
    let codes: [String: CodeList]
    /// The plans, and the digest of everything else of the declarations that documents depend on.
    package let rules: [String: String]

    /// The key under which a snapshot remembers its plans.
    static let plans = "registers"
    /// Raised by every change of the program that makes other documents of the same declarations.
    private static let form = 2

    /// Takes the declarations in force.
    ///
    /// - Parameters:
    ///   - registers: all registers; those that not everybody reads are left out.
    ///   - codes: the code lists by their names.
    /// - Throws: `CanonicalJSON.Refusal`, which names never give.
    package init(_ registers: [RegisterDeclaration], codes: [String: CodeList]) throws {
        var planned: [String: Planned] = [:]
        for register in registers {
            guard let plan = RegisterPlan(register) else { continue }
            planned[register.name] = Planned(
                declaration: register,
                plan: plan,
                fields: register.fields.filter { plan.fields.contains($0.name) }
            )
        }
        self.registers = planned
        self.codes = codes
        rules = [
            Self.plans: String(
                decoding: try CanonicalJSON.encode(planned.mapValues(\.plan)),
                as: UTF8.self
            ),
            "declarations": sha256(Array(Self.description(planned, codes).utf8)).description,
        ]
    }

    /// The one schema of all declared registers.
    package var schema: Schema { RegisterSchema.schema }

    /// Whether it is a declared register that everybody reads.
    package func wants(_ register: String) -> Bool { registers[register] != nil }

    /// Somebody who makes documents of entries.
    package func maker() -> sending any DocumentMaker { RegisterDocuments(self) }

    /// Everything of the declarations that documents depend on beside the plans, a line each.
    private static func description(_ registers: [String: Planned], _ codes: [String: CodeList]) -> String {
        var lines = ["form \(form)"]
        var lists: Set<String> = []
        for (name, register) in registers.sorted(by: { $0.key < $1.key }) {
            lines.append("register \(name) \(register.declaration.title)")
            for field in register.fields {
                let uses = field.uses.map(\.rawValue).sorted().joined(separator: ",")
                lines.append("field \(field.name) \(field.type.word) \(uses) \(detail(of: field, &lists))")
            }
        }
        for list in lists.sorted() {
            lines.append("codes \(list)")
            for code in codes[list]?.codes ?? [] { lines.append("\(code.code)\t\(code.label.zh)\t\(code.label.en)") }
        }
        return lines.joined(separator: "\n")
    }

    private static func detail(of field: FieldDeclaration, _ lists: inout Set<String>) -> String {
        switch field.type {
        case .choice(let list):
            lists.insert(list)
            return list
        case .number(let decimals, _, _, _): return String(decimals)
        case .text: return field.isIdentifier ? "identifier" : ""
        default: return ""
        }
    }
}

extension FieldDeclaration {
    /// Whether its texts are numbers or codes, which one looks for as a whole.
    var isIdentifier: Bool {
        if case .text(_, false, let pattern, let check) = type {
            isUnique || pattern != nil || check != nil
        } else {
            false
        }
    }
}
