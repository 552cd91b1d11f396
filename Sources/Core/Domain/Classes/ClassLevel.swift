/// How deep a symbol of a classification reaches.
package enum ClassLevel: Int, Comparable, Hashable, Sendable, CaseIterable {
    case section, `class`, subclass, mainGroup, subgroup

    package static func < (left: ClassLevel, right: ClassLevel) -> Bool { left.rawValue < right.rawValue }

    /// The level in words.
    package var words: Bilingual {
        switch self {
        case .section: Bilingual("部", "section")
        case .class: Bilingual("大类", "class")
        case .subclass: Bilingual("小类", "subclass")
        case .mainGroup: Bilingual("大组", "main group")
        case .subgroup: Bilingual("小组", "subgroup")
        }
    }
}
