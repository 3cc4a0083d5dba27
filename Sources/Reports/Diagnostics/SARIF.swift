internal import Markup
public import Notes

/// Diagnostics as a SARIF 2.1.0 log, for code hosts and editors that show such logs.
public struct SARIF: Sendable {
    private let diagnostics: [Diagnostic]
    private let version: String

    /// Makes a log.
    ///
    /// - Parameters:
    ///   - diagnostics: The diagnostics, with paths that lead to the notes from where the log is read.
    ///   - version: The program's version.
    public init(_ diagnostics: [Diagnostic], version: String) {
        self.diagnostics = diagnostics
        self.version = version
    }

    /// Returns the log as JSON.
    public func json() -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            writer.field("version", "2.1.0")
            writer.field("runs", [self]) { writer, _ in
                writer.object { writer in
                    writer.key("tool")
                    writer.object {
                        $0.key("driver")
                        driver(&$0)
                    }
                    writer.field("results", diagnostics) { result($1, &$0) }
                }
            }
        }
        writer.endLine()
        return writer.bytes
    }

    private func driver(_ writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("name", "debrief")
            writer.field("version", version)
            writer.field("rules", Diagnostic.Code.allCases) { writer, code in
                writer.object { writer in
                    writer.field("id", code.rawValue)
                    writer.key("shortDescription")
                    writer.object { $0.field("text", code.summary) }
                    writer.key("defaultConfiguration")
                    writer.object { $0.field("level", code.severity.rawValue) }
                }
            }
        }
    }

    private func result(_ diagnostic: Diagnostic, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("ruleId", diagnostic.code.rawValue)
            writer.field("level", diagnostic.severity.rawValue)
            writer.key("message")
            writer.object { $0.field("text", Self.plain(diagnostic.message)) }
            writer.field("locations", [diagnostic]) { writer, diagnostic in
                writer.object { writer in
                    writer.key("physicalLocation")
                    writer.object { writer in
                        writer.key("artifactLocation")
                        writer.object { $0.field("uri", uri(of: diagnostic.path)) }
                        writer.key("region")
                        writer.object { $0.field("startLine", diagnostic.position.line) }
                    }
                }
            }
        }
    }

    /// Returns a message in the standard's form of plain text (3.11.5, 3.11.6), in which a brace begins a
    /// placeholder and `[text](target)` is a link.
    private static func plain(_ message: String) -> String {
        let braced = message.replacing("{", with: "{{").replacing("}", with: "}}")
        return braced.contains("](") ? braced.replacing("[", with: "\\[") : braced
    }

    private func uri(of path: NotePath) -> String {
        var encoded: [UInt8] = path.bytes.first == .ascii("/") ? Array("file://".utf8) : []
        for byte in path.bytes {
            if byte.isLetter || byte.isDigit || "/-._~".utf8.contains(byte) {
                encoded.append(byte)
            } else {
                encoded.appendPercentEncoded(byte)
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}

extension Diagnostic.Code {
    /// What the code means, in a sentence.
    public var summary: String {
        switch self {
        case .unreadable: "The file or folder could not be read."
        case .fileTooLarge: "The file is too large to be a note."
        case .notARegularFile: "The name belongs to something that is not a file."
        case .badFrontMatter: "The front matter could not be read."
        case .unclosedFrontMatter: "The front matter is never closed."
        case .badConfiguration: "Something in the notebook's configuration could not be read as meant."
        case .invalidUTF8: "Some bytes are not UTF-8."
        case .badDate: "A date is not one of the calendar's, or not written YYYY-MM-DD."
        case .badValue: "A value in the front matter is of the wrong kind."
        case .duplicateKey: "A key of the front matter is given twice."
        case .unknownOutcome: "The outcome is not a known one."
        case .unknownTag: "A word looks like a tag, with a slip in it."
        case .conflictingStages: "A bullet is in two stages at once."
        case .duplicateID: "Two bullets of a note have the same block id."
        case .conflictCopy: "A sync tool left a second version of a note."
        case .requestOrder: "Feedback was answered before it was asked for."
        case .mergeConflict: "The file holds the markers of an unresolved merge."
        case .outsideLink: "A symbolic link leads out of the notebook."
        case .notRead: "Something that looks meant is not read."
        case .noDate: "A note of an interview has no date."
        case .noCompany: "A note of an interview has no company."
        case .oneName: "Several interviewers are written as one name."
        case .template: "The file is a template, and not a note."
        case .tomlFrontMatter: "Front matter in TOML is not read."
        case .looseEvidence: "Evidence names neither a topic nor a lesson."
        case .storyGap: "A story lacks a part, a number in its result, or a topic."
        case .unknownStory: "A story was told that has no name of its own."
        case .outcomeOrder: "The outcomes of one company and role contradict each other."
        case .nearNames: "Two names at one company differ by one slip."
        case .unsorted: "Feedback is not sorted yet."
        case .staleChew: "Feedback has been in chew for too long."
        case .noAction: "Feedback was swallowed, and nothing follows from it."
        case .selfTalk: "Feedback is worded as a judgement of oneself."
        }
    }
}
