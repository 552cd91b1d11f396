package import Links

/// The stylesheet and its name.
package struct Stylesheet: Sendable, Hashable {
    package let text: String
    package let name: AssetName

    init(_ plain: String) {
        text = ConfidentialMarkup.styled(plain)
        name = AssetName("huizhi.css", content: text.utf8)
    }
}
