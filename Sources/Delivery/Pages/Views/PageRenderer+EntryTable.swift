import Links

/// The form that takes a table of entries in.
extension PageRenderer {
    /// The form, and below it what the table that was sent would change.
    package func entryTable(_ model: EntryTablePage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let title = words("registers.table.title", ["register": model.register.label])
        let context: Context = [
            "crumbs": crumbs(model.link, model.register, words), "title": title,
            "lead": words[model.isTwofold ? "registers.table.lead.two" : "registers.table.lead"],
            "refused": refused(model, words),
            "trial": model.trial.map { trial($0, model, words) },
            "form": model.columns.isEmpty ? nil : form(model, words),
            "columns": model.columns.isEmpty ? nil : columns(model, words),
        ]
        return page("entry-table", context, registerFace(title, model.register, frame, isPrivate: true), frame)
    }

    // MARK: Parts

    private func refused(_ model: EntryTablePage, _ words: Words) -> Context? {
        let title = words["registers.refused"]
        return switch model.refusal {
        case nil: nil
        case .elsewhere: .notice(words["registers.refused.elsewhere"], title: title, kind: "bad")
        case .notAllowed: .notice(words["registers.refused.notAllowed"], kind: "warn")
        case .noFile: .notice(words["registers.table.refused.none"], title: title, kind: "bad")
        case .gone: .notice(words["registers.table.refused.gone"], title: title, kind: "warn")
        case .outdated: .notice(words["registers.table.refused.outdated"], title: title, kind: "warn")
        case .unreadable(let reason):
            .notice(words("registers.table.refused.unreadable", ["reason": reason]), title: title, kind: "bad")
        case .interrupted(let reason):
            .notice(
                words("registers.table.refused.interrupted", ["reason": reason]),
                title: words["registers.table.refused.part"],
                kind: "warn"
            )
        }
    }

    private func hidden(_ model: EntryTablePage, _ words: Words) -> [(String, String)] {
        [("form", model.token)] + (words.language == .zh ? [] : [("lang", words.language.rawValue)])
    }

    private func form(_ model: EntryTablePage, _ words: Words) -> Context {
        [
            "action": Link.registers(RegisterLink(model.link.place)).text,
            "hidden": hidden(model, words).map { ["name": $0.0, "value": $0.1] as Context },
            "heading": words[model.trial == nil ? "registers.table.file" : "registers.table.another"],
            "hint": words("registers.table.file.hint", ["most": words.number(model.mostRows)]),
            "back": Link.registers(model.link.plain.going(to: .register(model.register.name))).text,
        ]
    }

    private func columns(_ model: EntryTablePage, _ words: Words) -> Context {
        var table = TableView([
            (words["registers.table.column"], false), (words["registers.meaning"], false),
            (words["registers.type"], false),
        ])
        for column in model.columns {
            let required = column.isRequired ? " (" + words["registers.form.required"] + ")" : ""
            let type = column.type.map { words["registers.type." + $0] } ?? ""
            table.add([.init(column.name), .init(column.label + required), .init(type)])
        }
        return table.context
    }

    private func trial(_ trial: EntryTablePage.Trial, _ model: EntryTablePage, _ words: Words) -> Context {
        let counts = [
            ("rows", trial.rows), ("new", trial.new), ("changed", trial.changed), ("unchanged", trial.unchanged),
            ("waiting", trial.waiting), ("problems", trial.problemCount),
        ].filter { $0.0 != "waiting" || model.isTwofold }
        let facts = counts.map { Context.fact(words["registers.table.count." + $0.0], words.number($0.1)) }
        let verdict: Context =
            if trial.problemCount > 0 {
                .notice(words["registers.table.wrong"], kind: "bad")
            } else if trial.confirmation == nil {
                .notice(words["registers.table.same"], kind: "good")
            } else {
                .notice(words["registers.table.right"], kind: "good")
            }
        return [
            "heading": words("registers.table.trial", ["file": trial.file]), "verdict": verdict,
            "counts": Context.facts(facts),
            "problems": trial.problems.isEmpty ? nil : problems(trial, words),
            "changes": trial.changes.isEmpty ? nil : changes(trial, words),
            "additions": trial.additions.isEmpty ? nil : additions(trial, words),
            "confirm": trial.confirmation.map { confirm($0, trial, model, words) },
        ]
    }

    /// A table with its heading, and what is said of its rest where it shows the first rows alone.
    private func part(_ heading: String, _ table: TableView, shown: Int, of all: Int, _ words: Words) -> Context {
        [
            "heading": heading, "table": table.context,
            "rest": shown < all
                ? words("registers.table.rest", ["shown": words.number(shown), "count": words.number(all)]) : nil,
        ]
    }

    private func problems(_ trial: EntryTablePage.Trial, _ words: Words) -> Context {
        var table = TableView([
            (words["registers.table.cell"], false), (words["registers.table.column"], false),
            (words["registers.table.problem"], false),
        ])
        for problem in trial.problems {
            let place = problem.cell ?? words("registers.table.row.number", ["row": String(problem.row)])
            table.add([.init(place), .init(problem.column), .init(problem.text)])
        }
        let heading = words.counted("registers.form.problems", trial.problemCount)
        return part(heading, table, shown: trial.problems.count, of: trial.problemCount, words)
    }

    private func changes(_ trial: EntryTablePage.Trial, _ words: Words) -> Context {
        var table = TableView([
            (words["registers.table.row"], true), (words["registers.entry.one"], false),
            (words["registers.field"], false), (words["registers.before"], false), (words["registers.after"], false),
        ])
        let none = words["registers.nothing"]
        for change in trial.changes {
            for field in change.fields {
                table.add([
                    .init(String(change.row)),
                    .init(change.title, href: change.link.map { Link.registers($0).text }), .init(field.label),
                    .init(field.before ?? none), .init(field.after ?? none),
                ])
            }
        }
        return part(
            words["registers.table.changes"],
            table,
            shown: trial.changes.count,
            of: trial.changed,
            words
        )
    }

    private func additions(_ trial: EntryTablePage.Trial, _ words: Words) -> Context {
        var table = TableView([(words["registers.table.row"], true), (words["registers.entry.one"], false)])
        for addition in trial.additions { table.add([.init(String(addition.row)), .init(addition.title)]) }
        return part(
            words["registers.table.additions"],
            table,
            shown: trial.additions.count,
            of: trial.new,
            words
        )
    }

    private func confirm(
        _ confirmation: EntryTablePage.Confirmation,
        _ trial: EntryTablePage.Trial,
        _ model: EntryTablePage,
        _ words: Words
    ) -> Context {
        let pairs =
            hidden(model, words) + [
                ("table", confirmation.digest), ("proof", confirmation.proof), ("basis", confirmation.basis),
                ("name", trial.file),
            ]
        return .act(
            to: Link.registers(RegisterLink(model.link.place)).text,
            hidden: Context.hidden(pairs.map { (name: $0.0, value: $0.1) }),
            text: words[model.isTwofold ? "registers.table.confirm.two" : "registers.table.confirm"],
            doing: "import",
            go: words.counted(
                model.isTwofold ? "registers.table.propose" : "registers.table.import",
                trial.new + trial.changed
            )
        )
    }
}
