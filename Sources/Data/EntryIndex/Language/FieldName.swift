import Domain

/// What a field name in a query means: one field, or one of several by the form of the value.
struct FieldName: Equatable, Sendable {
    /// The fields it can mean; the first is meant when the value does not decide.
    let fields: [Field]
    /// Whether a class stands for itself alone, without what is below it.
    let isExact: Bool

    init(_ fields: [Field], isExact: Bool = false) {
        self.fields = fields
        self.isExact = isExact
    }

    /// A name together with its folded characters, as the lexer compares them.
    struct Entry: Sendable {
        let text: String
        let folded: [Unicode.Scalar]
        let name: FieldName
        /// Whether blanks may stand between its characters.
        let hasBlanks: Bool

        init(text: String, folded: [Unicode.Scalar], name: FieldName) {
            self.text = text
            self.folded = folded
            self.name = name
            hasBlanks = text.utf8.contains(0x20)
        }
    }

    /// Every name, by first character, longest first, so that the first that fits is the one meant.
    static let byFirst: [Unicode.Scalar: [Entry]] = {
        var table: [Unicode.Scalar: [Entry]] = [:]
        for entry in all {
            if let first = entry.folded.first { table[first, default: []].append(entry) }
        }
        return table.mapValues { entries in
            entries.enumerated()
                .sorted { ($1.element.folded.count, $0.offset) < ($0.element.folded.count, $1.offset) }
                .map(\.element)
        }
    }()

    /// Every name in the order of the fields; a name that two fields claim belongs to the first.
    static let all: [Entry] = {
        var entries: [Entry] = []
        var seen: Set<[Unicode.Scalar]> = []
        func add(_ text: String, _ name: FieldName) {
            let folded = fold(text)
            if seen.insert(folded).inserted { entries.append(Entry(text: text, folded: folded, name: name)) }
        }
        for field in Field.allCases {
            let names = field.names
            for text in names.aliases + [names.label.zh, names.label.en] + names.others {
                add(text, FieldName([field]))
            }
        }
        for text in ["IPCX", "IPCX分类号"] { add(text, FieldName([.ipc], isExact: true)) }
        add("CPCX", FieldName([.cpc], isExact: true))
        for text in ["主分类号", "分类号", "主分类"] { add(text, FieldName([.ipc, .locarno])) }
        add("优先权", FieldName([.priorityNumber, .priorityDate]))
        return entries
    }()

    /// A name as names are compared: narrow, upper case, simplified, without blanks.
    static func fold(_ text: String) -> [Unicode.Scalar] {
        QuerySource(text).folded.filter { $0 != " " }.map(\.asInNames)
    }

    /// The known name nearest to an unknown one, near enough to be what was meant.
    ///
    /// Near is one edit, or a third of the characters where there are more; a short alias has to begin the same.
    /// Before a comparison only fields of dates can be meant.
    static func nearest(to unknown: String, isCompared: Bool = false) -> String? {
        let wanted = fold(unknown)
        guard (2...24).contains(wanted.count) else { return nil }
        var best: (distance: Int, text: String)?
        for entry in all {
            let limit = max(1, min(wanted.count, entry.folded.count) / 3)
            guard abs(entry.folded.count - wanted.count) <= limit else { continue }
            if wanted.count <= 3, entry.folded.first != wanted.first { continue }
            if isCompared, entry.name.dateField == nil { continue }
            let distance = EditDistance.between(wanted, entry.folded, limit: limit)
            if distance <= limit, distance < best?.distance ?? .max { best = (distance, entry.text) }
        }
        return best?.text
    }
}

extension Unicode.Scalar {
    /// The character as names of fields are compared: an ASCII letter in upper case, a Han character simplified.
    var asInNames: Unicode.Scalar {
        value < 0x80 ? upperCased : Self.simplified[self] ?? self
    }

    /// The simplified forms of the traditional characters in names of fields.
    private static let simplified: [Unicode.Scalar: Unicode.Scalar] = {
        let traditional = "請號開專權發稱類優關鍵詞書說圖設計機構國際狀態證註冊領術經濟區別審員標題產業維納獻對優師簡郵編碼碟盤頒產務項創單話"
        let simplified = "请号开专权发称类优关键词书说图设计机构国际状态证注册领术经济区别审员标题产业维纳献对优师简邮编码碟盘颁产务项创单话"
        return Dictionary(zip(traditional.unicodeScalars, simplified.unicodeScalars)) { first, _ in first }
    }()
}
