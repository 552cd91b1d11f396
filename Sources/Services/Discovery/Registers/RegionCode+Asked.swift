import Domain

extension RegionCode {
    /// A division that somebody asks for by its code or name.
    ///
    /// - Throws: `Failure.invalid` for what is none.
    static func asked(_ text: String, field: String = "region") throws(Failure) -> RegionCode {
        guard let region = RegionCode(text) else {
            throw .invalid(field: field, reason: "\(text) is no division; write a code such as 610100, or a name")
        }
        return region
    }
}

extension ListEntries.Question {
    /// - Throws: `Failure.invalid` where page or size cannot be.
    func checkPage() throws(Failure) {
        guard page >= 1 else { throw .invalid(field: "page", reason: "pages count from 1") }
        guard (0...ListEntries.largestPage).contains(size) else {
            throw .invalid(field: "size", reason: "a page has 0 to \(ListEntries.largestPage) entries")
        }
    }
}
