package import Domain

/// A query of another system in this language, and what became of its parts.
package struct Translation: Equatable, Sendable {
    /// The query as it was given.
    package let source: String
    /// The syntax that it was read in.
    package let syntax: ForeignSyntax
    /// The same in this language, as a tree.
    package let expression: Expression
    /// What is lost or different, in the order of the query; empty where it means the same.
    package let remarks: [Remark]

    /// The same in this language, as a text that reads as the tree.
    package func text(naming: FieldNaming = .alias) -> String { expression.printed(naming: naming) }

    /// Something that a reader of the translation should know.
    package struct Remark: Hashable, Sendable {
        /// Whether the records found can be others than there.
        package enum Weight: String, Hashable, Sendable {
            /// It means nearly the same.
            case differs
            /// Something was left out or replaced by something wider.
            case lost
        }

        /// What it is about.
        package let matter: Matter
        /// The characters it is about.
        package let range: SourceRange

        init(_ matter: Matter, at range: SourceRange) {
            self.matter = matter
            self.range = range
        }

        /// Whether something was lost.
        package var weight: Weight { matter.weight }
        /// What it says, in both languages.
        package var message: Bilingual { matter.message }
    }
}

extension Translation.Remark {
    /// The kinds of remarks.
    package enum Matter: Hashable, Sendable {
        /// A field that has no counterpart; its words are looked for everywhere.
        case unknownField(String)
        /// A value that the field cannot hold; it was left out.
        case unusable(String, reason: Bilingual)
        /// Forms of a word that are spelt alike: there is nothing of the kind here.
        case similarSpelling(String)
        /// A regular expression.
        case regularExpression
        /// `L1`, `S2`: a set of the other system's history.
        case historySet(String)
        /// Several sentences or paragraphs apart.
        case farApart(String)
        /// Anywhere in the same field, of which there is no more than in any.
        case sameField(String)
        /// A comparison of something that is no date.
        case unusedRelation(String)
        /// What cannot have a distance: both were asked for anywhere.
        case nearnessLost(String)
        /// That the two are not near each other.
        case negatedNearnessLost(String)
        /// Something that stands where nothing should.
        case stray(String)
        /// A bracket or quotation without its other half.
        case unbalanced(String)
        /// Sorting, which is no part of a query here.
        case sorting
        /// A distance that may cross the end of a sentence here.
        case crossesSentences
        /// A phrase whose words may move a little.
        case slop
        /// AND beside OR without brackets.
        case mixedOperators
        /// Words side by side, which there mean OR unless its user set something else.
        case impliedOr
        /// Exactly so many words apart, not at most.
        case exactDistance(String)
    }
}

extension Translation.Remark.Matter {
    var weight: Translation.Remark.Weight {
        switch self {
        case .crossesSentences, .slop, .mixedOperators, .impliedOr, .sorting: .differs
        default: .lost
        }
    }

    var message: Bilingual {
        partMessage ?? distanceMessage
    }

    private var partMessage: Bilingual? {
        switch self {
        case .unknownField(let name):
            Bilingual("字段“\(name)”在此没有对应，改为不限字段", "There is no field like “\(name)” here; it was asked of all fields.")
        case .unusable(let text, let reason):
            Bilingual("“\(text)”已略去：\(reason.zh)", "“\(text)” was left out: \(reason.en)")
        case .similarSpelling(let text):
            Bilingual(
                "不支持按拼写相近检索，“\(text)”按原词检索",
                "There is no search by like spelling; “\(text)” was taken as it stands."
            )
        case .regularExpression:
            Bilingual(
                "不支持正则表达式，已略去；可改用截词符 + # ?",
                "Regular expressions are not used; it was left out. Try + # ? instead."
            )
        case .historySet(let name):
            Bilingual(
                "“\(name)”指对方系统的检索历史，已略去；请贴入该检索式",
                "“\(name)” is a set of the other system's history and was left out; paste that query."
            )
        case .stray(let text):
            Bilingual("“\(text)”放错了位置，已略去", "“\(text)” cannot stand there and was left out.")
        case .unbalanced(let sign):
            Bilingual("“\(sign)”缺少另一半，已按最可能的意思处理", "“\(sign)” has no other half; the likeliest reading was taken.")
        case .sorting:
            Bilingual("排序不属于检索式，请在结果页选择排序", "Sorting is no part of a query; choose it above the results.")
        case .mixedOperators:
            Bilingual(
                "AND 与 OR 并列而无括号：已按先 AND 后 OR 处理",
                "AND beside OR without brackets: AND was taken to bind closer."
            )
        case .impliedOr:
            Bilingual(
                "并列的词在 PPUBS 默认为 OR，已写明 OR",
                "Words side by side mean OR in PPUBS unless set otherwise; OR was written out."
            )
        case .unusedRelation(let sign):
            Bilingual("“\(sign)”只用于日期，此处按等于处理", "“\(sign)” is for dates only; it was read as equal.")
        default: nil
        }
    }

    private var distanceMessage: Bilingual {
        switch self {
        case .sameField(let sign):
            Bilingual(
                "“\(sign)”（同一字段）改为 AND，可在不同字段",
                "“\(sign)” (in the same field) became AND, which may be in different ones."
            )
        case .farApart(let sign):
            Bilingual(
                "“\(sign)”跨几个句子或段落，此处没有对应，已放宽",
                "“\(sign)” reaches over several sentences or paragraphs; something wider was taken."
            )
        case .nearnessLost(let sign):
            Bilingual(
                "“\(sign)”两边不是同一字段的词，改为 AND",
                "“\(sign)” does not stand between words of one field; AND was taken."
            )
        case .negatedNearnessLost(let sign):
            Bilingual(
                "“\(sign)”两边不是同一字段的词，此条件已略去",
                "“\(sign)” does not stand between words of one field; the condition was left out."
            )
        case .crossesSentences:
            Bilingual(
                "ADJ、NEAR 在 PPUBS 限于一句之内，此处可跨句",
                "ADJ and NEAR keep to one sentence in PPUBS; here they may cross its end."
            )
        case .slop:
            Bilingual(
                "词组后的 ~n 改为 NEAR，词序与距离的算法略有不同",
                "~n after a phrase became NEAR; order and distance are counted a little differently."
            )
        case .exactDistance(let sign):
            Bilingual(
                "“\(sign)”要求恰好的距离，改为不超过",
                "“\(sign)” asks for exactly this distance; at most this distance was taken."
            )
        default: Bilingual("此处略有不同", "This is a little different here.")
        }
    }
}
