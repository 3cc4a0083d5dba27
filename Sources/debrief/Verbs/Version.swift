import Crevision

extension Debrief {
    /// The program's version.
    ///
    /// Everything that needs it reads this line, `make dist` too.
    static let version = "0.2.0"

    /// The day of the version, which the manual's pages show.
    static let versionDay = "November 27, 2026"

    /// The version with the commit and its day if they are known: `0.2.0 (1a2b3c4d5e6f 2026-11-27)`.
    static var versionAndRevision: String {
        let revision = unsafe String(cString: debrief_revision)
        return revision.isEmpty ? version : "\(version) (\(revision))"
    }
}
