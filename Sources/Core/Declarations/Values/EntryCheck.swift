package import Domain

/// Checks what somebody wants an entry to be against the declaration of its register.
package struct EntryCheck: Sendable {
    /// The declaration.
    let register: RegisterDeclaration
    let reader: ValueReader

    /// Prepares checks.
    ///
    /// - Parameters:
    ///   - register: the declaration.
    ///   - codes: the code lists by their names.
    ///   - day: today; nil takes codes of all times.
    ///   - files: digests of the files that may be there besides those that the entry has; no others are taken.
    package init(
        _ register: RegisterDeclaration,
        codes: [String: CodeList],
        day: PartialDate?,
        files: Set<String> = []
    ) {
        self.register = register
        reader = ValueReader(codes: codes, day: day, files: files)
    }

    /// The content in the form in which it is stored, and everything that is wrong with it.
    ///
    /// - Parameters:
    ///   - wanted: what somebody wants.
    ///   - before: what the entry says now; nil for a new one.
    /// - Returns: the content without the values that are wrong; it may be stored where there is no problem.
    package func callAsFunction(
        _ wanted: EntryContent,
        before: EntryContent? = nil
    ) -> (content: EntryContent, problems: [ValueProblem]) {
        var problems: [ValueProblem] = []
        var content = EntryContent(fields: [:], state: wanted.state, sample: wanted.sample == true ? true : nil)
        for name in wanted.fields.keys.sorted() where register.field(name) == nil {
            problems.append(unknown(name))
        }
        for field in register.fields {
            guard let value = wanted.fields[field.name] else { continue }
            do throws(ValueProblem) {
                content.fields[field.name] = try reader.read(value, of: field, before: before?.fields[field.name])
            } catch {
                problems.append(error)
            }
        }
        problems += states(&content, before: before)
        // A part that is wrong is not missing besides.
        let wrong = Set(problems.map { String($0.field.prefix { $0 != "." }) })
        for field in register.fields where content.fields[field.name] == nil && !wrong.contains(field.name) {
            let isRequired =
                switch field.required {
                case .never: false
                case .always: true
                case .when(let condition): condition.holds(for: content)
                }
            if isRequired {
                problems.append(
                    ValueProblem(
                        field: field.name,
                        message: Bilingual("请填写\(field.label.zh)", "\(field.label.en) is missing")
                    )
                )
            }
        }
        return (content, problems + rules(content))
    }

    /// Whether a text that somebody writes for one value of a field is read as this value.
    ///
    /// - Parameters:
    ///   - text: what is written, such as 西安市.
    ///   - value: the value as it is stored, 610100.
    ///   - field: the field.
    /// - Returns: false also where the text is no value of the field, or none of today.
    package func reads(_ text: String, as value: FieldValue, of field: FieldDeclaration) -> Bool {
        // A text that cannot be read is not this value.
        (try? reader.read(.text(text), of: field))?.items == [value]
    }

    private func unknown(_ name: String) -> ValueProblem {
        let near = Words.nearest(name, among: register.fields.map(\.name))
        return ValueProblem(
            field: name,
            message: Bilingual(
                "“\(register.label.zh)”没有字段“\(name)”",
                "\(register.label.en) has no field ‘\(name)’\(near)"
            )
        )
    }

    private func states(_ content: inout EntryContent, before: EntryContent?) -> [ValueProblem] {
        guard let first = register.states.first else {
            guard let state = content.state else { return [] }
            content.state = nil
            return [
                ValueProblem(
                    field: Condition.state,
                    message: Bilingual("此名录没有状态，不能填“\(state)”", "this register has no states such as ‘\(state)’")
                )
            ]
        }
        let named = content.state ?? before?.state ?? first.name
        let names = register.states.map(\.name)
        guard let state = register.stateCalled(named) else {
            return [
                ValueProblem(
                    field: Condition.state,
                    message: Bilingual(
                        "没有状态“\(named)”，可填：\(register.states.map(\.label.zh).joined(separator: "、"))",
                        "there is no state ‘\(named)’\(Words.nearest(named, among: names)); the states are \(Words.list(names))"
                    )
                )
            ]
        }
        content.state = state.name
        guard let old = before?.state.flatMap(register.state), old.name != state.name, !old.next.contains(state.name)
        else {
            return []
        }
        let next = old.next.compactMap(register.state)
        return [
            ValueProblem(
                field: Condition.state,
                message: Bilingual(
                    "“\(old.label.zh)”之后不能是“\(state.label.zh)”"
                        + (next.isEmpty ? "" : "，只能是\(next.map(\.label.zh).joined(separator: "、"))"),
                    "‘\(old.label.en)’ is not followed by ‘\(state.label.en)’"
                        + (next.isEmpty ? "" : ", only by \(next.map(\.label.en).joined(separator: ", "))")
                )
            )
        ]
    }

    private func rules(_ content: EntryContent) -> [ValueProblem] {
        register.rules.compactMap { rule in
            switch rule.sort {
            case .unique: return nil
            case .order(let first, let second):
                guard rule.condition?.holds(for: content) ?? true, isReversed(first, second, in: content) else {
                    return nil
                }
                let labels = [first, second].compactMap { register.field($0)?.label }
                guard labels.count == 2 else { return nil }
                let isDate = register.field(second)?.type.sort == .date
                return ValueProblem(
                    field: second,
                    message: rule.message
                        ?? Bilingual(
                            "\(labels[1].zh)不能\(isDate ? "早于" : "小于")\(labels[0].zh)",
                            "\(labels[1].en) is \(isDate ? "before" : "less than") \(labels[0].en)"
                        )
                )
            case .refuse:
                guard let condition = rule.condition, condition.holds(for: content), let message = rule.message else {
                    return nil
                }
                return ValueProblem(field: condition.parts.first?.field ?? "", message: message)
            }
        }
    }

    private func isReversed(_ first: String, _ second: String, in content: EntryContent) -> Bool {
        guard let type = register.field(first)?.type, let later = register.field(second)?.type,
            let texts = content.fields[first]?.text.flatMap({ one in content.fields[second]?.text.map { (one, $0) } })
        else { return false }
        guard type.sort == .date else {
            guard let one = type.rank(texts.0), let other = later.rank(texts.1) else { return false }
            return other < one
        }
        // Of two dates only what both know is compared: 2024 is not before May 2024.
        let length = min(texts.0.utf8.count, texts.1.utf8.count)
        return texts.1.prefix(length) < texts.0.prefix(length)
    }
}
