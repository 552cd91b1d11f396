/// A register of rights as it stands in a URL, in the order of the tabs of a result.
package enum RegisterName: String, Sendable, Hashable, CaseIterable {
    case patent
    case trademark
    case design
    case gi
    case layout
}
