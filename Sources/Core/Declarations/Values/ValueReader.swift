package import Domain

/// Reads values as their fields want them: in one form, or with a problem that says what to write.
package struct ValueReader: Sendable {
    /// The code lists by their names.
    let codes: [String: CodeList]
    /// The day on which codes must be in force; nil takes codes of all times.
    let day: PartialDate?

    /// The digests of files that may be new.
    private let files: Set<String>
    private let patterns = PatternList()

    /// Reads values.
    ///
    /// - Parameters:
    ///   - codes: the code lists by their names.
    ///   - day: today; nil takes codes of all times.
    ///   - files: the digests of files that may be new; no others are taken.
    package init(codes: [String: CodeList], day: PartialDate?, files: Set<String> = []) {
        self.codes = codes
        self.day = day
        self.files = files
    }

    /// Reads a value of a field.
    ///
    /// - Parameters:
    ///   - value: what a person or a program wrote.
    ///   - field: the field.
    ///   - before: the value that the field has, which stays acceptable where a code has ended meanwhile.
    /// - Returns: the value in the form in which it is stored; nil where nothing is said.
    /// - Throws: `ValueProblem`, the first of this field.
    package func read(
        _ value: FieldValue,
        of field: FieldDeclaration,
        before: FieldValue? = nil
    ) throws(ValueProblem) -> FieldValue? {
        guard let most = field.most else {
            if case .list(let items) = value {
                guard items.count <= 1 else {
                    throw problem(field, "只能填写一项", "takes one value, not \(items.count)")
                }
                guard let item = items.first else { return nil }
                return try one(item, of: field, before: before?.items ?? [])
            }
            return try one(value, of: field, before: before?.items ?? [])
        }
        var items: [FieldValue] = []
        for item in value.items {
            guard let read = try one(item, of: field, before: before?.items ?? []), !items.contains(read) else {
                continue
            }
            items.append(read)
        }
        guard items.count <= most else {
            throw problem(field, "最多 \(most) 项，现有 \(items.count) 项", "takes at most \(most) values, not \(items.count)")
        }
        return items.isEmpty ? nil : .list(items)
    }

    private func one(
        _ value: FieldValue,
        of field: FieldDeclaration,
        before: [FieldValue]
    ) throws(ValueProblem) -> FieldValue? {
        if case .file(let types, let largest) = field.type {
            guard !before.contains(value) else { return value }
            guard let file = EntryFile(value), files.contains(file.digest) else {
                throw problem(field, "文件在条目的表单里添加，这里不收", "takes files in the form of the entry, none here")
            }
            return try self.file(file, types, largest, of: field)
        }
        if !field.type.parts.isEmpty { return try withParts(value, of: field) }
        guard let raw = value.text else {
            throw problem(field, "应为一段文字", "is a single text, without parts")
        }
        let text = raw.trimmed
        guard !text.isEmpty else { return nil }
        if before.contains(.text(text)) { return .text(text) }
        return .text(try single(text, of: field))
    }

    private func file(
        _ file: EntryFile,
        _ types: [String],
        _ largest: Int,
        of field: FieldDeclaration
    ) throws(ValueProblem) -> FieldValue {
        guard types.contains(file.type) else {
            let known = types.compactMap { FileSort(mediaType: $0)?.rawValue.uppercased() }.joined(separator: ", ")
            let own = FileSort(mediaType: file.type)?.rawValue.uppercased() ?? file.type
            throw problem(field, "“\(file.name)”的内容是 \(own)，这里收 \(known)", "takes \(known); ‘\(file.name)’ is \(own)")
        }
        guard file.bytes <= largest else {
            throw problem(
                field,
                "“\(file.name)”有 \(file.bytes) 字节，最多 \(largest)",
                "takes at most \(largest) bytes; ‘\(file.name)’ has \(file.bytes)"
            )
        }
        return file.value
    }

    private func single(_ text: String, of field: FieldDeclaration) throws(ValueProblem) -> String {
        switch field.type {
        case .text(let longest, let hasLines, let pattern, let check):
            try checkText(text, longest: longest, hasLines: hasLines, of: field)
            if check == .creditCode { return try creditCode(text, of: field) }
            if let pattern, !patterns.matches(text, pattern) {
                throw problem(field, "不符合规定的格式：\(hint(field).zh)", "has not the form it must have: \(hint(field).en)")
            }
            return text
        case .rich(let longest):
            try checkText(text, longest: longest, hasLines: true, of: field)
            return text
        case .number(let decimals, let least, let most, _):
            return try number(text, decimals: decimals, least: least, most: most, of: field)
        case .money(let least, let most): return try number(text, decimals: 2, least: least, most: most, of: field)
        case .date(let part): return try date(text, part, of: field, "").description
        case .choice(let list): return try code(text, of: list, field)
        case .region(let levels): return try region(text, levels, of: field)
        case .right: return try right(text, of: field)
        case .entry(let registers):
            try checkText(text, longest: 120, hasLines: false, of: field)
            guard registers.contains(where: { text.hasPrefix($0 + "/") }), text.utf8.count <= 120 else {
                let names = registers.joined(separator: ", ")
                throw problem(
                    field,
                    "应为条目编号，以 \(names)/ 开头",
                    "is the identifier of an entry of \(names), such as \(registers[0])/…"
                )
            }
            return text
        case .hours:
            guard let hours = OpeningHours(text) else {
                throw problem(
                    field,
                    "应写作“周一至周五 9:00-12:00、13:30-17:30；周六 9:00-12:00”",
                    "is written as Mo-Fr 09:00-12:00,13:30-17:30; Sa 09:00-12:00; PH off"
                )
            }
            return hours.description
        case .period, .organisation, .person, .file, .location, .address: return text
        }
    }

    // MARK: - Texts

    private func checkText(
        _ text: String,
        longest: Int,
        hasLines: Bool,
        of field: FieldDeclaration,
        part: String = ""
    ) throws(ValueProblem) {
        let count = text.unicodeScalars.count
        guard count <= longest else {
            throw problem(
                field,
                "最多 \(longest) 个字，现有 \(count) 个",
                "takes at most \(longest) characters, not \(count)",
                part
            )
        }
        let isBad = text.unicodeScalars.contains { scalar in
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            return isControl && !(hasLines && (scalar == "\n" || scalar == "\t" || scalar == "\r"))
        }
        guard !isBad else {
            throw problem(
                field,
                hasLines ? "含有不可见的控制字符，请删去" : "只能有一行，不能换行",
                hasLines ? "holds a control character; remove it" : "is one line without line ends",
                part
            )
        }
    }

    private func hint(_ field: FieldDeclaration) -> Bilingual { field.help ?? field.label }

    private func creditCode(_ text: String, of field: FieldDeclaration, part: String = "") throws(ValueProblem)
        -> String
    {
        let code: UnifiedSocialCreditCode
        do throws(Misread) {
            code = try UnifiedSocialCreditCode(reading: text)
        } catch {
            throw ValueProblem(field: place(field, part), message: error.message)
        }
        guard case .correct = code.check else {
            throw problem(
                field,
                "“\(text)”的校验码不对，请核对",
                "“\(text)” has a wrong check character; compare it with the certificate",
                part
            )
        }
        return code.text
    }

    // MARK: - Numbers and dates

    private func number(
        _ text: String,
        decimals: Int,
        least: ExactNumber?,
        most: ExactNumber?,
        of field: FieldDeclaration
    ) throws(ValueProblem) -> String {
        guard let number = ExactNumber(text, decimals: decimals) else {
            throw problem(
                field,
                decimals == 0 ? "“\(text)”不是整数" : "“\(text)”不是数字，最多 \(decimals) 位小数",
                decimals == 0
                    ? "“\(text)” is no whole number"
                    : "“\(text)” is no number with at most \(decimals) digits behind the point"
            )
        }
        if let least, number.units < least.units { throw problem(field, "不能小于 \(least)", "is at least \(least)") }
        if let most, number.units > most.units { throw problem(field, "不能大于 \(most)", "is at most \(most)") }
        return number.description
    }

    private func date(
        _ text: String,
        _ part: FieldType.DatePart,
        of field: FieldDeclaration,
        _ name: String
    ) throws(ValueProblem) -> PartialDate {
        guard let date = FieldDate.read(text) else {
            throw problem(field, "“\(text)”不是日期，请写作 2024-03-01", "“\(text)” is no date; write it as 2024-03-01", name)
        }
        let isEnough =
            switch part {
            case .year: true
            case .month: date.month != nil
            case .day: date.day != nil
            }
        guard isEnough else {
            throw problem(
                field,
                part == .day ? "请写到日，如 2024-03-01" : "请写到月，如 2024-03",
                part == .day ? "needs the day, such as 2024-03-01" : "needs the month, such as 2024-03",
                name
            )
        }
        return date
    }

    // MARK: - Codes

    private func code(_ text: String, of list: String, _ field: FieldDeclaration) throws(ValueProblem) -> String {
        guard let list = codes[list] else {
            throw problem(field, "代码表“\(list)”尚未发布", "chooses from the list ‘\(list)’, which is not published")
        }
        guard let code = list.find(text) else {
            let some = list.codes.prefix(5)
            throw problem(
                field,
                "“\(text)”不在“\(list.label.zh)”中，可填：\(some.map(\.label.zh).joined(separator: "、"))等",
                "“\(text)” is not among \(list.label.en); write one of its codes, such as \(some.map(\.code).joined(separator: ", "))"
            )
        }
        if let day, !code.isInForce(on: day) {
            throw problem(
                field,
                "“\(code.label.zh)”已停用或尚未启用",
                "“\(code.label.en)” is not in force on \(day)"
            )
        }
        return code.code
    }

    private func region(
        _ text: String,
        _ levels: [RegionCode.Level],
        of field: FieldDeclaration
    ) throws(ValueProblem) -> String {
        guard let code = RegionCode(text) else {
            throw problem(
                field,
                "“\(text)”不是行政区划，请填六位代码或全称，如 610100 或西安市",
                "“\(text)” is no administrative division; write its six digits or its name, such as 610100"
            )
        }
        guard levels.contains(code.level) else {
            throw problem(
                field,
                "“\(text)”的级别不对，应为\(levels.map(\.words.zh).joined(separator: "或"))",
                "“\(text)” is a \(code.level.words.en); write a \(levels.map(\.words.en).joined(separator: " or "))"
            )
        }
        return code.digits
    }

    private func right(_ text: String, of field: FieldDeclaration) throws(ValueProblem) -> String {
        let characters = text.unicodeScalars.filter { !$0.properties.isWhitespace }
        guard (4...40).contains(characters.count), characters.contains(where: { ("0"..."9").contains($0) }) else {
            throw problem(field, "“\(text)”不是申请号或注册号", "“\(text)” is no number of a right")
        }
        return String(String.UnicodeScalarView(characters)).uppercased()
    }

    // MARK: - Values with parts

    private func withParts(_ value: FieldValue, of field: FieldDeclaration) throws(ValueProblem) -> FieldValue? {
        var parts: [String: String] = [:]
        switch value {
        case .text(let text):
            guard let read = ValueText.parts(of: text.trimmed, field.type) else {
                throw problem(field, "缺少各部分", "has parts: \(field.type.parts.joined(separator: ", "))")
            }
            parts = read
        case .parts(let given):
            for (name, value) in given {
                guard field.type.parts.contains(name), let text = value.text else {
                    throw problem(
                        field,
                        "没有“\(name)”这一部分",
                        "has no part ‘\(name)’; its parts are \(field.type.parts.joined(separator: ", "))"
                    )
                }
                parts[name] = text.trimmed
            }
        case .list:
            throw problem(field, "不能是列表", "is no list of lists")
        }
        parts = parts.filter { !$0.value.isEmpty }
        guard !parts.isEmpty else { return nil }
        return .parts(try checked(parts, of: field).mapValues { .text($0) })
    }

    private func checked(_ parts: [String: String], of field: FieldDeclaration) throws(ValueProblem) -> [String: String]
    {
        var parts = parts
        for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
            try checkText(text, longest: 500, hasLines: false, of: field, part: name)
        }
        switch field.type {
        case .period:
            for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
                parts[name] = try date(text, .day, of: field, name).description
            }
            if let from = parts["from"], let until = parts["until"], until < from {
                throw problem(field, "止日早于起日", "ends before it begins", "until")
            }
        case .organisation:
            if let code = parts["code"] { parts["code"] = try creditCode(code, of: field, part: "code") }
            if parts["name"] == nil { throw problem(field, "缺少名称", "needs a name", "name") }
        case .person:
            if parts["name"] == nil { throw problem(field, "缺少姓名", "needs a name", "name") }
        case .location:
            parts = try location(parts, of: field)
        case .address:
            if parts["text"] == nil { throw problem(field, "缺少地址", "needs the address itself", "text") }
            if let code = parts["postcode"],
                code.utf8.count != 6 || !code.utf8.allSatisfy({ (0x30...0x39).contains($0) })
            {
                throw problem(field, "邮政编码为六位数字", "has a postcode of six digits", "postcode")
            }
        default: break
        }
        return parts
    }

    private func location(_ parts: [String: String], of field: FieldDeclaration) throws(ValueProblem) -> [String:
        String]
    {
        var result: [String: String] = [:]
        for (name, bound) in [("latitude", Int64(90)), ("longitude", Int64(180))] {
            guard let number = parts[name].flatMap({ ExactNumber($0, decimals: 6) }),
                number.units.magnitude <= UInt64(bound * 1_000_000)
            else {
                throw problem(
                    field,
                    "缺少或不是合法的\(name == "latitude" ? "纬度" : "经度")，应在 ±\(bound) 之间，最多六位小数",
                    "needs a \(name) between -\(bound) and \(bound) with at most six digits behind the point",
                    name
                )
            }
            result[name] = number.description
        }
        return result
    }

    private func problem(
        _ field: FieldDeclaration,
        _ zh: String,
        _ en: String,
        _ part: String = ""
    ) -> ValueProblem {
        ValueProblem(
            field: place(field, part),
            message: Bilingual(field.label.zh + "：" + zh, field.label.en + " " + en)
        )
    }

    private func place(_ field: FieldDeclaration, _ part: String) -> String {
        part.isEmpty ? field.name : field.name + "." + part
    }
}
