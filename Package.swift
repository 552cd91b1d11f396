// swift-tools-version: 6.2
import PackageDescription

// One list of settings for every target; ARCHITECTURE.md says which module may import which.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

func module(
    _ path: String,
    _ dependencies: [Target.Dependency] = [],
    resources: [Resource] = [],
    exclude: [String] = []
) -> Target {
    .target(
        name: String(path.split(separator: "/").last ?? ""),
        dependencies: dependencies,
        path: "Sources/" + path,
        exclude: exclude,
        resources: resources,
        swiftSettings: settings
    )
}

func tests(
    _ name: String,
    _ dependencies: [Target.Dependency],
    exclude: [String] = [],
    resources: [Resource] = []
) -> Target {
    .testTarget(
        name: name,
        dependencies: dependencies,
        path: "Tests/" + name,
        exclude: exclude,
        resources: resources,
        swiftSettings: settings
    )
}

let package = Package(
    name: "huizhi",
    products: [
        .executable(name: "huizhi", targets: ["huizhi"]),
        .executable(name: "huizhi-images", targets: ["huizhi-images"]),
        .executable(name: "huizhi-simulator", targets: ["huizhi-simulator"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.5.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: [
        // C shims: each is imported by one module.
        .target(name: "CKernels", path: "Sources/C/CKernels"),
        .target(name: "CICU", path: "Sources/C/CICU"),
        .target(name: "CListener", path: "Sources/C/CListener"),
        .target(name: "CProcess", path: "Sources/C/CProcess"),
        .systemLibrary(name: "CSnowball", path: "Sources/C/CSnowball"),
        .systemLibrary(
            name: "CLibXML2",
            path: "Sources/C/CLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"])]
        ),
        .target(name: "CXML", dependencies: ["CLibXML2"], path: "Sources/C/CXML"),
        .systemLibrary(
            name: "CArchive",
            path: "Sources/C/CArchive",
            pkgConfig: "libarchive",
            providers: [.apt(["libarchive-dev"])]
        ),
        .systemLibrary(
            name: "CZstd",
            path: "Sources/C/CZstd",
            pkgConfig: "libzstd",
            providers: [.apt(["libzstd-dev"])]
        ),
        .systemLibrary(
            name: "CZlib",
            path: "Sources/C/CZlib",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"])]
        ),
        .systemLibrary(name: "CPQ", path: "Sources/C/CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CLibVips",
            path: "Sources/C/CLibVips",
            pkgConfig: "vips",
            providers: [.apt(["libvips-dev"])]
        ),
        .target(name: "CVips", dependencies: ["CLibVips"], path: "Sources/C/CVips"),
        .systemLibrary(
            name: "CLibCurl",
            path: "Sources/C/CLibCurl",
            pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]
        ),
        .target(name: "CMail", dependencies: ["CLibCurl"], path: "Sources/C/CMail"),
        .systemLibrary(
            name: "CLibCrypto",
            path: "Sources/C/CLibCrypto",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]
        ),
        .target(name: "CSM", dependencies: ["CLibCrypto"], path: "Sources/C/CSM"),
        .systemLibrary(
            name: "CQREncode",
            path: "Sources/C/CQREncode",
            pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"])]
        ),

        module("Core/Bytes", ["CKernels", .product(name: "Crypto", package: "swift-crypto")]),
        module("Core/Text", ["CICU", "CSnowball"]),
        module("Core/Domain"),
        module("Core/Declarations", ["Domain", .product(name: "Yams", package: "Yams")]),
        module("Core/Links", ["Domain"]),
        module("Core/Wire", ["Domain", "Declarations"]),

        module("Engine/Index", ["Bytes"], exclude: ["Format.md"]),
        module("Engine/Query", ["Bytes", "Index"]),

        module("Data/SQLCore", ["Bytes"]),
        module(
            "Data/SQLiteDriver",
            [
                "SQLCore", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        module("Data/PostgresDriver", ["SQLCore", "CPQ"]),
        module("Data/Images"),
        module("Data/Mail", ["CMail", "Domain"]),
        module("Data/Formats", ["CXML", "CArchive", "CProcess", "Domain"]),
        module(
            "Data/Store",
            ["Bytes", "Domain", "SQLCore", "CZstd", "CSM", .product(name: "Crypto", package: "swift-crypto")]
        ),
        module("Data/EntryIndex", ["Bytes", "Text", "Domain", "Declarations", "Index", "Query", "Store"]),

        module("Services/Jobs", ["Store", .product(name: "Logging", package: "swift-log")]),
        module(
            "Services/Identity",
            [
                "Bytes", "Domain", "Mail", "Store", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"), .product(name: "JWTKit", package: "jwt-kit"),
            ]
        ),
        module(
            "Services/Registers",
            ["Bytes", "Domain", "Declarations", "Links", "Images", "Formats", "Store", "EntryIndex", "Identity"]
        ),
        module(
            "Services/Discovery",
            [
                "Bytes", "Text", "Domain", "Declarations", "Links", "Wire", "Index", "Query", "Formats", "Store",
                "EntryIndex",
                "Registers",
            ]
        ),
        module(
            "Services/Federation",
            [
                "Bytes", "Domain", "Index", "EntryIndex", "Identity",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
            ]
        ),

        module(
            "Delivery/Pages",
            ["Links", "CQREncode", .product(name: "Mustache", package: "swift-mustache")],
            resources: [.copy("Site")]
        ),
        module(
            "Delivery/Web",
            [
                "Bytes", "Domain", "Declarations", "Links", "Wire", "Query", "Store", "EntryIndex", "Discovery",
                "Identity", "Registers", "Federation", "Pages",
                "CListener", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),

        module(
            "Programs/App",
            [
                "Bytes", "Domain", "Declarations", "Index", "SQLCore", "SQLiteDriver", "PostgresDriver", "Mail",
                "Store",
                "EntryIndex",
                "Jobs", "Registers", "Discovery", "Identity", "Federation", "Web",
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),
        .executableTarget(
            name: "huizhi",
            dependencies: [
                "App", "Bytes", "Domain", "Declarations", "Index", "Mail", "Formats", "Store", "EntryIndex",
                "Registers",
                "Discovery",
                "Identity",
                "Federation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/Programs/huizhi",
            swiftSettings: settings
        ),
        // Reads foreign pictures: the only program that links libvips.
        .executableTarget(
            name: "huizhi-images",
            dependencies: ["Images", "CVips"],
            path: "Sources/Programs/huizhi-images",
            swiftSettings: settings
        ),

        // Plays a sharing gateway for demonstrations and tests; no part of a node.
        .executableTarget(
            name: "huizhi-simulator",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            path: "Sources/Programs/huizhi-simulator",
            resources: [.copy("Registers.json")],
            swiftSettings: settings
        ),

        .executableTarget(
            name: "store-bench",
            dependencies: [
                "Bytes", "SQLiteDriver", "PostgresDriver", "Store", "Identity",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/StoreBench",
            swiftSettings: settings
        ),
        // The product's index among the engines that Benchmarks/engine.py compares.
        .executableTarget(
            name: "engine-bench",
            dependencies: ["Bytes", "Text", "Domain", "Index", "Query", "EntryIndex"],
            path: "Benchmarks/Engine/Ours",
            swiftSettings: settings
        ),

        // Lists of a declared register with many entries.
        .executableTarget(
            name: "register-bench",
            dependencies: [
                "Domain", "Declarations", "Index", "EntryIndex", "Discovery", "Registers", "SQLiteDriver",
                "PostgresDriver", "Store",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/RegisterBench",
            swiftSettings: settings
        ),

        .target(name: "TestPicture", path: "Tests/Support/TestPicture", swiftSettings: settings),
        .target(name: "TestServer", path: "Tests/Support/TestServer", swiftSettings: settings),
        .target(name: "TestWaiting", path: "Tests/Support/TestWaiting", swiftSettings: settings),
        tests("ArchitectureTests", []),
        tests("BytesTests", ["Bytes"]),
        tests("TextTests", ["Text"]),
        tests("DomainTests", ["Domain"]),
        tests("DeclarationsTests", ["Declarations", "Domain", "Links"]),
        tests("LinksTests", ["Links"]),
        tests("IndexTests", ["Index", "Bytes"]),
        tests("QueryTests", ["Query", "Index"]),
        tests("SQLCoreTests", ["SQLCore"]),
        tests("SQLiteDriverTests", ["SQLCore", "SQLiteDriver", "TestWaiting"]),
        tests("PostgresDriverTests", ["SQLCore", "PostgresDriver", "TestServer", "TestWaiting"]),
        tests("StoreContractTests", ["SQLCore", "SQLiteDriver", "PostgresDriver", "TestServer", "TestWaiting"]),
        tests(
            "StoreTests",
            ["Bytes", "Domain", "SQLCore", "SQLiteDriver", "PostgresDriver", "Store", "TestServer", "TestWaiting"]
        ),
        tests("ImagesTests", ["Images", "TestPicture"]),
        tests("MailTests", ["Mail", "Domain"]),
        tests("FormatsTests", ["Formats", "Domain"]),
        tests(
            "EntryIndexTests",
            ["Bytes", "Text", "Domain", "Index", "Query", "Store", "EntryIndex", "SQLCore", "SQLiteDriver"]
        ),
        tests(
            "RegistersTests",
            [
                "Bytes", "Domain", "Declarations", "Images", "Formats", "Store", "EntryIndex", "SQLCore",
                "SQLiteDriver", "PostgresDriver", "TestServer",
                "Identity", "Registers", "Discovery", "Index", "TestPicture",
            ]
        ),
        tests(
            "IdentityTests",
            [
                "Bytes", "Domain", "Mail", "Store", "SQLCore", "SQLiteDriver", "PostgresDriver", "Identity",
                "TestServer",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]
        ),
        tests(
            "JobsTests",
            [
                "Jobs", "Store", "SQLCore", "SQLiteDriver", "TestWaiting",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        tests(
            "FederationTests",
            [
                "Federation", "huizhi-simulator", "Web", "Discovery", "Identity", "Registers", "EntryIndex", "Index",
                "Query", "Store",
                "SQLiteDriver",
                "Domain", "Bytes", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        tests("PagesTests", ["Pages", "Links"]),
        tests("WireTests", ["Wire", "Domain"]),
        tests(
            "WebTests",
            [
                "Bytes", "Declarations", "Web", "Wire", "Links", "Mail", "Pages", "Discovery", "Identity", "Federation",
                "Registers", "EntryIndex",
                "SQLCore", "Formats",
                "Store", "SQLiteDriver", "TestPicture",
                "Domain", "Index", "Query", .product(name: "Logging", package: "swift-log"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        tests("EndToEndTests", ["huizhi", "TestServer"]),
        tests("DocsTests", ["Domain", "EntryIndex"]),
    ]
)
