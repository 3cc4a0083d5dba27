internal import Markup

/// The encodings that mails use.
package enum MailDecoding {
    package static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        var (bits, count) = (UInt32(0), 0)
        for byte in bytes {
            let value: UInt8
            switch byte {
            case .ascii("A")...(.ascii("Z")): value = byte - .ascii("A")
            case .ascii("a")...(.ascii("z")): value = byte - .ascii("a") + 26
            case .ascii("0")...(.ascii("9")): value = byte - .ascii("0") + 52
            case .ascii("+"), .ascii("-"): value = 62
            case .ascii("/"), .ascii("_"): value = 63
            default: continue
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return decoded
    }

    /// Decodes quoted-printable bytes.
    ///
    /// In a header, `_` means a blank, as in an encoded word.
    package static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isHeader: Bool = false) -> [UInt8] {
        var decoded: [UInt8] = []
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let byte = bytes[at]
            at += 1
            guard byte == .ascii("=") else {
                decoded.append(isHeader && byte == .ascii("_") ? Byte.space : byte)
                continue
            }
            // This is the end of a line that continues on the next, perhaps with blanks before the line end.
            let end = bytes[at...].firstIndex { $0 != Byte.space && $0 != Byte.tab && $0 != Byte.cr }
            if let end, bytes[end] == Byte.lf {
                at = end + 1
            } else if at + 1 < bytes.endIndex, let high = hexDigit(bytes[at]),
                let low = hexDigit(bytes[at + 1])
            {
                decoded.append(high << 4 | low)
                at += 2
            } else {
                decoded.append(byte)
            }
        }
        return decoded
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case .ascii("0")...(.ascii("9")): byte - .ascii("0")
        case .ascii("A")...(.ascii("F")): byte - .ascii("A") + 10
        case .ascii("a")...(.ascii("f")): byte - .ascii("a") + 10
        default: nil
        }
    }

    /// Returns bytes as text.
    ///
    /// Bytes that should be UTF-8, or name no charset, and are not UTF-8 are read as Windows-1252.
    package static func text(_ bytes: [UInt8], charset: String?) -> String {
        let isWestern = charset.map { name in
            let name = name.lowercased()
            return name.hasPrefix("iso-8859-") || name.hasPrefix("windows-125") || name == "latin1"
        }
        if !(isWestern ?? false), let text = String(validating: bytes, as: UTF8.self) { return text }
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            let special = (0x80..<0xA0).contains(byte) ? windows[Int(byte) - 0x80] : UInt32(byte)
            scalars.append(Unicode.Scalar(special) ?? "\u{FFFD}")
        }
        return String(scalars)
    }

    /// The characters that Windows has where Latin-1 has control characters.
    private static let windows: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152,
        0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122,
        0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]

    /// Returns a header's value with its encoded words decoded, such as `=?utf-8?Q?Am=C3=A9lie?=`.
    package static func encodedWords(_ value: String) -> String {
        var decoded = ""
        var rest = value[...]
        var wasEncoded = false
        while let start = rest.firstRange(of: "=?") {
            let fields = rest[start.upperBound...].split(
                separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
            guard fields.count == 4, fields[3].hasPrefix("=") else { break }
            let bytes = Array(fields[2].utf8)[...]
            let isBase64 = fields[1].lowercased() == "b"
            let plain = isBase64 ? base64(bytes) : quotedPrintable(bytes, isHeader: true)
            let between = rest[..<start.lowerBound]
            // Blanks between two encoded words only separate them, and are left out.
            if !wasEncoded || between.contains(where: { !$0.isWhitespace }) { decoded += between }
            decoded += text(plain, charset: String(fields[0]))
            rest = fields[3].dropFirst()
            wasEncoded = true
        }
        return decoded + rest
    }

    /// Returns a text with its paragraphs joined again, if they were broken into lines that end in a blank.
    package static func unflowed(_ text: String) -> String {
        var lines: [String] = []
        var goesOn = false
        // Swift counts CRLF as one character.
        let text = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" }))
        for plain in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isSame = goesOn && !plain.hasPrefix(">") && !(lines.last?.hasPrefix(">") ?? false)
            if isSame { lines[lines.count - 1] += plain } else { lines.append(String(plain)) }
            goesOn = plain.hasSuffix(" ") && plain != "-- "
        }
        return lines.joined(separator: "\n")
    }
}
