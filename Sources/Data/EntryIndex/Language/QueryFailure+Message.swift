package import Domain

extension QueryFailure.Problem {
    /// The reason and the remedy, in both languages.
    package var message: Bilingual {
        structureMessage ?? operatorMessage ?? valueMessage
    }

    private var structureMessage: Bilingual? {
        switch self {
        case .tooLong(let limit):
            Bilingual(
                "检索式超过 \(limit) 个字符，请缩短或分次检索",
                "The query has more than \(limit) characters; shorten it or search in parts."
            )
        case .tooDeep(let limit):
            Bilingual(
                "括号或运算符嵌套超过 \(limit) 层，请拆开检索",
                "Nested more than \(limit) levels deep; take it apart."
            )
        case .nothingToSearch:
            Bilingual("没有可检索的文字，请输入词、号码、日期或分类号", "Nothing to search for; enter words, a number, a date or a class.")
        case .unclosedBracket: Bilingual("括号没有闭合，请补上右括号", "This bracket is not closed; add the closing one.")
        case .unopenedBracket:
            Bilingual("右括号没有对应的左括号，请删去或补上左括号", "This bracket closes nothing; remove it or open one before.")
        case .emptyBrackets: Bilingual("括号里没有内容，请填入或删去", "There is nothing in these brackets; fill or remove them.")
        case .curlyBracket: Bilingual("不支持花括号，请改用圆括号", "Curly brackets are not used; write round ones.")
        case .unclosedQuote: Bilingual("引号没有闭合，请补上右引号", "This quotation is not closed; add the closing mark.")
        case .emptyQuote: Bilingual("引号里没有可检索的文字", "There is nothing to search for in these quotation marks.")
        default: nil
        }
    }

    private var operatorMessage: Bilingual? {
        switch self {
        case .loneOperator(let name):
            Bilingual(
                "“\(name)”是运算符，两边需要检索词；要检索这个词请加引号",
                "“\(name)” is an operator and needs something to join; to search for the word, put it in quotes."
            )
        case .missingLeft(let name):
            Bilingual(
                "运算符“\(name)”前缺少检索词；要检索这个词请加引号",
                "The operator “\(name)” has nothing before it; to search for the word, put it in quotes."
            )
        case .missingRight(let name):
            Bilingual(
                "运算符“\(name)”后缺少检索词；要检索这个词请加引号",
                "The operator “\(name)” has nothing after it; to search for the word, put it in quotes."
            )
        case .bar: Bilingual("不支持“|”，“或”请写 OR", "“|” is not used; write OR.")
        case .straySign(let sign):
            Bilingual("“\(sign)”放错了位置；要检索这个符号请加引号", "“\(sign)” cannot stand here; to search for it, use quotes.")
        case .distance(let limit): Bilingual("距离须为 1 到 \(limit)", "The distance has to be from 1 to \(limit).")
        case .proximityOperand(let obstacle): obstacle.message
        case .frequencyForm:
            Bilingual(
                "词频写作 /FREC>3，可用 > >= = <= <，次数至少为 1",
                "Write a term frequency as /FREC>3, with > >= = <= or < and at least one occurrence."
            )
        case .frequencyOperand:
            Bilingual("/FREC 只能跟在词、词组或同一字段的 OR 组之后", "/FREC counts words, phrases and OR groups of one field only.")
        case .weightForm: Bilingual("权重写作 ^3，取值 0.01 到 1000", "Write a weight as ^3, a number from 0.01 to 1000.")
        case .historySet(let name):
            Bilingual(
                "“\(name)”指检索历史中的检索式，只能在检索历史页使用；这里请直接写出该检索式",
                "“\(name)” means a query of a history and works on the history page; here, write that query out."
            )
        case .unknownSet(let name):
            Bilingual(
                "“\(name)”之前没有这一条检索式；只能引用前面的",
                "There is no query “\(name)” before this one; only earlier ones can be used."
            )
        case .refusedSet(let name):
            Bilingual("“\(name)”有误，请先改正那一条", "The query “\(name)” cannot be read; mend that one first.")
        case .tooManyParts(let limit):
            Bilingual(
                "引用展开后超过 \(limit) 项，请减少引用",
                "With its sets the query has more than \(limit) parts; use fewer of them."
            )
        default: nil
        }
    }

