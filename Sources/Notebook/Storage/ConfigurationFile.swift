internal import Markup

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A notebook's configuration as it lies in its folder; the standard one where there is none, or where it
/// cannot be read.
struct ConfigurationFile: Sendable {
    let configuration: Configuration
    let diagnostics: [Diagnostic]
    /// What tells it from another; nil where there is no file that can be read.
    let bytes: [UInt8]?

    /// - Parameter root: the path of the notebook, as the system takes it.
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
