import Links

extension PageRenderer {
    /// Every component with its states, drawn from the components' own examples.
    package func design(_ frame: PageFrame) -> String {
        let words = words(frame.language)
        let context: Context = [
            "swatches": Self.swatches.map { ["name": $0, "text": words["design.swatch." + $0]] as Context },
            "themes": Theme.allCases.map { theme in
                [
                    "name": theme.rawValue, "title": words["design.theme." + theme.rawValue],
                    "states": StateChip.Shape.allCases.map {
                        Context.state(StateChip($0, words["status." + $0.rawValue]))
                    },
                ] as Context
            },
            "scale": Self.scale.enumerated().map { ["step": $0.offset, "name": $0.element] as Context },
            "components": components(frame.language),
            "tilemap": tilemap(words),
        ]
        let face = PageFace(
            title: words["design.page"],
            sampleLine: "sample.line.design",
            find: SearchState(language: frame.language),
            canonical: .page(.design, frame.language)
        )
        return page("design", context, face, frame)
    }

    private func components(_ language: PageLanguage) -> [Context] {
        site.components.compactMap { component in
            guard let example = component.example else { return nil }
            return [
                "name": component.name,
                "states": example.states(in: language).map { name, context in
                    ["name": name, "exampleMarkup": part(component.name, context, language)] as Context
                },
            ]
        }
    }

    /// The tile map with the numbers 1 to 34, so that every step of the ramp and every place is seen.
    private func tilemap(_ words: Words) -> Context {
        var table = TableView([
            (words["tilemap.code"], false), (words["tilemap.name"], false), (words["tilemap.value"], true),
        ])
        let tiles = regions.enumerated().map { index, region -> Context in
            table.add([.init(region.code), .init(region.name(words.language)), .init(words.number(index + 1))])
            let level = (index + 1) * 5 / regions.count
            return tile(region, "lv\(level)", ink: "on-\(level)", words.number(index + 1), href: nil, words)
        }
        return tilemap(words["tilemap.title"], words["tilemap.definition"], tiles, [], table, isSample: true)
    }

    private static let swatches = [
        "paper", "paper-2", "paper-3", "line", "line-strong", "ink-3", "ink-2", "ink", "accent", "accent-strong",
        "accent-soft", "mark", "mark-2", "mark-3", "mark-4", "mark-5", "mark-6", "good", "warn", "bad", "ramp-1",
        "ramp-2", "ramp-3", "ramp-4", "ramp-5",
    ]

    private static let scale = [
        "--t-figure 40", "--t-h1 32", "--t-h2 24", "--t-h3 20", "--t-lead 18", "--t-body 16", "--t-dense 14",
        "--t-note 13",
    ]
}
