import Declarations
import Domain
import Foundation
import Testing

/// The declarations that come with the program.
struct ShippedTests {
    private func files() throws -> [DeclarationFile] {
        var root = URL(filePath: #filePath)
        for _ in 1...3 { root.deleteLastPathComponent() }
        return try DeclarationFile.Kind.allCases.flatMap { kind in
            let folder = root.appending(path: "Definitions").appending(path: kind.folder)
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
                try #require(name.hasSuffix(".yaml"), "\(kind.folder)/\(name) is no .yaml file")
                let url = folder.appending(path: name)
                return DeclarationFile(
                    kind: kind,
                    name: String(name.dropLast(5)),
                    path: "Definitions/\(kind.folder)/\(name)",
                    text: String(decoding: try Data(contentsOf: url), as: UTF8.self)
                )
            }
        }
    }

    @Test func `they are without fault`() throws {
        let set = DeclarationSet(
            try files(),
            vocabulary: Vocabulary(
                roles: ["staff", "system-administrator", "security-administrator", "audit-administrator"],
                rights: ["patent", "design", "trademark", "gi", "layout"],
                reserved: []
            )
        )
        #expect(set.problems.map(\.description) == [])
        #expect(set.registers.count >= 14)
    }

    @Test func `all 26 clauses of the plan stand in their order`() throws {
        let file = try #require(try files().first { $0.name == "clause" })
        let (list, problems) = CodeList.read(file.text, name: "clause", file: file.path)
        #expect(problems == [])
        let codes = try #require(list).codes
        #expect(codes.count == 26)
        #expect(codes.first?.label.zh == "（一）充分发挥知识产权公共服务骨干节点作用")
        #expect(codes.last?.label.zh == "（二十六）加强分类指导，完善考核评价体系")
    }

    @Test func `the kinds of institutions are those of the plan`() throws {
        let file = try #require(try files().first { $0.name == "institution-kind" })
        let list = try #require(CodeList.read(file.text, name: "institution-kind", file: file.path).0)
        #expect(
            list.codes.map(\.code) == [
                "backbone", "comprehensive", "county", "tisc", "university", "filed", "provincial", "dissemination",
                "literature", "window",
                "brand-station", "workstation", "protection", "rapid", "aid", "examination",
            ]
        )
    }
}
