import Foundation
import Testing

/// The data folder of a node whose store is in it; with PostgreSQL it may be missing, for it holds the index only.
struct DataFolderTests {
    @Test(arguments: [["search", "电池"], ["export"], ["reindex"], ["doctor"], ["backup", "/tmp/huizhi-none"]])
    func `a folder without a store is named, and none is made`(arguments: [String]) throws {
        try Program.withFolder { folder throws in
            let outcome = try Program.run(arguments + ["--data", folder + "/typo"])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains(folder + "/typo") && outcome.errors.contains("--data"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/typo"))
        }
    }
}
