internal import Domain

extension CodeList {
    /// Reads a file of codes.
    ///
    /// - Parameters:
    ///   - text: its text.
    ///   - name: the name of the list, that of the file without its ending.
    ///   - file: how the file is named in problems.
    /// - Returns: the list, nil where too little of it could be read, and every problem found.
    package static func read(_ text: String, name: String, file: String) -> (CodeList?, [DeclarationProblem]) {
        let log = ProblemLog(file: file)
        do throws(DeclarationProblem) {
            let root = try YAMLText.read(text, file: file)
            return (read(root, name: name, log: log), log.problems)
        } catch {
            return (nil, [error])
        }
    }

    private static func read(_ root: DeclaredNode, name: String, log: ProblemLog) -> CodeList? {
        let keys = ["label", "source", "sample", "codes"]
        guard let map = MapReader(root, "code list '\(name)'", keys: keys, log: log) else { return nil }
        if !Words.isName(name) { log.add(0, "the file is named '\(name)'; \(Words.nameRule)") }
        let label = map.wording("label", isRequired: true)
        let codes = map.members("codes").compactMap { code($0, log: log) }
        if map.node("codes") == nil {
            log.add(map.line, "\(map.subject) has no 'codes'; write codes: and under it CODE: {zh: …, en: …}")
        }
        let known = Set(codes.map(\.code))
        for member in map.members("codes") {
            guard let code = codes.first(where: { $0.code == member.key }), let broader = code.broader else { continue }
            if !known.contains(broader) || broader == code.code {
                log.add(
                    member.line,
                    "code '\(code.code)' is a part of '\(broader)', which is no other code of the list"
                )
            }
        }
        guard let label else { return nil }
        return CodeList(
            name: name,
            label: label,
            source: map.text("source"),
            isSample: map.flag("sample"),
            codes: codes
        )
    }

    private static func code(_ member: DeclaredNode.Member, log: ProblemLog) -> Code? {
        let subject = "code '\(member.key)'"
        guard !member.key.isEmpty, member.key.utf8.count <= 64, !member.key.utf8.contains(where: { $0 <= 0x20 }) else {
            log.add(member.line, "\(subject) must have 1 to 64 bytes without blanks")
            return nil
        }
        let keys = ["zh", "en", "help", "from", "until", "broader"]
        guard let map = MapReader(member.value, subject, keys: keys, log: log) else { return nil }
        guard let zh = map.text("zh"), let en = map.text("en") else {
            log.add(member.line, "\(subject) needs both languages; write {zh: …, en: …}")
            return nil
        }
        let (from, until) = (map.day("from"), map.day("until"))
        if let from, let until, until < from { map.refuse("until", "lies before 'from'") }
        return Code(
            code: member.key,
            label: Bilingual(zh, en),
            help: map.wording("help"),
            from: from,
            until: until,
            broader: map.text("broader")
        )
    }
}
