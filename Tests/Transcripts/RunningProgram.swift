import Foundation

/// The program while it runs, and what it has written so far.
final class RunningProgram {
    private let process = Process()
    private let folder: URL
    private let outputs: URL

    /// Starts the program in a folder.
    ///
    /// `arguments` is those after `debrief`. `environment` is what differs from the tests' own environment.
    init(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws {
        self.folder = folder
        outputs = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: outputs, withIntermediateDirectories: true)
        process.executableURL = Program.folder.appending(path: "debrief")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = Program.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try file("out")
        process.standardError = try file("err")
        try process.run()
    }

    deinit {
        if process.isRunning { process.terminate() }
        try? FileManager.default.removeItem(at: outputs)
    }

    private func file(_ name: String) throws -> FileHandle {
        let url = outputs.appending(path: name)
        _ = FileManager.default.createFile(atPath: url.path, contents: nil)
        return try FileHandle(forWritingTo: url)
    }

    private func text(_ name: String) -> String {
        (try? String(contentsOf: outputs.appending(path: name), encoding: .utf8)) ?? ""
    }

    var output: String { text("out") }
    var error: String { text("err") }
    var isRunning: Bool { process.isRunning }

    /// The lines of standard output without the time in front of them.
    var reported: [String] {
        output.split(separator: "\n").map { line in
            line.prefix(9).allSatisfy { $0.isNumber || $0 == ":" || $0 == " " }
                ? String(line.dropFirst(9)) : String(line)
        }
    }

    /// A minute is more than anything takes that is ever done.
    private static let patience: TimeInterval = 60

    struct Impatience: Error, CustomStringConvertible {
        let description: String
    }

    /// Waits until something holds that is to come about by itself.
    func wait(for what: String, until holds: () throws -> Bool) throws {
        let end = Date(timeIntervalSinceNow: Self.patience)
        while try !holds() {
            guard Date() < end else {
                throw Impatience(description: "waited in vain for \(what); it said:\n\(output)\(error)")
            }
            Thread.sleep(forTimeInterval: 0.01)
        }
    }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for the end.
    func end() throws -> (status: Int32, isSignal: Bool) {
        try wait(for: "the end") { !process.isRunning }
        return (process.terminationStatus, process.terminationReason == .uncaughtSignal)
    }
}
