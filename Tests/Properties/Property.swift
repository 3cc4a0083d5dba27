/// What must hold whatever the bytes are.
///
/// The fuzzers look for bytes for which it does not, and the tests ask it of all that was found so far.
///
/// Each takes bytes as a fuzzer makes them, and reads from them what it needs: notes, and what to do with
/// them.
package enum Property: String, CaseIterable, Sendable {
    /// Documents, and their headings, items and quotes.
    case outline
    /// Notes, and what is read in them.
    case reading
    /// Notes, and what is made of them.
    case reports
    /// The YAML at a note's top, and YAML that Debrief writes.
    case frontMatter = "front-matter"
    /// A note, and edits of it.
    case editing
    /// Notes, their checklist, and ticks in it.
    case syncing
    /// A notebook's own configuration and templates.
    case settings
    /// What an editor sends to the language server.
    case session

    /// How many of an input's first bytes say what to do with the rest.
    package var choices: Int {
        switch self {
        case .outline, .reading, .frontMatter, .settings: 0
        case .reports: ReportProperty.choices
        case .editing: EditingProperty.choices
        case .syncing: SyncingProperty.choices
        case .session: SessionProperty.choices
        }
    }

    /// Asks whether the property holds.
    ///
    /// - Throws: what does not, in words. A trap says the same in its own way.
    package func check(_ bytes: [UInt8]) throws(Violation) {
        switch self {
        case .outline: try OutlineProperty.check(bytes)
        case .reading: try ReadingProperty.check(bytes)
        case .reports: try ReportProperty.check(bytes)
        case .frontMatter: try FrontMatterProperty.check(bytes)
        case .editing: try EditingProperty.check(bytes)
        case .syncing: try SyncingProperty.check(bytes)
        case .settings: try SettingsProperty.check(bytes)
        case .session: try SessionProperty.check(bytes)
        }
    }
}

/// Something that should hold, and does not.
package struct Violation: Error, CustomStringConvertible {
    package let description: String
}

/// Throws what is said where a condition does not hold.
func require(_ holds: Bool, _ complaint: @autoclosure () -> String) throws(Violation) {
    if !holds { throw Violation(description: complaint()) }
}
