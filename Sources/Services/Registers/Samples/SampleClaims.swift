import Domain

extension SampleText {
    /// Three to eight claims in the language of the record; a device for a process stands on its own.
    func claims(isChinese: Bool, _ random: inout SampleRandom) -> ClaimSet {
        var items = [isChinese ? firstClaim.zh : firstClaim.en]
        var independent = [1]
        let features = self.features
        let start = random.below(features.count)
        for place in 0..<min(features.count, 2 + random.skewed(5)) {
            let feature = features[(start + place) % features.count]
            items.append(dependent(feature, on: items.count, isChinese: isChinese))
        }
        if subject.nature == .process, !addition.zh.isEmpty {
            items.append(isChinese ? apparatus.zh : apparatus.en)
            independent.append(items.count)
        } else if subject.nature != .device, !addition.zh.isEmpty {
            items.append(isChinese ? use.zh : use.en)
        }
        return ClaimSet(lang: isChinese ? "zh" : "en", independent: independent, items: items)
    }

    /// The description of the embodiments, each paragraph a line.
    var description: String {
        let (a, b, c, d) = (parts[0].zh, parts[1].zh, parts[2].zh, parts[3].zh)
        return """
            技术领域
            本发明涉及\(subject.name.zh)的技术领域，具体涉及一种\(name.zh)。
            背景技术
            现有的\(subject.name.zh)中，\(a)与\(b)配合不当，容易造成\(c)失效。如何改进\(b)，是亟待解决的问题。
            发明内容
            为解决上述问题，提供一种\(name.zh)。与现有技术相比，\(d)的更换周期延长到\(measures.time)天。
            附图说明
            图1为本示例的结构示意图；图2为\(b)的局部放大图。
            具体实施方式
            实施例1：如图1所示，\(a)（1）和\(b)（2）依次布置，\(c)（3）位于两者之间。环境温度为\(measures.temperature)℃。
            实施例2：与实施例1的区别在于，\(d)（4）的数量为\(measures.count)个，其间距为\(measures.length)mm。
            以上内容均为示例，不对应任何真实的专利申请。
            """
    }

    private var firstClaim: SampleTerm {
        let (a, b, c, d) = (parts[0], parts[1], parts[2], parts[3])
        switch subject.nature {
        case .software:
            return SampleTerm(
                zh: "一种\(name.zh)，其特征在于，包括以下步骤：由\(a.zh)获取待处理数据；由\(b.zh)对所述待处理数据进行\(measures.count)级处理，得到中间结果；"
                    + "由\(c.zh)根据所述中间结果生成输出。",
                en:
                    "\(Self.capitalised(name.withArticle)), characterised by the following steps: obtaining data by \(a.withArticle); "
                    + "processing the data in \(measures.count) stages by \(b.withArticle) to obtain an intermediate result; and "
                    + "generating an output from the intermediate result by \(c.withArticle)."
            )
        case .device:
            return SampleTerm(
                zh: "一种\(name.zh)，其特征在于，包括：\(a.zh)；\(b.zh)，\(joints[0].zh)；\(c.zh)；以及\(d.zh)，\(joints[1].zh)。",
                en:
                    "\(Self.capitalised(name.withArticle)), characterised in that it comprises \(a.withArticle); \(b.withArticle), "
                    + "wherein \(joints[0].en); \(c.withArticle); and \(d.withArticle), wherein \(joints[1].en)."
            )
        case .process:
            return SampleTerm(
                zh: "一种\(name.zh)，其特征在于，包括以下步骤：S1，准备\(a.zh)；S2，将所述\(a.zh)与\(b.zh)配合，在\(measures.temperature)℃下处理"
                    + "\(measures.time)分钟；S3，通过\(c.zh)调节。",
                en:
                    "\(Self.capitalised(name.withArticle)), characterised by the following steps: S1, preparing the \(a.en); S2, "
                    + "combining it with the \(b.en) at \(measures.temperature) °C for \(measures.time) minutes; S3, adjusting by "
                    + "means of the \(c.en)."
            )
        case .material:
            return SampleTerm(
                zh: "一种\(name.zh)，其特征在于，按重量份计，包括：\(a.zh)\(measures.count + 8)～\(measures.count + 20)份；\(b.zh)"
                    + "\(measures.count)～\(measures.count + 8)份；\(c.zh)1～3份。",
                en:
                    "\(Self.capitalised(name.withArticle)), characterised in that it comprises, by weight: \(measures.count + 8) to "
                    + "\(measures.count + 20) parts of \(a.en); \(measures.count) to \(measures.count + 8) parts of \(b.en); and 1 "
                    + "to 3 parts of \(c.en)."
            )
        }
    }

