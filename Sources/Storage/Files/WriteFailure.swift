/// Why a file was not written, or not as it should have been.
public enum WriteFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file is not as it was read: somebody saved it, moved it or removed it in the meantime.
    case changed
    case readOnly
    /// The file has several names, and a new file in its place would take only one of them.
    case severalNames(Int)
    case notAFile(kind: String)
    /// There is a file already where a new one was to be.
    case exists
    /// A symbolic link is there, and it leads to no file.
    case dangling
    /// The file is a symbolic link that leads outside the notebook.
    case outside(notebook: String)
    /// Another Debrief has been writing in the same folder for too long.
    case busy
    /// Debrief did not write the file: it lacks the sign that files of its kind have from Debrief.
    case notGenerated(lacks: String = "`generated-by: debrief`")
    /// The file is a report of another kind.
    case otherReport(String)
    /// The file is kept for another notebook, which is there.
    case otherNotebook(String)
    /// The comments around what Debrief writes are not where they were, so it is not known what is whose.
    case noRegion
    /// Something that somebody wrote between the comments would be lost, on this line or after it.
    case handWritten(line: Int)
    /// The page is not as Debrief wrote it any more, and what somebody made of it would be lost.
    case changedPage
    /// What the system did not do, and why.
    case system(doing: String, reason: String)
    /// The file was written, or left as it was, but a file that should be gone is still there.
    case leftBehind(name: String, reason: String)

    /// The reason in words for a person, and what to do about it where there is something to do.
    public var description: String {
        switch self {
        case .changed: "another program saved it in the meantime, or is about to; it stays as it is"
        case .readOnly: "it is read-only, or its folder is"
        case .severalNames(let count):
            "the file has \(count) names (hard links), and a new file in its place would take only this one"
        case .notAFile(let kind): "it is \(kind) and not a file"
        case .exists: "there is such a file already"
        case .dangling: "it is a symbolic link that leads to no file; nothing is written through it"
        case .outside(let notebook):
            "it is a symbolic link that leads out of the notebook \"\(notebook)\", and nothing is written through "
                + "one; name the file itself"
        case .busy:
            "another Debrief has been writing in its folder for \(FolderLock.patience.components.seconds) seconds; "
                + "it is left as it is, try again when that one has ended"
        case .notGenerated(let sign):
            "Debrief did not write this file (it has no \(sign)), and does not overwrite it"
        case .otherReport(let kind): "it is a \(kind); no other report overwrites it"
        case .otherNotebook(let path):
            "it is a report of another notebook (\(path)); keep this one's in a file of its own, or delete that file"
        case .noRegion:
            "`<!-- debrief:begin … -->` and `<!-- debrief:end -->` must each be there exactly once, and are not, "
                + "so it is unclear what may be replaced; put them back, or delete the file"
        case .handWritten:
            "not rewritten, because what somebody wrote between the two comments would be lost, here or further "
                + "down; move it after `<!-- debrief:end -->`, and delete the rest between them"
        case .changedPage:
            "somebody has changed this page since Debrief wrote it; rename it to keep it, or delete it"
        case .system(let action, let reason): "\(action): \(reason)"
        case .leftBehind(let name, let reason): "\(name) could not be removed: \(reason)"
        }
    }

    /// Whether the file was left alone on purpose, and not because the system would not write it.
    public var isRefusal: Bool {
        switch self {
        case .changed, .severalNames, .notAFile, .exists, .dangling, .outside, .busy, .notGenerated,
            .otherReport, .otherNotebook,
            .noRegion, .handWritten, .changedPage:
            true
        case .readOnly, .system, .leftBehind: false
        }
    }

    static func system(_ action: String, _ error: SystemError) -> WriteFailure {
        .system(doing: action, reason: error.description)
    }
}
