package import Domain

/// What values a field holds.
package enum FieldKind: Hashable, Sendable {
    /// Running text.
    case text
    /// Names of persons and organisations; part of a name is enough.
    case name
    /// Numbers of documents.
    case number
    /// Calendar dates.
    case date
    /// Symbols of a classification.
    case classification(Scheme)
    /// Words or codes of a list.
    case code
    /// Chinese administrative divisions, by name or code.
    case region
    /// Countries and organisations, by name or two-letter code.
    case country

    /// A classification.
    package enum Scheme: String, Hashable, Sendable {
        case ipc, cpc, locarno, nice, vienna
        /// FT, UC, ECLA, FI, combination sets: symbols as printed, without levels.
        case other

        /// A symbol as an example of how one is written.
        package var example: String {
            switch self {
            case .ipc, .cpc: "H01M10/05"
            case .locarno: "14-02"
            case .nice: "9"
            case .vienna: "7.1.1"
            case .other: "5H029AJ03"
            }
        }

        /// The scheme's name for people.
        package var label: Bilingual {
            switch self {
            case .ipc: Bilingual("IPC 分类号", "IPC symbol")
            case .cpc: Bilingual("CPC 分类号", "CPC symbol")
            case .locarno: Bilingual("洛迦诺分类号", "Locarno class")
            case .nice: Bilingual("尼斯分类（1 至 45）", "Nice class (1 to 45)")
            case .vienna: Bilingual("维也纳图形要素编码", "Vienna code")
            case .other: Bilingual("分类号", "class symbol")
            }
        }
    }
}
