import Testing

/// Who may import whom, as ARCHITECTURE.md draws it.
struct ImportTests {
    /// Modules from the ground up: each may import those before it, never one after it.
    static let order = [
        "Bytes", "Text", "Domain", "Declarations", "Links", "Wire",
        "Index", "Query",
        "SQLCore", "SQLiteDriver", "PostgresDriver", "Images", "Mail", "Formats", "Store", "EntryIndex",
        "Jobs", "Identity", "Registers", "Discovery", "Federation",
        "Pages", "Web",
        "App", "huizhi", "huizhi-images", "huizhi-simulator",
    ]

    /// Engine modules never heard of IP: what they may import of ours.
    static let engine: [String: Set<String>] = ["Index": ["Bytes"], "Query": ["Bytes", "Index"]]

    /// Modules of others and C shims, with the only modules of ours that may import them.
    static let importers: [String: Set<String>] = [
        "CKernels": ["Bytes"], "CListener": ["Web"], "CICU": ["Text"], "CSnowball": ["Text"], "CXML": ["Formats"],
        "CLibXML2": [], "CLibVips": [], "CVips": ["huizhi-images"], "CLibCurl": [], "CMail": ["Mail"], "CLibCrypto": [],
        "CSM": ["Store"], "CQREncode": ["Pages"],
        "CArchive": ["Formats"], "CProcess": ["Formats"],
        "CZstd": ["Store"], "CZlib": ["Web"], "CPQ": ["PostgresDriver"], "GRDB": ["SQLiteDriver"],
        "GRDBSQLite": ["SQLiteDriver"],
        "Mustache": ["Pages"],
        "ArgumentParser": ["huizhi", "huizhi-simulator"],
        "Configuration": ["App"], "Crypto": ["Bytes", "Identity", "Store"],
        "CryptoExtras": ["Identity"], "JWTKit": ["Identity"], "Yams": ["Declarations"],
        "Hummingbird": ["Web", "huizhi-simulator"], "HummingbirdCore": ["Web"], "HTTPTypes": ["Web"],
        "NIOCore": ["Federation", "Web"], "NIOHTTP1": ["Federation"], "AsyncHTTPClient": ["Federation"],
        "ServiceLifecycle": ["App", "Web"], "UnixSignals": ["App"], "Logging": ["App", "Jobs", "Web", "huizhi"],
    ]

    /// What comes with the toolchain and needs no rule.
    static let system: Set<String> = [
        "Foundation", "FoundationEssentials", "FoundationNetworking", "Dispatch", "Synchronization", "Glibc", "Testing",
        "Musl", "Swift",
    ]

    @Test func `every folder below a layer is a module with a place in the order`() throws {
        for file in try SourceTree().sources where !file.path.hasPrefix("Sources/C/") {
            #expect(
                Self.order.contains(file.module),
                "\(file.path) lies in a module that ARCHITECTURE.md does not name"
            )
        }
    }

    @Test func `a module imports only modules listed above it`() throws {
        let tree = try SourceTree()
        #expect(tree.sources.count > 50, "the tree was not found: this test would pass on nothing")
        for file in tree.sources where !file.path.hasPrefix("Sources/C/") {
            guard let place = Self.order.firstIndex(of: file.module) else { continue }
            for name in file.imports where name != file.module {
                if let other = Self.order.firstIndex(of: name) {
                    #expect(other < place, "\(file.path) imports \(name), which stands above \(file.module)")
                    if let allowed = Self.engine[file.module] {
                        #expect(allowed.contains(name), "\(file.path): the engine may not import \(name)")
                    }
                } else if let allowed = Self.importers[name] {
                    #expect(allowed.contains(file.module), "\(file.path): only \(allowed.sorted()) may import \(name)")
                } else {
                    #expect(Self.system.contains(name), "\(file.path) imports \(name), which no rule names")
                }
            }
        }
    }

    @Test func `only App reads the environment`() throws {
        for file in try SourceTree().sources where file.module != "App" {
            for line in file.code {
                #expect(
                    !line.text.contains("ProcessInfo.processInfo.environment") && !line.text.contains("getenv("),
                    "\(file.path):\(line.number) reads the environment; take an option instead"
                )
            }
        }
    }

    @Test func `only Store writes SQL`() throws {
        let statements = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "CREATE TABLE "].map { "\"" + $0 }
        for file in try SourceTree().sources
        where !["Store", "SQLCore", "SQLiteDriver", "PostgresDriver"].contains(file.module) {
            for line in file.code where statements.contains(where: { line.text.contains($0) }) {
                Issue.record("\(file.path):\(line.number) holds SQL; statements belong to Store")
            }
        }
    }
}
