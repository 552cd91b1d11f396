import Testing
import Text

struct NameFolderTests {
    @Test(
        arguments: [
            ("Co., Ltd.", "co ltd"), ("CO LTD", "co ltd"), ("Foo Co.,Ltd", "foo co ltd"), ("U.S. Steel", "us steel"),
            ("U S Steel", "us steel"), ("US Steel", "us steel"), ("J. A. Smith", "ja smith"),
            ("J.A. Smith", "ja smith"),
            ("华为技术有限公司（深圳）", "华为技术有限公司深圳"), ("華為技術 有限公司", "华为技术有限公司"), ("TCL集团", "tcl集团"),
            ("TCL 集团", "tcl集团"), ("O’Brien & Sons", "o brien sons"), ("McDonald's", "mcdonald"), ("3M", "3 m"),
            ("Société Générale", "societe generale"), ("Rolls-Royce plc", "rolls royce plc"), ("ソニー・株式会社", "ソニー株式会社"),
            ("삼성 전자", "삼성 전자"), ("约翰·史密斯", "约翰史密斯"), ("…", ""), ("", ""),
        ])
    func `punctuation and case do not count in names`(name: String, expected: String) {
        var folder = NameFolder()
        #expect(folder.fold(name) == expected)
    }
}
