/// The five registers of IP rights.
package enum Register: String, Codable, Hashable, Sendable, CaseIterable {
    /// Inventions and utility models; `RightKind` tells them apart.
    case patent
    case design
    case trademark
    /// Geographical indications.
    case gi
    /// Layout-designs (topographies) of integrated circuits.
    case layout
}

/// What kind of right a record is, as the `right` field of every exported record says.
package enum RightKind: String, Codable, Hashable, Sendable, CaseIterable {
    case patent, utilityModel, design, trademark, gi, layout

    /// The register that holds rights of this kind.
    package var register: Register {
        switch self {
        case .patent, .utilityModel: .patent
        case .design: .design
        case .trademark: .trademark
        case .gi: .gi
        case .layout: .layout
        }
    }
}
