import Domain

/// The words of one sample patent in both languages, composed from its field.
struct SampleText {
    let subject: SampleTopic.Subject
    /// The subject with its quality: 高精度机械手, high-precision manipulator.
    let name: SampleTerm
    let addition: SampleTerm
    /// Four different parts.
    let parts: [SampleTerm]
    /// How the first part stands to the second, and the third to the fourth.
    let joints: [SampleTerm]
    let measures: SampleMeasures
    private let topic: SampleTopic
    private let effects: [SampleTerm]
    private let variant: Int

    /// Composes the words; those of a utility model (`isModel`) are about a device.
    init(_ topic: SampleTopic, isModel: Bool, _ random: inout SampleRandom) {
        self.topic = topic
        let subjects = isModel ? topic.subjects.filter { $0.nature == .device } : topic.subjects
        subject = random.pickSkewed(subjects)
        let nature = subject.nature
        let quality = random.pick(nature.qualities)
        variant = random.below(100)
        name =
            variant % 7 == 0
            ? subject.name
            : SampleTerm(zh: quality.zh + subject.name.zh, en: quality.en + " " + subject.name.en)
        addition = isModel ? SampleTerm(zh: "", en: "") : random.pickSkewed(nature.additions)
        let first = random.below(topic.parts.count)
        let parts = (0..<4).map { topic.parts[(first + $0) % topic.parts.count] }
        self.parts = parts
        joints = [(0, 1), (2, 3)].map { one, two in
            let joint = random.pick(SampleWords.joints)
            return SampleTerm(
                zh: Self.joined(joint.zh, parts[one].zh, parts[two].zh),
                en: Self.joined(joint.en, parts[one].en, parts[two].en)
            )
        }
        let place = random.below(nature.effects.count)
        let step = 1 + random.below(nature.effects.count - 1)
        effects = [nature.effects[place], nature.effects[(place + step) % nature.effects.count]]
        measures = SampleMeasures(&random)
    }

    // MARK: Titles and abstracts

    /// The title in both languages.
    var title: SampleTerm {
        if subject.nature == .device, variant < 25, addition.zh.isEmpty {
            return SampleTerm(
                zh: "一种带有" + parts[0].zh + "的" + name.zh,
                en: Self.capitalised(name.en) + " with " + parts[0].withArticle
            )
        }
        return SampleTerm(zh: "一种" + name.zh + addition.zh, en: Self.capitalised(name.en) + addition.enSuffix)
    }

    /// The abstract in both languages; it says that it is a sample.
    func abstract(of kind: RightKind) -> SampleTerm {
        let head =
            kind == .utilityModel
            ? SampleTerm(zh: "示例：本实用新型", en: "SAMPLE: The utility model ")
            : SampleTerm(zh: "示例：本发明", en: "SAMPLE: The invention ")
        let body =
            switch subject.nature {
            case .software: software
            case .device: device
            case .process: process
            case .material: material
            }
        return SampleTerm(
            zh: head.zh + body.zh + effects[0].zh + (variant % 2 == 0 ? "，" : "，并且") + effects[1].zh + "。",
            en: head.en + body.en + Self.capitalised(effects[0].en) + "; " + effects[1].en + "."
        )
    }

    private var software: SampleTerm {
        let (a, b, c, d) = (parts[0], parts[1], parts[2], parts[3])
        if variant % 3 == 0 {
            return SampleTerm(
                zh: "涉及\(topic.trade.zh)技术领域，提供一种\(name.zh)，利用\(a.zh)、\(b.zh)和\(c.zh)实现。"
                    + "当\(b.zh)的负载超过\(measures.percent)%时，\(d.zh)在\(measures.time)毫秒内完成切换。",
                en: "provides \(name.withArticle) that uses \(a.withArticle), \(b.withArticle) and \(c.withArticle). "
                    + "When the load of the \(b.en) exceeds \(measures.percent)%, the \(d.en) switches over within "
                    + "\(measures.time) milliseconds. "
            )
        }
        return SampleTerm(
            zh: "公开了一种\(name.zh)。由\(a.zh)获取待处理数据，\(b.zh)对所述数据进行\(measures.count)级处理，"
                + "\(c.zh)根据处理结果生成输出，并反馈给\(d.zh)。",
            en:
                "discloses \(name.withArticle). The \(a.en) obtains the data to be processed, the \(b.en) processes them in "
                + "\(measures.count) stages, and the \(c.en) generates the output and feeds it back to the \(d.en). "
        )
    }

