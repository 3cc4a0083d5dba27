internal import Markup

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The path from one folder to another, in the form that links need.
enum RelativePath {
    /// Returns the path from a folder to another.
    ///
    /// - Returns: A path with a `/` at its end, which is empty if the folders are the same; nil if one of
    ///   them is not there.
    static func between(folder: [UInt8], and target: [UInt8]) -> [UInt8]? {
        guard let from = canonical(folder), let to = canonical(target) else { return nil }
        let common = zip(from, to).prefix { $0 == $1 }.count
        let up = Array(repeating: Array("..".utf8), count: from.count - common)
        return (up + to[common...]).flatMap { $0 + [.ascii("/")] }
    }

    /// Returns where a path leads from a folder.
    static func path(_ way: String, from folder: [UInt8]) -> [UInt8] {
        let way = Array(way.utf8)
        return way.first == .ascii("/") || folder == [.ascii(".")] ? way : folder + [.ascii("/")] + way
    }

    /// Returns the folder of a file, even if the file is not there.
    static func folder(of file: [UInt8]) -> [UInt8] {
        guard let slash = file.lastIndex(of: .ascii("/")) else { return [.ascii(".")] }
        return slash == 0 ? [.ascii("/")] : Array(file[..<slash])
    }

    /// Returns the path of a file from the root and without symbolic links, even if the file is not there
    /// yet.
    ///
    /// A path that leads nowhere stays as it is.
    static func resolvedFile(_ file: [UInt8]) -> [UInt8] {
        if let path = resolvedPath(file) { return path }
        let name = file[(file.lastIndex(of: .ascii("/")).map { $0 + 1 } ?? 0)...]
        return resolvedPath(folder(of: file)).map { $0 + [.ascii("/")] + name } ?? file
    }

    /// Whether a path leads, by symbolic links or by `..`, to something that is not in a folder.
    ///
    /// False if it leads nowhere.
    static func leads(_ path: [UInt8], outOf folder: [UInt8]) -> Bool {
        guard !path.contains(0), !folder.contains(0), let folder = canonical(folder),
            let path = canonical(path)
        else { return false }
        return !path.starts(with: folder)
    }

    /// Returns the names of an absolute path without symbolic links.
    private static func canonical(_ path: [UInt8]) -> [[UInt8]]? {
        resolvedPath(path)?.split(separator: .ascii("/")).map { Array($0) }
    }
}
