/// What a field's name means here.
enum ForeignField: Hashable {
    /// These fields, any of which may have the value; of classes the symbol alone, without those below it, where
    /// `isExact`.
    case fields([Field], isExact: Bool)
    /// All of them, as in the box.
    case anywhere

    /// One or several fields.
    static func of(_ fields: Field...) -> ForeignField { .fields(fields, isExact: false) }

    /// A class without those below it.
    static func exact(_ fields: Field...) -> ForeignField { .fields(fields, isExact: true) }
}
