import Links

/// The 34 provincial units as equal tiles: no map.
extension PageRenderer {
    /// A tile.
    ///
    /// - Parameters:
    ///   - region: the unit.
    ///   - style: its colour: `lv0` to `lv5`, `na`, `nodata`.
    ///   - ink: the colour of its letters: `on-0` to `on-5`; empty for that of the paper.
    ///   - value: what it says.
    ///   - href: where it leads; nil where it leads nowhere.
    ///   - words: the language.
    /// - Returns: its context.
    func tile(_ region: Region, _ style: String, ink: String, _ value: String, href: String?, _ words: Words) -> Context
    {
        let (x, y) = (region.column * 52 + 1, region.row * 52 + 1)
        return [
            "style": style, "ink": ink, "isHatched": style == "na", "isSmall": value.count > 4 || style.first == "n",
            "x": x, "y": y, "middle": x + 24, "nameY": y + 21, "valueY": y + 38,
            "name": words.language == .zh ? region.zh : region.letters, "value": value, "href": href,
        ]
    }

    /// A tile map; a legend is a style with its meaning.
    func tilemap(
        _ title: String,
        _ definition: String,
        _ tiles: [Context],
        _ legend: [(style: String, text: String)],
        _ table: TableView,
        isSample: Bool = false
    ) -> Context {
        [
            "title": title, "definition": definition, "isSample": isSample, "tiles": tiles,
            "hasLegend": !legend.isEmpty,
            "legend": legend.map { ["style": $0.style, "isHatched": $0.style == "na", "text": $0.text] as Context },
            "table": table.context,
        ]
    }
}
