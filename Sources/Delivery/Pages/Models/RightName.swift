package import Links

/// The kind of a right as pages name it; raw values are those of the exported records.
package enum RightName: String, Sendable, Hashable, CaseIterable {
    case patent
    case utilityModel
    case design
    case trademark
    case gi
    case layout

    /// The register that holds it.
    package var register: RegisterName {
        switch self {
        case .patent, .utilityModel: .patent
        case .design: .design
        case .trademark: .trademark
        case .gi: .gi
        case .layout: .layout
        }
    }
}
