import ArgumentParser
import Foundation
import Testing

@testable import debrief

struct VersionTests {
    private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: package.appending(path: path), encoding: .utf8)
    }

    @Test func `a build whose commit nobody told has the version alone`() {
        #expect(Debrief.versionAndRevision == Debrief.version)
        #expect(Debrief.configuration.version == Debrief.version)
    }

    @Test func `the change log has the version`() throws {
        #expect(try Self.text("CHANGELOG.md").contains("\n## \(Debrief.version) ("))
    }

    @Test func `the version stands in one place`() throws {
        for folder in ["Sources", "Packaging"] {
            let root = Self.package.appending(path: folder)
            let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
            for path in paths where !path.hasSuffix("/Version.swift") {
                guard let text = try? Self.text("\(folder)/\(path)") else { continue }
                #expect(!text.contains(Debrief.version), "\(folder)/\(path)")
            }
        }
    }

    /// The script that makes a release reads the line in this form.
    @Test func `a release finds the version`() throws {
        let line = try #require(
            try Self.text("Sources/debrief/Verbs/Version.swift").split(separator: "\n").first {
                $0.contains("static let version =")
            })
        #expect(line == "    static let version = \"\(Debrief.version)\"")
    }
}
