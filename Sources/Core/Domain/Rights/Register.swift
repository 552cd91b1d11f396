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

    /// The kind of right in words.
    package var words: Bilingual {
        switch self {
        case .patent: Bilingual("发明专利", "Invention")
        case .utilityModel: Bilingual("实用新型", "Utility model")
        case .design: Bilingual("外观设计", "Design")
        case .trademark: Bilingual("商标", "Trade mark")
        case .gi: Bilingual("地理标志", "Geographical indication")
        case .layout: Bilingual("布图设计", "Layout-design")
        }
    }

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
