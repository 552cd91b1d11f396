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
