#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes of one note, as they lie on the disk, with the table of where its lines begin.
///
/// Immutable: an edit makes new bytes, and so a new `Source`. A line ends in LF, CRLF or CR, mixed as they
/// come. Every conversion between offsets and positions is total: what lies outside is clamped.
package struct Source: Sendable {
    package let bytes: [UInt8]

    /// The offset of each line's first byte, and behind the last line the count of all bytes.
    private let starts: [UInt32]

    /// - Parameter bytes: fewer than 4 GiB of them; the reader of files refuses far smaller ones.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        starts = Self.lineStarts(of: bytes)
    }

    /// How many lines there are. An empty file has one, which is empty; a line end at the very end of the
    /// file opens no further line.
    package var lineCount: Int { starts.count - 1 }

    /// The bytes of a line without its line end. Lines count from 1.
    package func content(ofLine line: Int) -> Range<Int> {
        let range = whole(line: line)
        var end = range.upperBound
        if end > range.lowerBound, bytes[end - 1] == Byte.lf { end -= 1 }
        if end > range.lowerBound, bytes[end - 1] == Byte.cr { end -= 1 }
        return range.lowerBound..<end
    }

    /// The bytes of a line with its line end.
    package func whole(line: Int) -> Range<Int> {
        let index = min(max(line, 1), lineCount)
        return Int(starts[index - 1])..<Int(starts[index])
    }

    package func offset(of position: Position) -> Int {
        if position.line > lineCount { return bytes.count }
        let line = content(ofLine: position.line)
        return line.lowerBound + min(max(position.column, 1) - 1, line.count)
    }

    package func position(of offset: Int) -> Position {
        var low = 0
        var high = lineCount
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        let line = whole(line: low + 1)
        return Position(
            line: low + 1, column: min(max(offset, line.lowerBound), line.upperBound) - line.lowerBound + 1)
    }

    /// The bytes as text to show; what is not UTF-8 reads as U+FFFD.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
    }

    private static func lineStarts(of bytes: [UInt8]) -> [UInt32] {
        let count = bytes.count
        let first = bytes.starts(with: Byte.byteOrderMark) ? 3 : 0
        var starts: [UInt32] = []
        starts.reserveCapacity(16 + count / 32)
        starts.append(UInt32(first))
        unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            // Carriage returns are rare: without one, the next line feed is all there is to look for.
            let hasReturns = unsafe memchr(base, Int32(Byte.cr), count) != nil
            var offset = first
            while offset < count {
                if hasReturns {
                    let byte = unsafe buffer[offset]
                    offset += 1
                    if byte == Byte.lf {
                        starts.append(UInt32(offset))
                    } else if byte == Byte.cr {
                        if offset < count, unsafe buffer[offset] == Byte.lf { offset += 1 }
                        starts.append(UInt32(offset))
                    }
                } else {
                    guard let found = unsafe memchr(base + offset, Int32(Byte.lf), count - offset) else {
                        break
                    }
                    offset = unsafe UnsafeRawPointer(found) - base + 1
                    starts.append(UInt32(offset))
                }
            }
        }
        if starts.count == 1 || Int(starts[starts.count - 1]) < count { starts.append(UInt32(count)) }
        return starts
    }
}
