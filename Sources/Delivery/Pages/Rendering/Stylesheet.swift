package import Links

/// The stylesheet and its name.
package struct Stylesheet: Sendable, Hashable {
    package let text: String
    package let name: AssetName

    init(_ text: String) {
        self.text = text
        name = AssetName("huizhi.css", content: text.utf8)
    }
}
