import Links

/// The places of the entries of a list, drawn without borders: a scheme, no map.
extension PageRenderer {
    /// The 34 provincial units with their counts, each leading to the list of what lies in it; nil where they are not counted.
    ///
    /// One in which no entry lies says that there are no data, which is not nought.
    func entryTiles(
        _ map: EntryMap,
        hasSamples: Bool,
        _ address: (RegisterList) -> String,
        _ words: Words
    ) -> Context? {
        guard let units = map.units else { return nil }
        let known = Dictionary(units.map { ($0.code, $0) }) { first, _ in first }
        let greatest = max(1, units.map(\.count).max() ?? 1)
        var table = TableView([(words["tilemap.name"], false), (words["registers.map.count"], true)])
        let tiles = regions.map { region -> Context in
            guard let unit = known[region.code], unit.count > 0 else {
                table.add([.init(region.name(words.language)), .init(words["nodata"])])
                return tile(region, "nodata", ink: "", words["nodata"], href: nil, words)
            }
            let href = address(unit.list)
            table.add([.init(region.name(words.language), href: href), .init(words.number(unit.count))])
            // One step of the ramp for each fifth of the greatest.
            let level = (unit.count * 5 + greatest - 1) / greatest
            return tile(region, "lv\(level)", ink: "on-\(level)", words.number(unit.count), href: href, words)
        }
        let title = hasSamples ? "registers.map.units.samples" : "registers.map.units"
        return tilemap(words[title], words["tilemap.definition"], tiles, [], table)
    }

    /// The places of the entries on the page as points; nil where none has one.
    func entryPoints(_ map: EntryMap, _ words: Words) -> Context? {
        let (south, north) = (map.points.map(\.latitude).min(), map.points.map(\.latitude).max())
        let (west, east) = (map.points.map(\.longitude).min(), map.points.map(\.longitude).max())
        guard let south, let north, let west, let east else { return nil }
        // Both directions have one scale, as at the middle of the country, where a degree of longitude is 0.82 of one of latitude.
        let span = max(Self.leastSpan, north - south, (east - west) * Self.shrink)
        let middle = (latitude: (north + south) / 2, longitude: (east + west) / 2)
        let side = Double(Self.side - 2 * Self.margin)
        func place(_ offset: Double) -> String {
            String((Double(Self.margin) + (0.5 + offset / span) * side).rounded()).replacing(".0", with: "")
        }
        var table = TableView([
            (words["registers.map.entry"], false), (words["registers.part.latitude"], true),
            (words["registers.part.longitude"], true),
        ])
        let points = map.points.map { point -> Context in
            let href = Link.registers(point.link).text
            table.add([.init(point.title, href: href), .init("\(point.latitude)"), .init("\(point.longitude)")])
            return [
                "href": href, "title": point.title,
                "x": place((point.longitude - middle.longitude) * Self.shrink),
                "y": place(middle.latitude - point.latitude),
            ]
        }
        return ["points": points, "count": words.number(points.count), "table": table.context]
    }

    private static let side = 400
    private static let margin = 16
    /// Degrees; places nearer to each other are not drawn as if they were far apart.
    private static let leastSpan = 0.05
    private static let shrink = 0.82
}
