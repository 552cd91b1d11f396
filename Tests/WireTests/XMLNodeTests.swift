import Foundation
import Testing
import Wire

/// XML as it is written.
struct XMLNodeTests {
    @Test func `texts and values cannot break out`() {
        let node = XMLNode(
            "a",
            ["b": "\"<&>'\n", "c": nil],
            [XMLNode("d", text: "]]> \u{0}\u{1}\r<x/> & \u{FFFE}石"), nil]
        )
        #expect(node.text == "<a b=\"&quot;&lt;&amp;&gt;'\n\"><d>]]&gt; &#13;&lt;x/&gt; &amp; 石</d></a>")
        #expect(XMLNode("e").text == "<e/>")
        #expect(
            String(decoding: XMLNode("e").document, as: UTF8.self)
                == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<e/>\n"
        )
    }
}
