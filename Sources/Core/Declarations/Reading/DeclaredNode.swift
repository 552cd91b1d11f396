/// A value of a YAML file with the line where it stands.
///
/// Scalars stay as they are written: `no`, `1.10` and `2024-01-01` are texts until a declaration says what they are.
struct DeclaredNode {
    /// What a node is.
    enum Kind {
        /// A text; empty where nothing or `~` stands.
        case text(String)
        /// A sequence.
        case list([DeclaredNode])
        /// A mapping in the order of the file.
        case map([Member])
    }

    /// A key of a mapping with its value.
    struct Member {
        let key: String
        let line: Int
        let value: DeclaredNode
    }

    let kind: Kind
    let line: Int

    /// What it is, in words of YAML.
    var sort: String {
        switch kind {
        case .text: "a text"
        case .list: "a list"
        case .map: "a mapping"
        }
    }
}
