internal import Markup

/// The `file:` URIs (RFC 8089) by which clients name files, and the paths that they stand for.
enum FileURI {
    /// Returns the path of a URI as bytes; nil if it is not a file of this machine.
    static func path(of uri: String) -> [UInt8]? {
        let bytes = Array(uri.utf8)
        guard bytes.count > 7, bytes[..<5].elementsEqual("file:".utf8, by: { $0.lowercased == $1 }),
            bytes[5...].starts(with: "//".utf8)
        else { return nil }
        guard let slash = bytes[7...].firstIndex(of: .ascii("/")) else { return nil }
        let host = String(decoding: bytes[7..<slash], as: UTF8.self).lowercased()
        guard host.isEmpty || host == "localhost" else { return nil }
        return decoded(bytes[slash...])
    }

    static func uri(of path: [UInt8]) -> String {
        var uri = Array("file://".utf8)
        for byte in path {
            if byte.isLetter || byte.isDigit || "/-._~".utf8.contains(byte) {
                uri.append(byte)
            } else {
                uri.appendPercentEncoded(byte)
            }
        }
        return String(decoding: uri, as: UTF8.self)
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var path: [UInt8] = []
        var at = bytes.startIndex
        while at < bytes.endIndex {
            if bytes[at] == .ascii("%") {
                guard at + 2 < bytes.endIndex,
                    let high = Character(Unicode.Scalar(bytes[at + 1])).hexDigitValue,
                    let low = Character(Unicode.Scalar(bytes[at + 2])).hexDigitValue
                else { return nil }
                path.append(UInt8(high << 4 | low))
                at += 3
            } else if bytes[at] == .ascii("?") || bytes[at] == .ascii("#") {
                break
            } else {
                path.append(bytes[at])
                at += 1
            }
        }
        // No path has a NUL, because the system would read only the part before it.
        return path.contains(0) ? nil : path
    }
}
