import Domain

/// Which names of fields a printed query uses.
package enum FieldNaming: Hashable, Sendable {
    /// `TI`, `APD`.
    case alias
    /// `发明名称`, `申请日`.
    case chinese

    /// The name of a field; of one that stands for single classes where `isExact`.
    func name(of field: Field, isExact: Bool = false) -> String {
        if isExact { return field == .cpc ? "CPCX" : "IPCX" }
        return self == .alias ? field.alias : field.label.zh
    }
}
