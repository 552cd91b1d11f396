package import Declarations

/// What two contents of an entry say differently in one field.
package struct FieldDifference: Sendable, Hashable {
    /// The field; ``Condition/state`` for the state.
    package let field: String
    /// What the first says; nil where it says nothing.
    package let before: FieldValue?
    /// What the second says.
    package let after: FieldValue?

    /// The differences in the order of the declaration, then those of fields that it no longer has.
    static func between(
        _ old: EntryContent?,
        _ new: EntryContent,
        of register: RegisterDeclaration
    ) -> [FieldDifference] {
        var names = register.fields.map(\.name)
        names += Set((old?.fields ?? [:]).keys).union(new.fields.keys).subtracting(names).sorted()
        var differences = names.compactMap { name -> FieldDifference? in
            let (before, after) = (old?.fields[name], new.fields[name])
            return before == after ? nil : FieldDifference(field: name, before: before, after: after)
        }
        if old?.state != new.state {
            differences.insert(
                FieldDifference(
                    field: Condition.state,
                    before: (old?.state).map { .text($0) },
                    after: new.state.map { .text($0) }
                ),
                at: 0
            )
        }
        return differences
    }
}