    private var device: SampleTerm {
        let (a, b, c, d) = (parts[0], parts[1], parts[2], parts[3])
        if variant % 3 == 0 {
            return SampleTerm(
                zh: "属于\(topic.trade.zh)技术领域，具体为一种\(name.zh)，其\(a.zh)与\(b.zh)相邻布置，所述\(b.zh)经\(c.zh)与\(d.zh)相连；"
                    + "工作温度为\(measures.temperature)℃时，\(c.zh)每隔\(measures.time)分钟动作一次。",
                en:
                    "relates to \(name.withArticle) whose \(a.en) adjoins the \(b.en), which is linked to the \(d.en) through the "
                    + "\(c.en). At \(measures.temperature) °C the \(c.en) acts every \(measures.time) minutes. "
            )
        }
        return SampleTerm(
            zh: "公开了一种\(name.zh)，包括\(a.zh)、\(b.zh)、\(c.zh)和\(d.zh)，\(joints[0].zh)，\(joints[1].zh)，"
                + "\(b.zh)的厚度为\(measures.length)mm。",
            en: "discloses \(name.withArticle) comprising \(a.withArticle), \(b.withArticle), \(c.withArticle) and "
                + "\(d.withArticle), wherein \(joints[0].en), \(joints[1].en), and the \(b.en) is \(measures.length) mm thick. "
        )
    }

    private var process: SampleTerm {
        let (a, b, c) = (parts[0], parts[1], parts[2])
        return SampleTerm(
            zh: "公开了一种\(name.zh)，包括以下步骤：（1）准备\(a.zh)；（2）将\(a.zh)与\(b.zh)配合，在\(measures.temperature)℃下处理"
                + "\(measures.time)分钟；（3）通过\(c.zh)调节，得到所需结果。",
            en:
                "discloses \(name.withArticle) comprising the steps of (1) preparing the \(a.en), (2) combining it with the "
                + "\(b.en) at \(measures.temperature) °C for \(measures.time) minutes, and (3) adjusting by means of the \(c.en). "
        )
    }

    private var material: SampleTerm {
        let (a, b, c) = (parts[0], parts[1], parts[2])
        let (low, high) = (measures.count + 8, measures.count + 20)
        return SampleTerm(
            zh: "公开了一种\(name.zh)，按重量份计包括\(a.zh)\(low)～\(high)份、\(b.zh)\(measures.count)～\(low)份和\(c.zh)1～3份，"
                + "在\(measures.temperature)℃下混合\(measures.time)分钟制得。",
            en:
                "discloses \(name.withArticle) comprising, by weight, \(low) to \(high) parts of \(a.en), \(measures.count) to "
                + "\(low) parts of \(b.en) and 1 to 3 parts of \(c.en), mixed at \(measures.temperature) °C for "
                + "\(measures.time) minutes. "
        )
    }

    // MARK: Words

    /// The first letter in upper case.
    static func capitalised(_ text: String) -> String {
        guard let first = text.utf8.first, first >= 0x61, first <= 0x7A else { return text }
        return String(UnicodeScalar(first - 0x20)) + text.dropFirst()
    }

    /// The first letter in lower case.
    static func lowercased(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

    private static func joined(_ pattern: String, _ one: String, _ two: String) -> String {
        var text = ""
        for character in pattern.unicodeScalars {
            switch character {
            case "1": text += one
            case "2": text += two
            default: text.unicodeScalars.append(character)
            }
        }
        return text
    }
}

extension SampleTerm {
    /// What follows an English title: a comma stands at once, a word after a blank.
    fileprivate var enSuffix: String { en.isEmpty || en.hasPrefix(",") ? en : " " + en }
}
