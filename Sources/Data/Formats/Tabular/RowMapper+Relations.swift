import Domain

extension RowMapper {
    /// Reads `2012.01.16 DE 202012000389.5`, several separated by semicolons, the parts in any order.
    mutating func priorities() -> [Priority] {
        let items = CellList.items(row.value(.priorities))
        let alone = date(.priorityDate)
        var found: [Priority] = []
        for item in items {
            let parts = CellParts(item)
            guard let number = parts.number else {
                remarks.append("the priority “\(item.prefix(60))” has no number and was left out")
                continue
            }
            let date = parts.date ?? (items.count == 1 ? alone : nil)
            found.append(Priority(country: parts.country, number: number, date: date))
        }
        return found
    }

    func divisionalParent() -> Relation? {
        guard let text = row.value(.divisionalParent) else { return nil }
        let parts = CellParts(text)
        guard let number = parts.number else { return nil }
        let chinese = ApplicationNumber.read(number) != nil ? "CN" : nil
        return Relation(relation: "division", country: parts.country ?? chinese, number: number, date: parts.date)
    }

    /// Reads `PCT/EP2010/012345 2010.10.11` and `WO2011/045678 英 2011.04.21`.
    mutating func internationalFiling() -> InternationalFiling {
        var filing = InternationalFiling()
        if let text = row.value(.internationalApplication) {
            let parts = CellParts(text)
            filing.application = parts.number.map { DocumentID(country: "WO", number: $0, date: parts.date) }
        }
        if let text = row.value(.internationalPublication) {
            let parts = CellParts(text)
            filing.publication = parts.number.map { DocumentID(country: "WO", number: $0, date: parts.date) }
        }
        filing.nationalPhase = date(.nationalPhaseDate)
        return filing
    }

    func citations() -> Citations? {
        var citations = Citations()
        for item in CellList.items(row.value(.references)) {
            let head = item.split(whereSeparator: { $0 == "," || $0 == "，" }).first.map(String.init) ?? item
            if head.first?.isASCII == true, head.first?.isLetter == true,
                let number = PublicationNumber.read(head, assuming: nil)
            {
                let rest = item.dropFirst(head.count).drop { $0 == "," || $0 == "，" || $0 == " " }
                citations.patents.append(
                    Citation(
                        country: number.country,
                        number: number.number,
                        kind: number.kind,
                        date: FieldDate.read(String(rest.prefix(10)))
                    )
                )
            } else {
                citations.nonPatent.append(LocalizedText(text: item))
            }
        }
        return citations.isEmpty ? nil : citations
    }
}
