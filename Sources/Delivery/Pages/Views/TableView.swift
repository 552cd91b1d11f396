import Links

/// A table under construction: heads once, then rows; the first column heads its row.
struct TableView {
    private let heads: [(text: String, isNumber: Bool)]
    private var rows: [Context] = []
    private let caption: String?

    init(_ heads: [(text: String, isNumber: Bool)], caption: String? = nil) {
        self.heads = heads
        self.caption = caption
    }

    /// What stands in a cell.
    struct Cell {
        var text: String
        var href: String?
        var state: StateChip?
        /// The language of the text where it is not that of the page.
        var language: String?

        init(_ text: String, href: String? = nil, state: StateChip? = nil, language: String? = nil) {
            self.text = text
            self.href = href
            self.state = state
            self.language = language
        }
    }

    /// Adds a row; an anchor is what an address may name it by.
    mutating func add(_ cells: [Cell], anchor: String? = nil) {
        rows.append([
            "anchor": anchor,
            "cells": zip(heads, cells).enumerated().map { index, pair in
                let (head, cell) = pair
                // On a phone each cell has a line with its label, and one without a label has none.
                let isEmpty = cell.text.isEmpty && cell.state == nil
                return [
                    "isHead": index == 0, "isNumber": head.isNumber, "label": isEmpty ? "" : head.text,
                    "text": cell.text,
                    "isLink": cell.href != nil, "href": cell.href, "state": cell.state.map { Context.state($0) },
                    "language": cell.language,
                ] as Context
            },
        ])
    }

    var isEmpty: Bool { rows.isEmpty }

    var context: Context {
        [
            "caption": caption,
            "heads": heads.map { ["text": $0.text, "isNumber": $0.isNumber] as Context },
            "rows": rows,
        ]
    }
}
