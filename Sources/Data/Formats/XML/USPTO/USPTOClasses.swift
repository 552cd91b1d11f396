import Domain

/// The classification symbols of a US document; those of the field of search are not its own.
enum USPTOClasses {
    static func read(_ data: Element) -> Classes {
        var ipc = UniqueList()
        for item in data.all("classifications-ipcr", "classification-ipcr") {
            ipc.append(parts(item, IPCSymbol.init(section:class:subclass:mainGroup:subgroup:))?.text)
        }
        for text in texts(data, "classification-ipc") { ipc.append(IPCSymbol.read(text)?.text) }
        var cpc = UniqueList()
        for item in data.all("classifications-cpc", "main-cpc", "classification-cpc")
            + data.all("classifications-cpc", "further-cpc", "classification-cpc")
        {
            cpc.append(parts(item, CPCSymbol.init(section:class:subclass:mainGroup:subgroup:))?.text)
        }
        var uspc = UniqueList()
        for item in data.children("classification-national") where item.country("country") == "US" {
            for child in item.children where child.name.hasSuffix("-classification") {
                uspc.append(uspcSymbol(child))
            }
        }
        var locarno = UniqueList()
        for text in texts(data, "classification-locarno") { locarno.append(LocarnoSymbol.read(text)?.text) }
        var classes = Classes()
        classes.ipc = ipc.values
        classes.cpc = cpc.values
        classes.uspc = uspc.values
        classes.locarno = locarno.values
        classes.locarnoEdition = data.value("classification-locarno", "edition")
        return classes
    }

    /// Texts of the main and further classifications in a list.
    private static func texts(_ data: Element, _ list: String) -> [String] {
        data.children(list).flatMap(\.children).filter { $0.name.hasSuffix("-classification") }
            .compactMap(\.collapsedText)
    }

    /// Symbols come in fixed columns, so blanks inside count and only those around are dropped.
    private static func uspcSymbol(_ element: Element) -> String? {
        guard let text = element.rawText, !Element.isFiller(text) else { return nil }
        return USPCSymbol.read(text)?.text ?? element.collapsedText
    }

    private static func parts<Symbol>(
        _ item: Element,
        _ make: (String, String, String, String?, String?) -> Symbol?
    ) -> Symbol? {
        guard let section = item.text("section"), let digits = item.text("class"),
            let subclass = item.text("subclass")
        else { return nil }
        return make(section, digits, subclass, item.text("main-group"), item.text("subgroup"))
    }
}
