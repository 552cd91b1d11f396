import Links

extension PageRenderer {
    /// Records side by side, and the form that adds one.
    package func compare(_ model: ComparePage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let left = model.link.unread
        var notices = model.missing.map { Context.notice(words("compare.missing", ["number": $0]), kind: "warn") }
        if left > 0 { notices.append(.notice(words("compare.left", ["count": words.number(left)]), kind: "warn")) }
        let context: Context = [
            "notices": notices,
            "lead": words("compare.lead", ["most": String(CompareLink.most)]),
            "label": words["compare.table"],
            "hasTable": !model.columns.isEmpty,
            "heads": model.columns.enumerated().map { head($0.element, $0.offset, model, words) },
            "rows": model.lines.map { row($0, model, words) },
            "common": common(model, words),
            "table": Link.compare(model.link).twin(.csv),
            "form": model.columns.count < CompareLink.most
                ? [
                    "action": Link.comparePath,
                    "hidden": model.link.parameters.pairs.map { ["name": $0.name, "value": $0.value] as Context },
                ] as Context : nil,
        ]
        let face = PageFace(
            title: words["compare.page"],
            density: "work",
            sampleLine: model.columns.contains(where: \.isSample) ? "sample.line.results" : nil,
            find: SearchState(language: frame.language),
            door: .search,
            isPrivate: !model.link.records.isEmpty,
            canonical: .compare(CompareLink(language: frame.language))
        )
        return page("compare", context, face, frame)
    }

    private func head(
        _ column: ComparePage.Column,
        _ index: Int,
        _ model: ComparePage,
        _ words: Words
    ) -> Context {
        [
            "href": Link.record(column.link).text, "place": String(index + 1), "number": column.number,
            "isSample": column.isSample, "remove": Link.compare(model.link.removing(column.typed)).text,
            "removeLabel": words("results.remove", ["text": column.number]),
        ]
    }

    private func row(_ line: ComparePage.Line, _ model: ComparePage, _ words: Words) -> Context {
        let isAlone = model.columns.count < 2
        // Where all others differ the head of the row says enough.
        let tellsApart = line.cells.dropFirst().contains { !$0.isDifferent }
        return [
            "name": words["compare.row." + line.name],
            "verdict": isAlone ? nil : words[line.isSame ? "compare.same" : "compare.differs"],
            "isSame": line.isSame,
            "cells": zip(model.columns, line.cells).map { column, cell in
                let rest = cell.values.count - options.comparedValues
                return [
                    "label": column.number, "isEmpty": cell.values.isEmpty,
                    "values": cell.values.prefix(options.comparedValues).map { value in
                        ["text": value.text, "isCommon": value.isCommon && !line.isSame] as Context
                    },
                    "rest": rest > 0 ? words("compare.more", ["count": words.number(rest)]) : nil,
                    "different": cell.isDifferent && tellsApart ? words["compare.different"] : nil,
                ] as Context
            },
        ]
    }

    private func common(_ model: ComparePage, _ words: Words) -> [Context] {
        guard model.columns.count > 1 else { return [] }
        func line(_ key: String, _ values: [String]) -> Context {
            [
                "name": words[key],
                "text": values.isEmpty ? words["compare.none"] : values.joined(separator: words.comma),
            ]
        }
        return [line("compare.classes", model.commonClasses)]
            + (model.commonWords.map { [line("compare.words", $0)] } ?? [])
    }
}
