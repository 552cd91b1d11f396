/// A query of another system as a tree, before its fields and values are looked at.
indirect enum ForeignNode {
    case leaf(ForeignLeaf)
    /// Two or more.
    case joined(ForeignJoint, [ForeignNode])
    case not(ForeignNode)
    case near(ForeignNode, Expression.Nearness, ForeignNode, at: SourceRange)
    /// The first, and not near the second.
    case notNear(ForeignNode, Expression.Nearness, ForeignNode, at: SourceRange)
    case weighted(ForeignNode, by: Double)

    /// The same with a field for all leaves that have none yet.
    func scoped(to field: ForeignField, _ relation: ForeignRelation = .equal) -> ForeignNode {
        switch self {
        case .leaf(var leaf):
            if leaf.field == nil {
                leaf.field = field
                leaf.relation = relation
            }
            return .leaf(leaf)
        case .joined(let joint, let members):
            return .joined(joint, members.map { $0.scoped(to: field, relation) })
        case .not(let node): return .not(node.scoped(to: field, relation))
        case .near(let left, let nearness, let right, let range):
            return .near(left.scoped(to: field, relation), nearness, right.scoped(to: field, relation), at: range)
        case .notNear(let left, let nearness, let right, let range):
            return .notNear(left.scoped(to: field, relation), nearness, right.scoped(to: field, relation), at: range)
        case .weighted(let node, let factor): return .weighted(node.scoped(to: field, relation), by: factor)
        }
    }
}

/// How two parts are joined.
enum ForeignJoint {
    case and, or, xor
}

/// One value that is looked for.
struct ForeignLeaf {
    /// What is looked for.
    enum Value {
        /// A word, its signs of truncation replaced.
        case word([Expression.Piece])
        /// Words side by side.
        case phrase(String)
        /// From one value to another, either of them open.
        case interval(String?, String?)
    }

    var value: Value
    /// The field it was given; nil for none.
    var field: ForeignField?
    var relation = ForeignRelation.equal
    let range: SourceRange
}

/// How a field's value is asked for.
enum ForeignRelation: Hashable {
    case equal, less, atMost, atLeast, greater, unequal
    /// Any of the words of a quotation.
    case any
    /// All words of a quotation, in any order.
    case all
    /// `within`: between the two values of a quotation.
    case within
}

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
