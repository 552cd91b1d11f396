import Domain

/// The classification symbols of an ST.96 patent; members of combination sets are left out.
enum ST96PatentClasses {
    static func read(_ data: Element) -> Classes {
        var ipc = UniqueList()
        var cpc = UniqueList()
        var uspc = UniqueList()
        for bag in data.children("PatentClassificationBag") {
            for item in bag.all("IPCRClassificationBag", "IPCRClassification") {
                ipc.append(
                    IPCSymbol(
                        section: item.text("Section") ?? "",
                        class: item.text("Class") ?? "",
                        subclass: item.text("Subclass") ?? "",
                        mainGroup: item.text("MainGroup"),
                        subgroup: item.text("Subgroup")
                    )?.text
                )
            }
            for item in bag.all("CPCClassificationBag", "MainCPC", "CPCClassification")
                + bag.all("CPCClassificationBag", "FurtherCPC", "CPCClassification")
            {
                cpc.append(
                    CPCSymbol(
                        section: item.text("CPCSection") ?? "",
                        class: item.text("Class") ?? "",
                        subclass: item.text("Subclass") ?? "",
                        mainGroup: item.text("MainGroup"),
                        subgroup: item.text("Subgroup")
                    )?.text
                )
            }
            for national in bag.children("NationalClassification") where national.country("IPOfficeCode") == "US" {
                for item in national.children {
                    guard let number = item.value("NationalClass"), let subclass = item.value("NationalSubclass") else {
                        continue
                    }
                    uspc.append(number + "/" + subclass)
                }
            }
        }
        var classes = Classes()
        classes.ipc = ipc.values
        classes.cpc = cpc.values
        classes.uspc = uspc.values
        return classes
    }
}
