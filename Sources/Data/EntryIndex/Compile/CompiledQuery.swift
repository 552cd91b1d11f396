package import Domain
package import Index
package import Query
package import Text

/// A query as the engine takes it, with what the page needs to show how it was meant.
package struct CompiledQuery: Sendable {
    /// The engine's query.
    package var tree: QueryTree
    /// The words to mark in texts, in the order of the query.
    package var words: [HighlightWord]
    /// What a reader of the answer should know, whatever the index holds.
    package var notes: [CompileNote]
    /// The classes that fields ask for.
    var classes: [AskedClass]

    /// What a reader of an answer from this snapshot should know: also which classes no record has.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    package func notes(in snapshot: Snapshot) throws(IndexFailure) -> [CompileNote] {
        var notes = notes
        for asked in classes where try !asked.isKnown(in: snapshot) {
            notes.removeAll { $0 == .classByDigits(asked.symbol) }
            notes.append(.unusedClass(asked.symbol))
        }
        return notes
    }
}

/// Something about the answer that the query's own text does not show.
package enum CompileNote: Hashable, Sendable {
    /// Tables of classes have no levels: the subgroups of this class were found by the digits of its symbol.
    case classByDigits(String)
    /// The field holds no data in this installation.
    case fieldWithoutData(Field)
    /// A value is none of its list, so nothing can match it.
    case unknownValue(Field, String)
    /// A well-formed class that no record has.
    case unusedClass(String)
    /// A word has more readings than are searched.
    case readingsCut(String)

    /// The note in both languages.
    package var message: Bilingual {
        switch self {
        case .classByDigits(let symbol):
            Bilingual(
                "\(symbol) 的下位组按分类号开头的数字查找",
                "Subgroups of \(symbol) are those whose symbols begin with its digits."
            )
        case .fieldWithoutData(let field):
            Bilingual("“\(field.label.zh)”字段目前没有数据", "The field “\(field.label.en)” holds no data here.")
        case .unknownValue(let field, let value):
            Bilingual(
                "“\(value)”不是“\(field.label.zh)”的已知值，没有命中",
                "“\(value)” is no known value of “\(field.label.en)” and finds nothing."
            )
        case .unusedClass(let symbol):
            Bilingual("没有记录属于分类 \(symbol)", "No record has the class \(symbol).")
        case .readingsCut(let word):
            Bilingual("“\(word)”的写法过多，只检索了其中一部分", "“\(word)” has too many spellings; some were not searched.")
        }
    }
}
