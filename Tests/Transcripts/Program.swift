import Foundation

/// The program under test, as it was built beside the tests.
enum Program {
    static let folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent()

    static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    struct Outcome: Equatable {
        var output: Data
        var error: Data
        var status: Int32
    }

    /// What the program finds around it: itself by its name, and nothing of those who run the tests that
    /// shows.
    static let environment: [String: String] = {
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = "\(folder.path):\(environment["PATH"] ?? "/usr/bin:/bin")"
        environment["LC_ALL"] = "C.UTF-8"
        environment["TZ"] = "UTC"
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] { environment[name] = nil }
        return environment
    }()

    /// A command line in a shell, without input, which is still to be run.
    static func shell(_ command: String, in folder: URL, by path: String = "/bin/sh") -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-c", command]
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        return process
    }

    /// Runs a command line in a shell that finds `debrief`.
    static func run(_ command: String, in folder: URL) throws -> Outcome {
        let process = shell(command, in: folder)
        // Files and not pipes, so that no output is too long to wait for.
        let files = try ["out", "err"].map { name in
            let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).\(name)")
            _ = FileManager.default.createFile(atPath: url.path, contents: nil)
            return (url, try FileHandle(forWritingTo: url))
        }
        defer { for (url, _) in files { try? FileManager.default.removeItem(at: url) } }
        process.standardOutput = files[0].1
        process.standardError = files[1].1
        try process.run()
        process.waitUntilExit()
        return Outcome(
            output: try Data(contentsOf: files[0].0), error: try Data(contentsOf: files[1].0),
            status: process.terminationReason == .exit
                ? process.terminationStatus : -process.terminationStatus)
    }
}
