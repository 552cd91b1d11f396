/// Why a printed value could not be read as what its field promises.
///
/// Cause and remedy are in `message`; `text` is what was read, as given.
package struct Misread: Error, Hashable, Sendable {
    /// What the text was expected to be.
    package enum Subject: String, Hashable, Sendable {
        case applicationNumber, publicationNumber, trademarkNumber, creditCode
        case ipc, cpc, locarno, nice, vienna, uspc
        case date

        /// The subject's name in both languages.
        package var words: Bilingual {
            switch self {
            case .applicationNumber: Bilingual("申请号", "application number")
            case .publicationNumber: Bilingual("公开（公告）号", "publication number")
            case .trademarkNumber: Bilingual("商标申请/注册号", "trademark number")
            case .creditCode: Bilingual("统一社会信用代码", "unified social credit code")
            case .ipc: Bilingual("IPC 分类号", "IPC symbol")
            case .cpc: Bilingual("CPC 分类号", "CPC symbol")
            case .locarno: Bilingual("洛迦诺分类号", "Locarno symbol")
            case .nice: Bilingual("尼斯分类", "Nice class")
            case .vienna: Bilingual("维也纳图形要素编码", "Vienna code")
            case .uspc: Bilingual("美国分类号", "US class")
            case .date: Bilingual("日期", "date")
            }
        }
    }

    /// What is wrong with the text.
    package enum Reason: Hashable, Sendable {
        /// There is nothing to read.
        case empty
        /// The text has not the shape of the value; the example is a right one.
        case shape(example: String)
        /// One part lies outside its range; the range is given in words.
        case range(Bilingual)
    }

    /// What the text was expected to be.
    package let subject: Subject
    /// What is wrong with it.
    package let reason: Reason
    /// The text as given.
    package let text: String

    /// Describes a text that could not be read.
    package init(_ subject: Subject, _ reason: Reason, text: String) {
        self.subject = subject
        self.reason = reason
        self.text = text
    }

    /// Cause and remedy as one sentence in both languages.
    package var message: Bilingual {
        let name = subject.words
        switch reason {
        case .empty:
            return Bilingual("\(name.zh)为空", "The \(name.en) is empty.")
        case .shape(let example):
            return Bilingual(
                "“\(text)”不是\(name.zh)，正确写法如 \(example)",
                "“\(text)” is no \(name.en); write it as \(example)."
            )
        case .range(let range):
            return Bilingual(
                "“\(text)”不是有效的\(name.zh)：\(range.zh)",
                "“\(text)” is no valid \(name.en): \(range.en)."
            )
        }
    }
}
