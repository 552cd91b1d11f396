import Links
import Pages

extension Samples {
    static func comparisons(_ language: PageLanguage) -> [ComparePage] {
        let numbers = ["CN1<b>", "CN2"]
        return [
            ComparePage(link: CompareLink(language: language)),
            ComparePage(
                link: CompareLink(numbers + (3...8).map { "CN\($0)" }, language: language),
                columns: numbers.map { number in
                    .init(
                        link: RecordLink(.patent, number, language: language),
                        typed: number,
                        number: number,
                        isSample: true
                    )
                },
                lines: [
                    .init(
                        "right",
                        isSame: true,
                        cells: [.init([.init("x", isCommon: true)]), .init([.init("x", isCommon: true)])]
                    ),
                    .init(
                        "ipc",
                        isSame: false,
                        cells: [
                            .init((0..<14).map { .init("A\($0)", isCommon: $0 == 3) }), .init([], isDifferent: true),
                        ]
                    ),
                ],
                missing: ["<i>"],
                commonClasses: ["H01M"],
                commonWords: []
            ),
        ]
    }
}
