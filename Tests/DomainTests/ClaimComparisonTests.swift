import Testing

@testable import Domain

/// Differences of texts and of claims, written out by hand.
struct ClaimComparisonTests {
    private func marked(_ old: String, _ new: String) -> String {
        TextDifference(from: old, to: new).pieces.map { piece in
            switch piece {
            case .same(let text): text
            case .removed(let text): "[-" + text + "]"
            case .added(let text): "[+" + text + "]"
            }
        }
        .joined()
    }

    @Test(arguments: [
        ("一种散热膜，厚度为10～200μm。", "一种散热膜，厚度为25～100μm。", "一种散热膜，厚度为[-10～200μm][+25～100μm]。"),
        ("A film of copper foil.", "A film of thin copper foil.", "A film of [+thin ]copper foil."),
        ("a", "a", "a"), ("", "新", "[+新]"), ("旧", "", "[-旧]"), ("", "", ""),
        ("甲乙丙丁", "甲丙丁戊", "甲[-乙]丙丁[+戊]"),
        // One character kept between two changes is no island.
        ("铜的箔片", "铝的薄膜片", "[-铜的箔][+铝的薄膜]片"),
    ])
    func `words are compared as words, Chinese by characters`(old: String, new: String, shown: String) {
        #expect(marked(old, new) == shown)
    }

    @Test func `what is not added makes the old text, what is not removed the new one`() {
        var random = SeededRandom(seed: 11)
        for _ in 0..<300 {
            let (old, new) = (text(&random), text(&random))
            let pieces = TextDifference(from: old, to: new).pieces
            let before = pieces.map {
                if case .same(let text) = $0 { text } else if case .removed(let text) = $0 { text } else { "" }
            }
            let after = pieces.map {
                if case .same(let text) = $0 { text } else if case .added(let text) = $0 { text } else { "" }
            }
            #expect(before.joined() == old && after.joined() == new, "\(old) \(new)")
        }
    }

    private func text(_ random: inout SeededRandom) -> String {
        (0..<Int.random(in: 0...20, using: &random)).map { _ in
            ["甲", "乙", "a", "b", " ", "，", "1"].randomElement(using: &random) ?? ""
        }
        .joined()
    }

    @Test func `very long texts that differ everywhere are given whole`() {
        let old = String(repeating: "甲", count: 1_200)
        let new = String(repeating: "乙", count: 1_200)
        #expect(TextDifference(from: old, to: new).pieces == [.removed(old), .added(new)])
    }

    @Test func `claims that moved up find their origin; new ones and those given up stand alone`() {
        let published = ["一种电池，包括壳体。", "根据权利要求1所述的电池，壳体为铝。", "根据权利要求1所述的电池，还包括盖板和密封圈。"]
        let granted = ["一种电池，包括壳体，还包括盖板和密封圈。", "根据权利要求1所述的电池，壳体为铝。", "所述防爆阀由镍片制成并带有刻痕"]
        let changes = ClaimComparison(published: published, granted: granted).changes
        #expect(changes.map(\.granted) == [1, 2, 3, nil])
        #expect(changes[1].isSame && changes[1].published == 2)
        #expect(changes[0].published == 1 || changes[0].published == 3)
        #expect(changes[2].published == nil && changes[2].pieces == [.added(granted[2])])
        #expect(changes[3].granted == nil && !changes[3].isSame)
    }

    @Test func `only an application and a grant of one language are compared`() throws {
        func right(_ kind: String, _ lang: String, _ claims: [String], isComplete: Bool? = nil) -> Right {
            var record = Bibliography(right: .patent)
            record.publications = [DocumentID(country: "CN", number: "199900001", kind: kind)]
            var details = Patent.Details()
            details.claims = [ClaimSet(lang: lang, items: claims, isComplete: isComplete)]
            return .patent(Patent(bibliography: record, details: details))
        }
        let (grant, application) = (right("B", "zh", ["一种膜。"]), right("A", "zh", ["一种薄膜。"]))
        let found = try #require(ClaimComparison.of([grant, application]))
        #expect(found.language == "zh" && found.comparison.changes.count == 1)
        #expect(found.comparison.changes[0].pieces == [.same("一种"), .removed("薄"), .same("膜。")])
        #expect(ClaimComparison.of([grant, grant]) == nil)
        #expect(ClaimComparison.of([grant, right("A", "en", ["A film."])]) == nil)
        #expect(ClaimComparison.of([grant, right("A", "zh", ["一种薄膜。"], isComplete: false)]) == nil)
    }

    @Test func `in long texts what stands between unchanged parts is compared in turn`() {
        // Too long for each to be weighed against every other: numbers were put before all paragraphs but two.
        let paragraphs = (0..<600).map { "第\($0)段" + String(repeating: "文", count: 20) }
        var later = paragraphs.map { "[\($0.count)]" + $0 }
        (later[100], later[400]) = (paragraphs[100], paragraphs[400])
        later.insert("新的一段", at: 101)
        later.remove(at: 399)
        let changes = ClaimComparison(published: paragraphs, granted: later).changes
        #expect(changes.filter(\.isSame).map(\.published) == [101, 401])
        #expect(changes[0].published == 1 && changes[0].granted == 1)
        // The new paragraph takes the place of the one behind it, up to the next unchanged one, before which one is left.
        #expect(changes[101].published == 102 && changes[101].granted == 102)
        #expect(changes.first { $0.published == 402 }?.granted == 402)
        #expect(changes.count == 600)
    }

    @Test func `descriptions are compared paragraph by paragraph`() throws {
        func right(_ kind: String, _ text: String, _ lang: String = "zh") -> Right {
            var record = Bibliography(right: .patent)
            record.publications = [DocumentID(country: "CN", number: "199900001", kind: kind)]
            var details = Patent.Details()
            details.description = [LocalizedText(lang: lang, text: text)]
            return .patent(Patent(bibliography: record, details: details))
        }
        let application = right("A", "本发明涉及电池。\n壳体为铝。\n电极见图2。")
        let grant = right("B", "本发明涉及电池。\n现有技术见文献。\n壳体为铝或钢。")
        let found = try #require(ClaimComparison.of([grant, application], \.descriptions))
        #expect(found.language == "zh")
        let changes = found.comparison.changes
        #expect(changes.map(\.published) == [1, nil, 2, 3] && changes.map(\.granted) == [1, 2, 3, nil])
        #expect(changes.map(\.isSame) == [true, false, false, false])
        #expect(changes[2].pieces == [.same("壳体为铝"), .added("或钢"), .same("。")])
        #expect(ClaimComparison.of([grant, right("A", "A cell.", "en")], \.descriptions) == nil)
        #expect(ClaimComparison.of([grant, application], { _ in [] }) == nil)
    }
}
