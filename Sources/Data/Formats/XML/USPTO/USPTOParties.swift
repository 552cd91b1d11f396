import Domain

/// The people of a US document.
///
/// Until 2012 inventors are applicants with the type applicant-inventor; later both have lists of their own.
enum USPTOParties {
    static func read(_ data: Element, into bibliography: inout Bibliography) {
        var inventors: [Party] = []
        for parties in data.children("us-parties") + data.children("parties") {
            for applicant in parties.all("us-applicants", "us-applicant") + parties.all("applicants", "applicant") {
                guard let party = party(applicant) else { continue }
                bibliography.applicants.append(party)
                if applicant.attribute("app-type") == "applicant-inventor" { inventors.append(party) }
            }
            for inventor in parties.first("inventors")?.children ?? ChildElements.none {
                if let party = party(inventor), !inventors.contains(party) { inventors.append(party) }
            }
            bibliography.agents += parties.all("agents", "agent").compactMap(party)
        }
        if bibliography.right == .design {
            bibliography.designers = inventors
        } else {
            bibliography.inventors = inventors
        }
        bibliography.assignees = data.all("assignees", "assignee").compactMap(party)
        bibliography.examiners = (data.first("examiners")?.children ?? ChildElements.none).compactMap(party)
    }

    private static func party(_ element: Element) -> Party? {
        let book = element.first("addressbook") ?? element
        let parts = [
            book.value("first-name"), book.value("middle-name"), book.value("last-name"), book.value("suffix"),
        ]
        let person = parts.compactMap { $0 }.joined(separator: " ")
        guard let name = book.value("orgname") ?? (person.isEmpty ? book.value("name") : person) else { return nil }
        var party = Party(name: name)
        guard let address = book.first("address") else { return party }
        party.country = address.country("country")
        party.region = address.value("state")
        party.city = address.value("city")
        party.street = address.value("street")
        party.postcode = address.value("postcode")
        return party
    }
}
