/// The words of one sample patent in both languages, composed from its topic.
struct SampleText {
    let titleZh: String
    let titleEn: String
    let abstractZh: String
    let abstractEn: String
    let claims: [String]
    let description: String

    init(topic: SampleTopic, random: inout SampleRandom) {
        let quality = random.pick(SampleTopic.qualities)
        let object = random.pickSkewed(topic.objects)
        let addition = random.pickSkewed(SampleTopic.additions)
        let parts = Self.parts(topic, &random)
        let first = random.pick(SampleTopic.effects)
        let second = random.pick(SampleTopic.effects)
        let size = 2 + random.below(180)
        let name = quality.zh + object.zh
        let english = quality.en + " " + object.en

        titleZh = "一种" + name + addition.zh.split(separator: " ").joined()
        titleEn = Self.capitalised(english) + (addition.en == " " ? "" : addition.en)
        abstractZh =
            "示例：本发明公开了一种\(name)，包括\(parts.map(\.zh).joined(separator: "、"))。"
            + "所述\(parts[0].zh)与\(parts[1].zh)连接，\(parts[1].zh)的厚度为\(size)mm；"
            + "工作时由\(parts[2].zh)调节\(parts[0].zh)。本发明\(first.zh)，\(second.zh)。"
        abstractEn =
            "SAMPLE: A \(english) comprises a \(parts.map(\.en).joined(separator: ", a ")). The \(parts[0].en) is "
            + "connected with the \(parts[1].en), which is \(size) mm thick. Advantages: \(first.en); \(second.en)."
        claims = [
            "一种\(name)，其特征在于，包括\(parts[0].zh)和\(parts[1].zh)，所述\(parts[0].zh)设置于所述\(parts[1].zh)上。",
            "根据权利要求1所述的\(name)，其特征在于，还包括\(parts[2].zh)，所述\(parts[2].zh)与所述\(parts[0].zh)电连接。",
            "根据权利要求1或2所述的\(name)，其特征在于，所述\(parts[1].zh)的厚度为\(size)mm。",
        ]
        description =
            "技术领域\n本发明涉及\(object.zh)技术领域，具体涉及一种\(name)。\n背景技术\n现有的\(object.zh)存在\(parts[0].zh)易损坏的问题。\n"
            + "发明内容\n本发明的目的在于提供一种\(name)，\(first.zh)。\n具体实施方式\n"
            + "如图1所示，\(parts[0].zh)（1）安装在\(parts[1].zh)（2）上，\(parts[2].zh)（3）位于两者之间。以上内容均为示例。"
    }

    private static func parts(_ topic: SampleTopic, _ random: inout SampleRandom) -> [SampleTopic.Term] {
        let start = random.below(topic.parts.count)
        return (0..<3).map { topic.parts[(start + $0) % topic.parts.count] }
    }

    private static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
