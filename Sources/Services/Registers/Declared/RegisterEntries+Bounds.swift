import Declarations
import Domain
import Identity
import Store

/// What somebody may make of an entry: where it lies, and which fields.
extension RegisterEntries {
    /// What a writer wrote over what an entry says: what they may not see or change stays.
    ///
    /// - Parameters:
    ///   - wanted: what they wrote.
    ///   - old: what the entry says now; nil for a new one.
    ///   - target: where it lies.
    ///   - register: the declaration.
    ///   - writer: who wrote it.
    /// - Returns: the content, and the fields that they wrote though they may not.
    func merged(
        _ wanted: EntryContent,
        over old: EntryContent?,
        at target: Target,
        _ register: RegisterDeclaration,
        _ writer: EntryReader
    ) -> (content: EntryContent, refused: [FieldDeclaration]) {
        var content = wanted
        var refused: [FieldDeclaration] = []
        let now = store.now
        for field in register.fields {
            let mayRead = writer.has(register.readers(of: field), to: .readEntries, on: target, at: now)
            let mayWrite = field.write.map { writer.has($0, to: .writeEntries, on: target, at: now) } ?? true
            if mayRead, mayWrite { continue }
            // Whether a guess is right is told to nobody who may not read it.
            if let value = content.fields[field.name], !mayRead || value != old?.fields[field.name] {
                refused.append(field)
            }
            content.fields[field.name] = old?.fields[field.name]
        }
        // A sample stays one: what was made up does not become true by being edited.
        content.sample = old == nil ? wanted.sample : old?.sample
        return (content, refused)
    }

    /// Whether a reader may see an entry with this content.
    func maySee(_ content: EntryContent, _ id: String, _ register: RegisterDeclaration, _ reader: EntryReader) -> Bool {
        reader.has(register.read, to: .readEntries, on: register.target(of: content, id: id), at: store.now)
    }

    /// What a reader may see of an entry that they may see.
    func seen(
        _ content: EntryContent,
        _ id: String,
        _ register: RegisterDeclaration,
        _ reader: EntryReader
    ) -> EntryContent {
        guard !reader.isOperator else { return content }
        let target = register.target(of: content, id: id)
        var seen = content
        seen.fields = content.fields.filter { name, _ in
            register.field(name).map {
                reader.has(register.readers(of: $0), to: .readEntries, on: target, at: store.now)
            } ?? false
        }
        return seen
    }

    /// The content that a row makes of an entry in the form in which it is stored, and everything that is wrong with it: values,
    /// where the entry lies or would lie, fields that the writer may not write.
    ///
    /// - Parameters:
    ///   - wanted: what the row says over what the writer sees of the entry.
    ///   - old: what the entry says now; nil for a new one.
    ///   - id: the entry.
    ///   - register: the declaration.
    ///   - check: checks of values.
    ///   - writer: who wrote it.
    /// - Returns: the content, which may be stored where there is no problem.
    func bounded(
        _ wanted: EntryContent,
        over old: EntryContent?,
        _ id: String,
        _ register: RegisterDeclaration,
        _ check: EntryCheck,
        _ writer: EntryReader
    ) -> (content: EntryContent, problems: [ValueProblem]) {
        guard !writer.isOperator else { return check(wanted, before: old) }
        let place = register.place.region ?? register.place.institution ?? ""
        let elsewhere = ValueProblem(
            field: place,
            message: Bilingual(
                "这一条所在的地区或机构不在您的范围内",
                "the entry lies in a region or institution that is not yours"
            )
        )
        // Of an entry that the writer may not change, nothing else is told.
        if let old {
            let target = register.target(of: old, id: id)
            guard maySee(old, id, register, writer), mayWrite(on: target, register, writer) else {
                return (wanted, [elsewhere])
            }
        }
        let (read, slips) = check(wanted, before: old)
        let places = [register.place.region, register.place.institution]
        guard !slips.contains(where: { places.contains($0.field) }) else { return (read, slips) }
        let target = register.target(of: read, id: id)
        guard mayWrite(on: target, register, writer) else { return (read, [elsewhere]) }
        // Values are compared as they are stored, 610100 for 西安市; what is wrong is told by the second check.
        var wish = wanted
        wish.fields.merge(read.fields) { $1 }
        let (merged, refused) = merged(
            wish,
            over: old,
            at: old.map { register.target(of: $0, id: id) } ?? target,
            register,
            writer
        )
        var (content, problems) = check(merged, before: old)
        if old == nil { problems += beginning(content, register, writer) }
        content.sample = merged.sample
        problems += refused.map { field in
            ValueProblem(
                field: field.name,
                message: Bilingual("\(field.label.zh)不能由您填写", "\(field.label.en) is not yours to write")
            )
        }
        return (content, problems)
    }

    private func mayWrite(on target: Target, _ register: RegisterDeclaration, _ writer: EntryReader) -> Bool {
        writer.has(register.write, to: .writeEntries, on: target, at: store.now)
    }
}
