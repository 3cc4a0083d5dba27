import Foundation
import Properties
import Testing

/// What a fuzzer has found once is asked ever after.
struct FindingTests {
    @Test(arguments: try Finding.all())
    func `what a fuzzer found holds by now`(_ finding: Finding) throws {
        try finding.property.check(finding.bytes)
    }

    @Test func `every folder of findings is that of a property`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Finding.folder.path)
        #expect(folders.allSatisfy { Property(rawValue: $0) != nil }, "\(folders)")
    }

    @Test(arguments: Property.allCases)
    func `every property holds for nothing at all, and for any one byte`(_ property: Property) throws {
        try property.check([])
        for byte in UInt8.min...UInt8.max { try property.check([byte]) }
    }
}

/// An input that was a fuzzer's.
struct Finding: Sendable, CustomTestStringConvertible {
    let property: Property
    let name: String
    let bytes: [UInt8]

    var testDescription: String { "\(property.rawValue)/\(name)" }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "findings")

    static func all() throws -> [Finding] {
        try Property.allCases.flatMap { property -> [Finding] in
            let folder = folder.appending(path: property.rawValue)
            guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
                let bytes = try Data(contentsOf: folder.appending(path: name))
                return Finding(property: property, name: name, bytes: Array(bytes))
            }
        }
    }
}
