/// One of the eight sections of the International Patent Classification.
package enum IPCSection: String, Hashable, Sendable, CaseIterable {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case A, B, C, D, E, F, G, H

    /// The section's title in both languages.
    package var title: Bilingual {
        switch self {
        case .A: Bilingual("人类生活必需", "Human necessities")
        case .B: Bilingual("作业；运输", "Performing operations; transporting")
        case .C: Bilingual("化学；冶金", "Chemistry; metallurgy")
        case .D: Bilingual("纺织；造纸", "Textiles; paper")
        case .E: Bilingual("固定建筑物", "Fixed constructions")
        case .F:
            Bilingual(
                "机械工程；照明；加热；武器；爆破",
                "Mechanical engineering; lighting; heating; weapons; blasting"
            )
        case .G: Bilingual("物理", "Physics")
        case .H: Bilingual("电学", "Electricity")
        }
    }
}
