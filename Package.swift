// swift-tools-version: 6.2
import PackageDescription

/// The settings of every target of our own: Swift 6, its stricter rules, and warnings as errors.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// The commit that is built and its day, which `--version` says.
///
/// `make build` sets them. Plain `swift build` does not, so that a new commit does not make it compile
/// anything again.
let revision = Context.environment["DEBRIEF_REVISION"] ?? ""

// A ladder: each target knows more than those it imports, and imports only downwards. ARCHITECTURE.md draws
// it.
let package = Package(
    name: "debrief",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "debrief", targets: ["debrief"]),
        .library(name: "Notebook", targets: ["Notebook"]),
    ],
    dependencies: [
        // This package handles arguments, help, completions and manual pages well, so none of that is written
        // here.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .systemLibrary(
            name: "Ccmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(
            name: "Clibyaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(name: "Csystem"),
        .target(name: "Crevision", cSettings: [.define("DEBRIEF_REVISION", to: "\"\(revision)\"")]),
        .target(name: "Markup", dependencies: ["Ccmark", "Clibyaml"], swiftSettings: strict),
        .target(
            name: "WordTables",
            resources: [
                .embedInCode("lexicon.yml"), .embedInCode("leanings.txt"), .embedInCode("kinds.txt"),
                .embedInCode("names.txt"), .embedInCode("dates.txt"),
            ],
            swiftSettings: strict),
        .target(name: "Notes", dependencies: ["Markup", "WordTables"], swiftSettings: strict),
        .target(name: "Insights", dependencies: ["Notes", "Markup"], swiftSettings: strict),
        .target(
            name: "Reports", dependencies: ["Insights", "Notes", "Markup"],
            resources: [.embedInCode("HTML/page.css")], swiftSettings: strict),
        .target(
            name: "Storage", dependencies: ["Reports", "Insights", "Notes", "Markup", "Csystem"],
            swiftSettings: strict),
        // The library's one door: it exports the targets above, and has no code of its own.
        .target(
            name: "Notebook", dependencies: ["Storage", "Reports", "Insights", "Notes", "Markup"],
            exclude: ["Notebook.docc"], swiftSettings: strict),
        .target(name: "LanguageServer", dependencies: ["Notebook", "Markup"], swiftSettings: strict),
        .executableTarget(
            name: "debrief",
            dependencies: [
                "Notebook", "LanguageServer", "Crevision",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        // The benchmark measures the others, and calls the C libraries itself to have something to measure
        // them against.
        .executableTarget(
            name: "notebook-benchmark",
            dependencies: [
                "Notebook", "Ccmark", "Clibyaml",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        // What `make kinds` counts on.
        .executableTarget(
            name: "note-features", dependencies: ["Notes", "Markup"], swiftSettings: strict),
        // The properties hold whatever the bytes are. Tests check them, and so do the fuzzers at the end of
        // this file.
        .target(
            name: "Properties", dependencies: ["LanguageServer", "Notebook", "Markup", "Ccmark"],
            path: "Tests/Properties", swiftSettings: strict),
        .testTarget(
            name: "PropertyTests", dependencies: ["Properties"], exclude: ["findings"],
            swiftSettings: strict),
        .testTarget(
            name: "MarkupTests", dependencies: ["Markup", "Properties"], swiftSettings: strict),
        .testTarget(
            name: "NotebookTests",
            dependencies: [
                "Storage", "Reports", "Notes", "WordTables", "Notebook", "Markup", "Ccmark", "Csystem",
                "Properties",
            ],
            exclude: [
                "NewUsers/people",
                "Topics/tuning.txt", "Topics/held-out.txt", "Topics/registers.txt",
                "Topics/ordinary.txt", "Topics/oblique.txt",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "LanguageServerTests",
            dependencies: ["LanguageServer", "Notebook", "debrief", "Properties"],
            swiftSettings: strict),
        .testTarget(
            name: "DebriefTests",
            dependencies: [
                "debrief", "Notebook", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "Transcripts", dependencies: ["Notebook", "debrief"], exclude: ["transcripts"],
            swiftSettings: strict),
    ]
)

// A fuzzer may have no main function but libFuzzer's, so it exists only in builds with that: `make fuzz`.
if Context.environment["FUZZER"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fuzzer", dependencies: ["Properties"], path: "Tests/Fuzzers",
            exclude: ["run", "seeds", "words.txt"],
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
