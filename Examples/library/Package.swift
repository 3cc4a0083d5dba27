// swift-tools-version: 6.2
import PackageDescription

// A package of its own, as a program that uses the library would be. Its settings are those of the library.
let package = Package(
    name: "lessons",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "debrief", path: "../..")],
    targets: [
        .executableTarget(
            name: "lessons", dependencies: [.product(name: "Notebook", package: "debrief")],
            path: "Sources",
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .strictMemorySafety(),
                .treatAllWarnings(as: .error),
            ])
    ]
)
