import Domain

/// The classification symbols of an ST.96 patent; members of combination sets are left out.
enum ST96PatentClasses {
    static func read(_ data: Element) -> Classes {
        var ipc = UniqueList()
        var cpc = UniqueList()
        var uspc = UniqueList()
        for bag in data.children("PatentClassificationBag") {
            for item in bag.all("IPCRClassificationBag", "IPCRClassification") {
                let make = IPCSymbol.init(section:class:subclass:mainGroup:subgroup:)
                ipc.append(parts(item, section: "Section", make)?.text)
            }
            for item in bag.all("CPCClassificationBag", "MainCPC", "CPCClassification")
                + bag.all("CPCClassificationBag", "FurtherCPC", "CPCClassification")
            {
                let make = CPCSymbol.init(section:class:subclass:mainGroup:subgroup:)
                cpc.append(parts(item, section: "CPCSection", make)?.text)
            }
            for national in bag.children("NationalClassification") where national.country("IPOfficeCode") == "US" {
                for item in national.children {
                    let parts = ["NationalClass", "NationalSubclass"].compactMap { item.value($0) }
                    uspc.append(parts.count == 2 ? parts.joined(separator: "/") : nil)
                }
            }
        }
        var classes = Classes()
        classes.ipc = ipc.values
        classes.cpc = cpc.values
        classes.uspc = uspc.values
        return classes
    }

    private static func parts<Symbol>(
        _ item: Element,
        section: String,
        _ make: (String, String, String, String?, String?) -> Symbol?
    ) -> Symbol? {
        guard let section = item.text(section), let digits = item.text("Class"), let subclass = item.text("Subclass")
        else { return nil }
        return make(section, digits, subclass, item.text("MainGroup"), item.text("Subgroup"))
    }
}
