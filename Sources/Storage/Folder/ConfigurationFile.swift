internal import Markup
internal import Notes

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A notebook's configuration from its folder.
///
/// It is the standard one if there is no file, or if it cannot be read.
struct ConfigurationFile: Sendable {
    let configuration: Configuration
    let diagnostics: [Diagnostic]
    /// The file's bytes, to see whether it has changed; nil if no file can be read.
    let bytes: [UInt8]?

    /// Reads the configuration.
    ///
    /// - Parameter root: The path of the notebook, as the system calls take it.
    init(below root: [UInt8]) {
        let path = Configuration.path
        let whole = root + [UInt8(ascii: "/")] + path.bytes
        if RelativePath.leads(whole, outOf: root) {
            (configuration, bytes, diagnostics) = (.standard, nil, [.outsideLink(path, isRead: false)])
            return
        }
        do {
            let file = try FileReader.contents(of: whole)
            let reader = ConfigurationReader(file.bytes)
            (configuration, diagnostics, bytes) = (reader.configuration, reader.diagnostics, file.bytes)
        } catch {
            (configuration, bytes) = (.standard, nil)
            switch error {
            case .unreadable(let error) where error.number == ENOENT: diagnostics = []
            case .isFolder: diagnostics = [.configuration("is a folder and not a file", at: .start)]
            default: diagnostics = error.diagnostic(of: path).map { [$0] } ?? []
            }
        }
    }
}
