/// The names of elements and attributes as small numbers, so that a tree stores four bytes for each.
final class NameTable {
    private(set) var names: [String] = []
    private(set) var roles: [TextRole] = []
    private var numbers: [String: Int32] = [:]

    /// The number of a name, given out on its first use.
    func number(of name: String) -> Int32 {
        if let known = numbers[name] { return known }
        let number = Int32(names.count)
        names.append(name)
        roles.append(TextRole(elementName: name))
        numbers[name] = number
        return number
    }
}
