import Domain

/// The people of a Chinese patent document.
enum CNIPAParties {
    static func read(_ data: Element, into bibliography: inout Bibliography) {
        let parties = data.first("Parties")
        bibliography.applicants = parties?.all("ApplicantDetails", "Applicant").compactMap(party) ?? []
        let makers = parties?.all("InventorDetails", "Inventor").compactMap(party) ?? []
        if bibliography.right == .design {
            bibliography.designers = makers
        } else {
            bibliography.inventors = makers
        }
        bibliography.assignees = data.all("AssigneeDetails", "Assignee").compactMap(party)
        bibliography.examiners = data.all("ExaminerDetails", "Examiner").compactMap { examiner in
            (examiner.value("Name") ?? examiner.value("AddressBook", "Name")).map { Party(name: $0) }
        }
        for details in parties?.children("AgentDetails") ?? [] {
            readAgents(details, into: &bibliography)
        }
    }

    private static func party(_ element: Element) -> Party? {
        guard let book = CNIPADocument.original(element.children("AddressBook")),
            let name = book.value("Name") ?? book.value("OrganizationName")
        else { return nil }
        var party = Party(name: name)
        guard let address = book.first("Address") else { return party }
        party.country = address.country("WIPOST3Code")
        party.region = address.value("Province")
        party.city = address.value("City")
        party.district = address.value("County")
        party.street = address.value("Street")
        party.postcode = address.value("PostCode")
        party.address = address.value("Text")
        return party
    }

    private static func readAgents(_ details: Element, into bibliography: inout Bibliography) {
        let customerNumber = details.value("CustomerNumber")
        for agent in details.children("Agent") {
            if let name = agent.value("AddressBook", "Name") { bibliography.agents.append(Party(name: name)) }
            guard let text = agent.value("Agency", "AddressBook", "OrganizationName") else { continue }
            let agency = agency(text, customerNumber: customerNumber)
            if !bibliography.agencies.contains(agency) { bibliography.agencies.append(agency) }
        }
    }

    /// Name and number share one text: 某某知识产权代理事务所 42222.
    private static func agency(_ text: String, customerNumber: String?) -> Party {
        guard let blank = text.lastIndex(of: " "), text[text.index(after: blank)...].allSatisfy(\.isNumber) else {
            return Party(name: text, code: customerNumber)
        }
        return Party(name: String(text[..<blank]), code: String(text[text.index(after: blank)...]))
    }
}