    /// What dependent claims add.
    private var features: [SampleTerm] {
        let (a, b, c, d) = (parts[0], parts[1], parts[2], parts[3])
        switch subject.nature {
        case .software:
            return [
                SampleTerm(
                    zh: "所述\(b.zh)在负载超过\(measures.percent)%时发出预警",
                    en: "the \(b.en) warns when its load exceeds \(measures.percent)%"
                ),
                SampleTerm(
                    zh: "还包括\(d.zh)，所述\(d.zh)在\(measures.time)毫秒内返回结果",
                    en: "\(d.withArticle) returns a result within \(measures.time) milliseconds"
                ),
                SampleTerm(
                    zh: "所述\(a.zh)对所述待处理数据进行去重和脱敏",
                    en: "the \(a.en) removes duplicates and personal details from the data"
                ),
                SampleTerm(
                    zh: "所述中间结果保存\(measures.count)个版本。所述\(c.zh)比较相邻版本的差异",
                    en:
                        "\(measures.count) versions of the intermediate result are kept, and the \(c.en) compares neighbouring ones"
                ),
            ]
        case .device:
            return [
                SampleTerm(zh: "所述\(b.zh)的厚度为\(measures.length)mm", en: "the \(b.en) is \(measures.length) mm thick"),
                SampleTerm(
                    zh: "所述\(a.zh)的数量为\(measures.count)个，沿圆周均匀分布",
                    en: "the number of the \(a.en) is \(measures.count), evenly distributed along a circle"
                ),
                SampleTerm(
                    zh: "所述\(c.zh)由不锈钢制成。所述\(c.zh)的表面设有防护层",
                    en: "the \(c.en) is made of stainless steel and has a protective layer"
                ),
                SampleTerm(
                    zh: "所述\(d.zh)的工作温度不高于\(measures.temperature)℃",
                    en: "the working temperature of the \(d.en) is not above \(measures.temperature) °C"
                ),
                SampleTerm(
                    zh: "所述\(a.zh)与所述\(d.zh)之间设有密封圈",
                    en: "a sealing ring is arranged between the \(a.en) and the \(d.en)"
                ),
            ]
        case .process, .material:
            return [
                SampleTerm(zh: "处理温度为\(measures.temperature)℃", en: "the temperature is \(measures.temperature) °C"),
                SampleTerm(
                    zh: "所述\(a.zh)与所述\(b.zh)的质量比为\(measures.count):1",
                    en: "the mass ratio of the \(a.en) to the \(b.en) is \(measures.count):1"
                ),
                SampleTerm(
                    zh: "所述\(c.zh)的利用率不低于\(measures.percent)%。剩余部分回收再用",
                    en: "at least \(measures.percent)% of the \(c.en) is used and the rest is recovered"
                ),
                SampleTerm(zh: "还使用\(d.zh)", en: "the \(d.en) is used as well"),
            ]
        }
    }

    private func dependent(_ feature: SampleTerm, on last: Int, isChinese: Bool) -> String {
        if isChinese {
            let reference = last == 1 ? "1" : last == 2 ? "1或2" : "1至\(last)任一项"
            return "根据权利要求\(reference)所述的\(name.zh)，其特征在于，\(feature.zh)。"
        }
        let reference = last == 1 ? "claim 1" : last == 2 ? "claim 1 or 2" : "any of claims 1 to \(last)"
        return "The \(name.en) according to \(reference), characterised in that \(feature.en)."
    }

    private var apparatus: SampleTerm {
        SampleTerm(
            zh: "一种用于\(subject.name.zh)的装置，其特征在于，包括\(parts[0].zh)、\(parts[1].zh)和\(parts[2].zh)。",
            en:
                "An apparatus for \(subject.name.withArticle), characterised in that it comprises the \(parts[0].en), the "
                + "\(parts[1].en) and the \(parts[2].en)."
        )
    }

    private var use: SampleTerm {
        subject.nature == .software
            ? SampleTerm(
                zh: "一种电子设备，包括存储器和处理器，其特征在于，所述处理器执行所述存储器中的程序时，实现权利要求1所述的\(subject.name.zh)。",
                en:
                    "An electronic device comprising a memory and a processor, characterised in that the processor carries out the "
                    + "\(subject.name.en) according to claim 1."
            )
            : SampleTerm(
                zh: "权利要求1所述的\(name.zh)的应用。",
                en: "Use of the \(name.en) according to claim 1."
            )
    }
}
