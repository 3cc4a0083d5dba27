import Foundation
import Notebook
import Testing

@testable import LanguageServer

/// The program itself, over pipes.
struct ProgramTests {
    /// What the program wrote for some bytes of input, and how it ended.
    private static func run(_ input: [UInt8], _ arguments: [String] = []) throws -> (
        output: [UInt8], errors: String, status: Int32
    ) {
        let built = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let process = Process()
        process.executableURL = built.appending(path: "debrief")
        process.arguments = ["lsp", "--today", "2026-11-23"] + arguments
        let (input_, output, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = input_
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        try input_.fileHandleForWriting.write(contentsOf: Data(input))
        try input_.fileHandleForWriting.close()
        let written = try output.fileHandleForReading.readToEnd() ?? Data()
        let said = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        return (Array(written), String(decoding: said, as: UTF8.self), process.terminationStatus)
    }

    private static func framed(_ messages: JSON...) -> [UInt8] {
        messages.flatMap { MessageReader.framed($0.bytes) }
    }

    /// The messages in what was written, which must be nothing but messages.
    private static func messages(_ output: [UInt8]) throws -> [JSON] {
        var reader = MessageReader()
        reader.append(output)
        var messages: [JSON] = []
        var length = 0
        while let content = try reader.next() {
            length += MessageReader.framed(content).count
            messages.append(try #require(JSONReader.read(content)))
        }
        #expect(length == output.count)
        return messages
    }

    @Test func `a whole session ends with status 0`() throws {
        let text = "- é😀 due:2026-11\n"
        let result = try Self.run(
            Self.framed(
                .request("initialize", id: "1", ["capabilities": [:], "rootUri": .null]),
                .notification("initialized", [:]),
                .notification(
                    "textDocument/didOpen",
                    ["textDocument": ["uri": "file:///nowhere/a.md", "version": 1, "text": .string(text)]]),
                .request("shutdown", id: "2", .null), .notification("exit", .null)))
        #expect(result.status == 0)
        let messages = try Self.messages(result.output)
        #expect(messages.compactMap { $0["id"]?.string } == ["1", "2"])
        #expect(
            messages.contains { $0["params"]?["diagnostics"]?.array?.first?["code"]?.string == "bad-date" }
        )
    }

    @Test(arguments: [
        "", "x", "Content-Length: 5\r\n\r\n{}", "Content-Length: -5\r\n\r\n{}", "GET / HTTP/1.1\r\n\r\n",
        String(repeating: "x", count: 100_000), "Content-Length: 2\r\n\r\n{{",
        "Content-Length: 99999999999\r\n\r\n",
    ])
    func `a client that dies, or speaks something else, ends it in good order`(input: String) throws {
        let result = try Self.run(Array(input.utf8))
        #expect(result.status == 1)
        _ = try Self.messages(result.output)
    }

    @Test func `a folder that is not there is told of on standard error only`() throws {
        let result = try Self.run(
            Self.framed(
                .request("initialize", id: "1", ["capabilities": [:]]), .request("shutdown", id: "2", .null),
                .notification("exit", .null)),
            ["/nowhere/at/all"])
        #expect(result.status == 0)
        #expect(result.errors.contains("there is no folder \"/nowhere/at/all\""))
        #expect(try Self.messages(result.output).count == 2)
    }

    @Test func `a client that does not listen any more is no reason to be killed`() throws {
        let built = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let process = Process()
        process.executableURL = built.appending(path: "debrief")
        process.arguments = ["lsp"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        try output.fileHandleForReading.close()
        try output.fileHandleForWriting.close()
        let request = JSON.request("initialize", id: "1", ["capabilities": [:]])
        try? input.fileHandleForWriting.write(contentsOf: Data(Self.framed(request)))
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 74)
        withExtendedLifetime(input) {}
    }
}
