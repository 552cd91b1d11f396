import Links

/// The hits as a table, and the form for its columns.
extension ResultsView {
    var grid: Context {
        let columns = state.shownColumns
        // The title heads its row where it is shown.
        let headPlace = columns.firstIndex(of: .title) ?? 0
        return [
            "label": words["results.table.label"],
            "heads": columns.map(head),
            "rows": model.hits.map { hit in
                [
                    "cells": zip(columns, hit.cells).enumerated().map { index, pair in
                        cell(pair.0, pair.1, hit, isHead: index == headPlace)
                    }
                ] as Context
            },
            "form": columnForm,
        ]
    }

    /// The name of a column, with the order that a click on it gives.
    private func head(_ column: TableColumn) -> Context {
        let sorts = column.sorts
        let current = sorts.firstIndex(of: state.sort)
        let next = sorts.isEmpty ? nil : sorts[current.map { ($0 + 1) % sorts.count } ?? 0]
        return [
            "text": words["column." + column.rawValue],
            "href": next.map { Link.search(state.sorted(by: $0)).text },
            "sorted": current.map { $0 == 0 ? "descending" : "ascending" },
            "aside": next.map { words["sort." + $0.rawValue] },
        ]
    }

    private func cell(_ column: TableColumn, _ text: String, _ hit: Hit, isHead: Bool) -> Context {
        let isTitle = column == .title
        let isDate = Self.dates.contains(column)
        return [
            "isHead": isHead, "isWhole": isDate || Self.numbers.contains(column),
            "label": words["column." + column.rawValue],
            "href": isTitle || isHead ? Link.record(hit.link).text : nil,
            "textMarkup": isTitle ? hit.title.markup : Markup(text: isDate ? words.date(text) : text),
            "language": isTitle ? foreign(hit.title.language) : nil,
            "isSample": isHead && hit.isSample, "pick": isHead && canCompare ? hit.link.entry : nil,
            "state": column == .state ? hit.state.map { Context.state($0) } : nil,
        ]
    }

    /// A choice for each place in the table; what is left empty is left out.
    private var columnForm: Context {
        let columns = state.shownColumns
        let places = min(TableColumn.allCases.count, max(Self.columnPlaces, columns.count + 1))
        return [
            "action": Link.searchPath,
            "hidden": hidden(state.withColumns(nil)),
            "fields": (0..<places).map { place in
                Context.choices(
                    "column-\(place + 1)",
                    "columns",
                    words("results.columns.place", ["number": String(place + 1)]),
                    [.option("", words["results.columns.none"], isChosen: place >= columns.count)]
                        + TableColumn.allCases.map { column in
                            .option(
                                column.rawValue,
                                words["column." + column.rawValue],
                                isChosen: place < columns.count && columns[place] == column
                            )
                        }
                )
            },
            "reset": state.columns == nil ? nil : Link.search(state.withColumns(nil)).text,
        ]
    }

    /// A search as the hidden fields of a form that changes one thing of it.
    func hidden(_ state: SearchState) -> [Context] {
        state.parameters.pairs.map { ["name": $0.name, "value": $0.value] }
    }

    private static let dates: Set<TableColumn> = [.date, .filed, .published, .registered]
    /// Never broken where there is room.
    private static let numbers: Set<TableColumn> = [.number, .application, .publication, .registration, .class]
    /// Places that the form offers at least.
    private static let columnPlaces = 8

    // MARK: Pictures

    // In confidential mode none: the addresses of pictures would say in any log which hits were shown.
    private func picture(_ picture: Picture?) -> Context? {
        guard let picture, !frame.isConfidential else { return nil }
        let context: Context = [
            "source": Link.drawing(picture.link).text,
            "width": String(picture.width), "height": String(picture.height),
        ]
        return context
    }

    /// The hits as cards; where no picture is kept, something else stands for it.
    var cards: Context {
        [
            "start": state.offset + 1,
            "cards": model.hits.map { hit in
                [
                    "href": Link.record(hit.link).text, "titleLanguage": foreign(hit.title.language),
                    "titleMarkup": hit.title.markup, "isSample": hit.isSample,
                    "pick": canCompare ? hit.link.entry : nil, "sign": hit.sign ?? words["right." + hit.right.rawValue],
                    "isMark": hit.right == .trademark, "picture": picture(hit.picture),
                    "drawings": hit.drawings.map { words.counted("results.drawings", $0) },
                    "state": hit.state.map { Context.state($0) }, "right": words["right." + hit.right.rawValue],
                    "number": hit.numbers.first, "party": hit.parties.first?.name,
                    "star": ["id": hit.link.entry, "title": hit.title.plain] as Context,
                ] as Context
            },
        ]
    }
}
