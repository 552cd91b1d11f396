package import Declarations
import Domain
import Identity
import Store

/// Personal fields: masked for everybody but the operator, until somebody says why they want to know them.
///
/// What somebody sends back as it was shown to them stays as it was.
extension RegisterEntries {
    /// The most characters of a reason.
    package static let longestReason = 500

    /// An entry with its personal fields as they are; who saw them and why is kept before.
    ///
    /// - Parameters:
    ///   - id: the entry.
    ///   - reason: why, in 1 to ``longestReason`` characters.
    ///   - reader: who asks.
    /// - Returns: the entry, as far as the reader may see it.
    /// - Throws: `Failure.notFound`, `.invalid` for no reason; what the store throws.
    package func unmask(_ id: String, reason: String, _ reader: EntryReader) async throws -> EntryView {
        let found = try await entry(id, reader)
        guard reason.contains(where: { !$0.isWhitespace }), reason.count <= Self.longestReason else {
            throw Failure.invalid(field: "reason", reason: "say why in 1 to \(Self.longestReason) characters")
        }
        let view = view(found, reader, isMasked: false)
        let names = Array(view.content.fields.keys)
        try await disclose(id, names, of: found.register, on: found.target, reader, reason: reason)
        return view
    }

    /// The fields whose values a reader is shown masked.
    func masks(_ register: RegisterDeclaration, _ reader: EntryReader) -> [FieldDeclaration] {
        reader.isOperator ? [] : register.fields.filter(\.isMasked)
    }

    /// The fields of a register that a reader may take along in a table: what is shown masked is left out, so that taking the table in
    /// again puts no mask in the place of a name.
    package func taken(_ register: RegisterDeclaration, _ reader: EntryReader) -> [FieldDeclaration] {
        let masks = Set(masks(register, reader).map(\.name))
        return visible(register, reader).filter { !masks.contains($0.name) }
    }

    /// What was sent, in which what came back as it was shown says again what stands behind the mask.
    ///
    /// - Parameters:
    ///   - wanted: what was sent.
    ///   - read: the same as it is stored, as far as it could be read.
    ///   - base: what the entry said in the version of which it was made; nil for a new one.
    ///   - register: the register.
    ///   - writer: who sent it.
    /// - Returns: what is meant.
    func unmasked(
        _ wanted: EntryContent,
        read: EntryContent,
        over base: EntryContent?,
        _ register: RegisterDeclaration,
        _ writer: EntryReader
    ) -> EntryContent {
        var content = wanted
        for field in masks(register, writer) {
            guard let old = base?.fields[field.name] else { continue }
            // A mask that cannot be read as a value of its type is still the mask; a table says parts beside what stays of the entry.
            let sent = [wanted.fields[field.name], read.fields[field.name]].compactMap(\.self)
            content.fields[field.name] =
                sent.lazy.compactMap { field.unmasked($0, over: old) }.first ?? wanted.fields[field.name]
        }
        return content
    }

    /// Differences as a reader is shown them.
    func masked(
        _ differences: [FieldDifference],
        of register: RegisterDeclaration,
        _ reader: EntryReader,
        keepingAfter: Bool = false
    ) -> [FieldDifference] {
        let fields = masks(register, reader)
        return differences.map { difference in
            guard let field = fields.first(where: { $0.name == difference.field }) else { return difference }
            return FieldDifference(
                field: difference.field,
                before: difference.before.map(field.masked),
                after: keepingAfter ? difference.after : difference.after.map(field.masked)
            )
        }
    }
}

extension FieldDeclaration {
    /// What is shown in the place of a text.
    private static let mask = "***"

    /// Whether its values are shown masked: it says something of a person, in a name or in words.
    ///
    /// Of other personal values no part can be shown without the whole; they stand as they are for those who read the field, and who
    /// saw them is kept all the same.
    var isMasked: Bool { personal != nil && [.person, .text, .rich].contains(type.sort) }

    /// A value as it is shown: of a person the masked name with the duty, of words nothing.
    func masked(_ value: FieldValue) -> FieldValue {
        switch value {
        case .list(let items): return .list(items.map(masked))
        case .text: return .text(Self.mask)
        case .parts(var parts):
            parts["name"] = value["name"].map { .text(Masked.name($0)) }
            return .parts(parts)
        }
    }

    /// What a value means that was shown masked and came back: of each item the one behind the same mask, and where other parts of it
    /// were changed the name behind it; nil where no mask came back.
    func unmasked(_ value: FieldValue, over old: FieldValue) -> FieldValue? {
        var (items, left) = (value.items, old.items)
        var whole: Set<Int> = []
        for index in items.indices {
            guard let place = left.firstIndex(where: { masked($0) == items[index] }) else { continue }
            items[index] = left.remove(at: place)
            whole.insert(index)
        }
        var isChanged = !whole.isEmpty
        for index in items.indices where !whole.contains(index) {
            guard case .parts(var parts) = items[index], let name = items[index]["name"],
                let place = left.firstIndex(where: { masked($0)["name"] == name })
            else { continue }
            parts["name"] = left.remove(at: place)["name"].map { .text($0) }
            items[index] = .parts(parts)
            isChanged = true
        }
        guard isChanged else { return nil }
        if case .list = value { return .list(items) }
        return items.first
    }
}
