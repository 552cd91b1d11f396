/// Who may do something with an entry or a field.
package enum Access: Sendable, Hashable {
    /// Everybody, also without signing in.
    case everyone
    /// Those who have one of these roles where the entry lies.
    case roles([String])

    /// Whether everybody whom the other allows is allowed too.
    package func includes(_ other: Access) -> Bool {
        switch (self, other) {
        case (.everyone, _): true
        case (.roles, .everyone): false
        case (.roles(let mine), .roles(let others)): others.allSatisfy(mine.contains)
        }
    }
}
