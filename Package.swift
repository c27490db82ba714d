// swift-tools-version: 6.2
import PackageDescription

/// The house: arrows point down only (docs/adr/0001-the-house.md; Tests/HouseTests holds them).
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "lindung",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "lindung", targets: ["lindung"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .executableTarget(
            name: "lindung",
            dependencies: [
                "Website", "DemoCity", "Statistics", "Desk", "Spreadsheet", "Storage", "Vault", "Casework",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "bench",
            dependencies: [
                "Website", "Desk", "Statistics", "Vault", "Casework",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings,
            // SQLite is to find the benchmark's own sync (`Disk`).
            linkerSettings: [
                .unsafeFlags(["-Xlinker", "--export-dynamic-symbol=fdatasync"], .when(platforms: [.linux]))
            ]
        ),
        .target(
            name: "Website",
            dependencies: [
                "Desk", "Statistics", "Spreadsheet", "Casework",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [
                .embedInCode("Assets/lindung.css"), .embedInCode("Assets/app.js"), .embedInCode("Assets/mark.svg"),
            ],
            swiftSettings: settings
        ),
        .target(name: "Statistics", dependencies: ["Casework"], swiftSettings: settings),
        .target(name: "DemoCity", dependencies: ["Desk", "Casework"], swiftSettings: settings),
        .target(
            name: "Desk",
            dependencies: ["Casework", "Spreadsheet", "Vault", "Storage", .product(name: "Yams", package: "Yams")],
            resources: [
                .embedInCode("Accounts/common-words.txt"), .embedInCode("Locales/id.yaml"),
                .embedInCode("Locales/en.yaml"),
                .embedInCode("Rulebook/rulebook.yaml"), .embedInCode("Rulebook/bars.yaml"),
                .embedInCode("Instruments/instruments.yaml"),
                .embedInCode("Office/shipped/office.yaml"), .embedInCode("Office/shipped/holidays.yaml"),
                .embedInCode("Office/shipped/partners.yaml"), .embedInCode("Import/vocabulary.yaml"),
            ],
            swiftSettings: settings
        ),
        .target(name: "Spreadsheet", dependencies: ["Casework"], swiftSettings: settings),
        .target(
            name: "Storage", dependencies: [.product(name: "GRDB", package: "GRDB.swift")], swiftSettings: settings),
        .target(
            name: "Vault",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),
        .target(name: "Casework", swiftSettings: settings),

        .target(
            name: "TestSupport",
            dependencies: ["Website", "Desk", "Vault", "Casework"],
            path: "Tests/TestSupport",
            swiftSettings: settings
        ),
        .testTarget(name: "HouseTests", swiftSettings: settings),
        .testTarget(name: "CaseworkTests", dependencies: ["Casework", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "SpreadsheetTests", dependencies: ["Spreadsheet", "Desk", "Casework", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "StatisticsTests", dependencies: ["Statistics", "Casework", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "VaultTests", dependencies: ["Vault", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "StorageTests",
            dependencies: ["Storage", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings
        ),
        .testTarget(
            name: "DeskTests",
            dependencies: [
                "Desk", "Spreadsheet", "Storage", "Vault", "Casework", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "WebsiteTests",
            dependencies: ["Website", "Desk", "Spreadsheet", "Casework", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "DemoCityTests",
            dependencies: ["DemoCity", "Desk", "Storage", "Casework", "TestSupport"],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "TestServer",
            dependencies: [
                "Website", "Desk", "Vault", "Casework", .product(name: "Hummingbird", package: "hummingbird"),
            ],
            path: "Tests/TestServer",
            swiftSettings: settings
        ),
        .testTarget(
            name: "FaultTests",
            dependencies: ["TestServer", "Website", "Desk", "Vault", "Casework", "TestSupport"],
            exclude: ["Homes"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "lindung", "TestSupport", "Desk", "Vault", "Casework", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Workbooks"],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
