internal import Markup
internal import Notes

// These diagnostics say what keeps a file from being read.

extension Diagnostic {
    static func unreadable(_ path: NotePath, reason: String) -> Diagnostic {
        Diagnostic(.unreadable, path: path, at: .start, "could not be read: \(reason)")
    }

    static func fileTooLarge(_ path: NotePath, bytes: Int) -> Diagnostic {
        let mebibytes = (bytes + (1 << 20) - 1) >> 20
        return Diagnostic(
            .fileTooLarge, path: path, at: .start,
            "\(mebibytes) MiB, and notes of over \(FileReader.largest >> 20) MiB are not read")
    }

    static func notARegularFile(_ path: NotePath, kind: String) -> Diagnostic {
        Diagnostic(.notARegularFile, path: path, at: .start, "is \(kind) and not a file; it was not opened")
    }

    /// Returns the diagnostic of a symbolic link that leads out of the notebook.
    ///
    /// `path` is the path of the link, and `isRead` says whether the file that it leads to is read all the
    /// same.
    static func outsideLink(_ path: NotePath, isRead: Bool = true) -> Diagnostic {
        let result = isRead ? "it is read, and nothing is written through it" : "it is not read"
        return Diagnostic(
            .outsideLink, path: path, at: .start,
            "is a symbolic link that leads out of the notebook; \(result): put the file itself here")
    }

    static func conflictCopy(_ path: NotePath, of tool: String) -> Diagnostic {
        Diagnostic(
            .conflictCopy, path: path, at: .start,
            "\(tool); not read, so that nothing counts twice: merge it into its note, then delete it")
    }

    static func notDownloaded(_ path: NotePath) -> Diagnostic {
        Diagnostic(
            .conflictCopy, path: path, at: .start,
            "a note that iCloud has not downloaded yet; open it to read it")
    }
}
