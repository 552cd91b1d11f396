import Identity
import Testing

struct MaskedTests {
    @Test(arguments: [
        ("张三", "张*"), ("王小明", "王**"), ("欧阳修竹", "欧阳**"), ("欧阳", "欧*"), ("欧阳娜", "欧阳*"), ("Anna Berg", "A*** B***"),
        ("J. Ng", "J*** N***"), ("张", "*"), ("A", "*"), ("", ""), ("示例·安娜", "示****"), ("𠮷野家", "𠮷**"),
    ])
    func `a name keeps the family name, or the first letter of each word`(name: String, shown: String) {
        #expect(Masked.name(name) == shown)
    }

    @Test(arguments: [
        ("anna@example.org", "a***@example.org"), ("ab@example.org", "a***@example.org"),
        ("a@example.org", "***@example.org"), ("odd", "***"),
    ])
    func `an address keeps its first letter and its host`(address: String, shown: String) {
        #expect(Masked.email(address) == shown)
    }
}
