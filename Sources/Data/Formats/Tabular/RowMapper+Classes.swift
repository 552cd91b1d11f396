import Domain

extension RowMapper {
    /// Reads class symbols: of designs those of Locarno, of others those of IPC and CPC.
    mutating func readClasses(into record: inout Bibliography) {
        let main = CellList.items(row.value(.mainClass))
        let all = CellList.items(row.value(.classes))
        if record.right == .design {
            let locarno = CellList.items(row.value(.locarno))
            record.classes.locarno = symbols(main + all + locarno, "Locarno") { LocarnoSymbol.read($0)?.text }
            record.mainClass = main.first.flatMap { LocarnoSymbol.read($0)?.text }
            return
        }
        // The main class belongs to the list; where the list has it, it keeps its place.
        let listed = symbols(all, "IPC") { IPCSymbol.read($0)?.text }
        let first = symbols(main, "IPC") { IPCSymbol.read($0)?.text }
        record.classes.ipc = first.filter { !listed.contains($0) } + listed
        record.mainClass = first.first
        record.classes.cpc = symbols(CellList.items(row.value(.cpc)), "CPC") { CPCSymbol.read($0)?.text }
    }

    private mutating func symbols(_ items: [String], _ scheme: String, read: (String) -> String?) -> [String] {
        var found = UniqueList()
        for item in items {
            let symbol = read(item)
            if symbol == nil { remarks.append("“\(item.prefix(40))” is no \(scheme) symbol and was left out") }
            found.append(symbol)
        }
        return found.values
    }
}