    private var valueMessage: Bilingual {
        switch self {
        case .unknownField(let name):
            Bilingual(
                "没有名为“\(name)”的字段；要检索这段文字请加引号",
                "There is no field “\(name)”; to search for the text, put it in quotes."
            )
        case .missingValue(let name):
            Bilingual(
                "字段“\(name)”后缺少检索内容；要找有该项的记录请写 \(name)=*",
                "The field “\(name)” has no value; for records that have one, write \(name)=*."
            )
        case .truncationAlone(let signs):
            Bilingual("截词符“\(signs)”须与文字连用；全部记录请写 *", "“\(signs)” needs characters beside it; for everything, write *.")
        case .truncationPlace:
            Bilingual(
                "此处不能用截词符：号码和分类号只在开头或结尾用 + 或 *，引号后的截词只用于名称",
                "No truncation here: numbers take + or * at their ends, classes at the end, quotations in name fields only."
            )
        case .onlyForDates: Bilingual("比较和范围只用于日期字段", "Comparisons and ranges are for dates only.")
        case .malformedDate(let text):
            Bilingual(
                "“\(text)”不是日期，正确写法如 2019-03-05、2019-03 或 2019",
                "“\(text)” is not a date; write 2019-03-05, 2019-03 or 2019."
            )
        case .noSuchDate(let text): Bilingual("历法中没有“\(text)”这一天", "There is no such date as “\(text)”.")
        case .backwardsRange: Bilingual("起始日期晚于结束日期，请交换两端", "The range ends before it begins; swap its ends.")
        case .openRange: Bilingual("范围至少要有一端", "A range needs at least one end.")
        case .malformedSymbol(let text, let scheme):
            Bilingual(
                "“\(text)”不是\(scheme.label.zh)，正确写法如 \(scheme.example)",
                "“\(text)” is not a \(scheme.label.en); write it as \(scheme.example)."
            )
        case .noTechnology(let text):
            Bilingual(
                "没有编号为“\(text)”的技术领域：35 个领域编为 1 到 35，见“分类导航”",
                "No field of technology has the number “\(text)”: the 35 fields are 1 to 35; the classes list them."
            )
        case .malformedNumber(let text):
            Bilingual(
                "“\(text)”不是号码，正确写法如 CN201710601862.3 或 CN106844774A",
                "“\(text)” is not a number; write it as CN201710601862.3 or CN106844774A."
            )
        default: Bilingual("检索式有误", "The query cannot be read.")
        }
    }
}

extension QueryFailure.Obstacle {
    var message: Bilingual {
        switch self {
        case .andGroup:
            Bilingual(
                "邻近运算的一边不能是 AND 组：几个词各在一处，没有确定的距离",
                "An AND group cannot stand beside a proximity operator: its words have no one place."
            )
        case .negation:
            Bilingual("邻近运算的一边不能是 NOT；请写 甲 NOT NEAR 乙", "What must not occur has no place; write a NOT NEAR b.")
        case .mixedFields:
            Bilingual(
                "邻近运算的两边须在同一字段：请写 字段=(甲 NEAR 乙)",
                "Both sides of a proximity operator have to be in one field: write FIELD=(a NEAR b)."
            )
        case .noPlaces:
            Bilingual("邻近运算只用于文本和名称字段", "Proximity is for text and name fields only.")
        case .modifier:
            Bilingual(
                "权重和词频不能写在邻近运算的一边，请写在整个括号之后",
                "A weight or frequency cannot stand inside a proximity; write it after the bracketed whole."
            )
        }
    }
}
