import Domain

/// Makes a right of a row.
struct RowMapper {
    /// Why a row cannot become a record.
    struct Failure: Error, Hashable {
        /// What is wrong and what would mend it, in one sentence.
        var reason: String

        init(_ reason: String) {
            self.reason = reason
        }
    }

    let row: TableRow
    /// Values that were left out, each with the reason.
    var remarks: [String] = []

    /// Makes a right of a row.
    ///
    /// - Returns: the right and remarks about values that were left out.
    /// - Throws: `Failure` when the row has no number or one that cannot be read.
    static func right(of row: TableRow) throws(Failure) -> (right: Right, remarks: [String]) {
        var mapper = RowMapper(row: row)
        let right = try mapper.right()
        return (right, mapper.remarks)
    }

    private init(row: TableRow) {
        self.row = row
    }

    private mutating func right() throws(Failure) -> Right {
        if row.zeroColumn != nil { throw Failure("it holds the character U+0000; remove it") }
        let application = try application()
        let publications = try publications()
        guard application != nil || !publications.isEmpty else { throw Failure("no number") }
        var record = Bibliography(right: kind(application, publications))
        record.application = application
        record.publications = publications
        readDates(into: &record)
        readTexts(into: &record)
        readClasses(into: &record)
        readParties(into: &record)
        record.priorities = priorities()
        record.related = [divisionalParent()].compactMap(\.self)
        if let status = row.value(.legalStatus) {
            record.status = Status(text: status, date: date(.legalStatusDate))
        }
        let claims = claims()
        guard record.right == .design else {
            var details = Patent.Details()
            let pct = internationalFiling()
            details.pct = pct.isEmpty ? nil : pct
            details.claims = claims
            details.description = text(.description)
            details.citations = citations()
            return .patent(Patent(bibliography: record, details: details))
        }
        var details = Design.Details()
        details.claims = claims
        details.description = text(.briefExplanation) + text(.description)
        details.citations = citations()
        return .design(Design(bibliography: record, details: details))
    }

    // MARK: Numbers

    private mutating func application() throws(Failure) -> DocumentID? {
        guard let text = row.value(.applicationNumber) ?? row.value(.patentNumber) else { return nil }
        var document = try CellNumber.application(text)
        document.date = date(.applicationDate)
        return document
    }

    private mutating func publications() throws(Failure) -> [DocumentID] {
        var found: [DocumentID] = []
        for (number, date) in [
            (TableColumn.publicationNumber, TableColumn.publicationDate), (.announcementNumber, .announcementDate),
        ] {
            guard let text = row.value(number) else { continue }
            var document = try CellNumber.publication(text)
            document.date = self.date(date)
            if let known = found.firstIndex(where: { $0.id == document.id }) {
                found[known].date = found[known].date ?? document.date
            } else {
                found.append(document)
            }
        }
        return found
    }

    /// By the kind digit of the application, else by the kind of publication, else by what the row says.
    private func kind(_ application: DocumentID?, _ publications: [DocumentID]) -> RightKind {
        if application?.country == "CN", let number = application.flatMap({ ApplicationNumber.read($0.number) }) {
            return number.kind.right
        }
        for publication in publications {
            if let kind = CellNumber.kind(of: publication) { return kind }
        }
        let type = row.value(.type)?.lowercased() ?? ""
        if type.contains("外观") || type.contains("design") { return .design }
        if type.contains("实用") || type.contains("utility") { return .utilityModel }
        return .patent
    }

    // MARK: Dates

    /// The date in a cell; what is no date is left out with a remark.
    mutating func date(_ column: TableColumn) -> PartialDate? {
        guard let cell = row.cell(column), let text = row.value(column) else { return nil }
        if let date = cell.date { return date }
        switch FieldDate.reading(text) {
        case .date(let date): return date
        case .none: return nil
        case .malformed:
            remarks.append("“\(text.prefix(40))” is no date and was left out; write it as 2019-08-02")
            return nil
        }
    }

    private mutating func readDates(into record: inout Bibliography) {
        var granted = date(.grantDate)
        // A date of announcement without its number says no more than that the right was granted.
        if row.value(.announcementNumber) == nil { granted = granted ?? date(.announcementDate) }
        guard let granted else { return }
        record.events.append(LegalEvent(date: granted, text: "授权"))
    }

    // MARK: Texts

    private func readTexts(into record: inout Bibliography) {
        if let title = row.value(.title) { record.titles.append(Self.localized(title)) }
        if let title = row.value(.titleEnglish) { record.titles.append(LocalizedText(lang: "en", text: title)) }
        record.abstracts = text(.abstract)
        if let abstract = row.paragraphs(.abstractEnglish) {
            record.abstracts.append(LocalizedText(lang: "en", text: abstract))
        }
        record.keywords = CellList.items(row.value(.keywords))
    }

    private func text(_ column: TableColumn) -> [LocalizedText] {
        row.paragraphs(column).map { [Self.localized($0)] } ?? []
    }

    /// Chinese where the text is written so; these tables are those of the Chinese office and mark nothing.
    static func localized(_ text: String) -> LocalizedText {
        LocalizedText(lang: text.unicodeScalars.contains(where: PlainText.isHan) ? "zh" : nil, text: text)
    }

    private func claims() -> [ClaimSet] {
        if let text = row.paragraphs(.claims) {
            let claims = CellList.claims(text).map { SourceClaim(text: $0) }
            return ClaimSet(claims, lang: Self.localized(text).lang).map { [$0] } ?? []
        }
        guard let text = row.paragraphs(.mainClaim) else { return [] }
        var claims = ClaimSet([SourceClaim(text: text)], lang: Self.localized(text).lang)
        claims?.isComplete = false
        return claims.map { [$0] } ?? []
    }
}
