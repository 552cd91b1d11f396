import Domain

extension RowMapper {
    /// Reads people and organisations.
    mutating func readParties(into record: inout Bibliography) {
        record.applicants = parties(.applicants)
        record.assignees = parties(.assignees)
        readAddress(into: &record)
        let makers = parties(.inventors) + parties(.designers)
        if record.right == .design { record.designers = makers } else { record.inventors = makers }
        record.agents = parties(.agents)
        record.examiners = parties(.examiners)
        record.agencies = CellList.items(row.value(.agencies)).map(Self.agency)
    }

    private func parties(_ column: TableColumn) -> [Party] {
        CellList.items(row.value(column)).map { Party(name: $0) }
    }

    /// The address is the first applicant's, unless there are as many addresses as applicants.
    private mutating func readAddress(into record: inout Bibliography) {
        guard let text = row.value(.address) else {
            if let postcode = row.value(.postcode), !record.applicants.isEmpty {
                record.applicants[0].postcode = postcode
            }
            return
        }
        let owners = record.applicants.isEmpty ? record.assignees : record.applicants
        guard !owners.isEmpty else {
            remarks.append("the address has no applicant it could belong to and was left out")
            return
        }
        let items = CellList.items(text)
        let addresses = items.count == owners.count ? items : [text]
        var dwelling = owners
        for (index, address) in addresses.enumerated() {
            dwelling[index].address = address
            dwelling[index].postcode = Self.postcode(address) ?? row.value(.postcode)
        }
        if record.applicants.isEmpty { record.assignees = dwelling } else { record.applicants = dwelling }
    }

    /// Six digits before a blank or a Chinese word: `226634 江苏省南通市`.
    private static func postcode(_ address: String) -> String? {
        let digits = address.utf8.prefix { (0x30...0x39).contains($0) }
        guard digits.count == 6, let next = address.utf8.dropFirst(6).first, next == 0x20 || next >= 0x80 else {
            return nil
        }
        return String(address.prefix(6))
    }

    /// An agency with its five-digit code behind the name: `南京正联知识产权代理有限公司 32243`.
    private static func agency(_ text: String) -> Party {
        let code = text.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
        guard code == 5, text.utf8.count > 5, let name = PlainText.line(String(text.dropLast(5))) else {
            return Party(name: text)
        }
        return Party(name: name, code: String(text.suffix(5)))
    }
}
