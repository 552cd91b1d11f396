import Domain

/// Reads the numbers of rights in cells.
enum CellNumber {
    /// An application number as the national system or another office prints it.
    ///
    /// - Throws: `RowMapper.Failure` when the text is none.
    static func application(_ text: String) throws(RowMapper.Failure) -> DocumentID {
        let failure: Misread
        do {
            let number = try ApplicationNumber(reading: text)
            let check = number.printedCheckDigit.map { ".\($0)" } ?? ""
            return DocumentID(country: "CN", number: number.digits + check)
        } catch {
            failure = error
        }
        if text.uppercased().hasPrefix("PCT") { return DocumentID(country: "WO", number: text) }
        let country = text.prefix(2).uppercased()
        if country != "CN", CountryCode.isKnown(country), text.contains(where: \.isNumber),
            let number = PlainText.line(String(text.dropFirst(2)))
        {
            return DocumentID(country: country, number: number)
        }
        throw RowMapper.Failure(roundedReason(text) ?? failure.message.en)
    }

    /// A publication number; without a country it is Chinese.
    ///
    /// - Throws: `RowMapper.Failure` when the text is none.
    static func publication(_ text: String) throws(RowMapper.Failure) -> DocumentID {
        do {
            let number = try PublicationNumber(reading: text)
            var printed = text[...]
            if printed.uppercased().hasPrefix(number.country) { printed = printed.dropFirst(2) }
            if let kind = number.kind, printed.uppercased().hasSuffix(kind) { printed = printed.dropLast(kind.count) }
            let trimmed = PlainText.line(String(printed)) ?? number.number
            return DocumentID(country: number.country, number: trimmed, kind: number.kind)
        } catch {
            throw RowMapper.Failure(roundedReason(text) ?? error.message.en)
        }
    }

    /// Whether a text is an application number.
    static func isApplication(_ text: String) -> Bool {
        // Only whether it can be read is asked for.
        (try? application(text)) != nil
    }

    /// Whether a text is a publication number.
    static func isPublication(_ text: String) -> Bool {
        // Only whether it can be read is asked for.
        (try? publication(text)) != nil
    }

    /// The kind of right that a publication belongs to, nil when neither kind nor number tells.
    static func kind(of publication: DocumentID) -> RightKind? {
        switch (publication.country, publication.kind?.first) {
        case ("CN", "S"), ("CN", "D"), ("US", "S"): return .design
        case ("CN", "U"), ("CN", "Y"), ("DE", "U"), ("KR", "Y"): return .utilityModel
        case ("CN", "A"), ("CN", "B"), ("CN", "C"): return .patent
        case ("CN", nil) where publication.number.count != 8:
            switch publication.number.first {
            case "2": return .utilityModel
            case "3": return .design
            default: return .patent
            }
        case ("CN", _): return nil
        default: return publication.kind == nil ? nil : .patent
        }
    }

    /// What to say of `2.01221E+11`, a number that a spreadsheet has rounded.
    private static func roundedReason(_ text: String) -> String? {
        let parts = text.uppercased().split(separator: "E")
        guard parts.count == 2, Double(text) != nil else { return nil }
        return "“\(text)” is a number that a spreadsheet rounded; format its column as text and export again"
    }
}
