#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes of one note as they are on the disk, with the table of where its lines begin.
///
/// A source is immutable: an edit makes new bytes, and so a new `Source`. A line ends in LF, CRLF or CR, and
/// a note may mix them. Every conversion between offsets and positions is total, because values outside the
/// note are clamped.
package struct Source: Sendable {
    package let bytes: [UInt8]

    /// The offset of each line's first byte, and after these the count of all bytes.
    private let starts: [UInt32]

    /// Makes a source of bytes.
    ///
    /// - Parameter bytes: the bytes of the note, fewer than 4 GiB. The reader of files already refuses far
    ///   smaller files.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        starts = Self.lineStarts(of: bytes)
    }

    /// The number of lines.
    ///
    /// An empty file has one empty line. A line end at the very end of the file does not begin another line.
    package var lineCount: Int { starts.count - 1 }

    /// Returns the byte range of a line without its line end.
    ///
    /// Lines count from 1.
    package func content(ofLine line: Int) -> Range<Int> {
        let range = whole(line: line)
        var end = range.upperBound
        if end > range.lowerBound, bytes[end - 1] == Byte.lf { end -= 1 }
        if end > range.lowerBound, bytes[end - 1] == Byte.cr { end -= 1 }
        return range.lowerBound..<end
    }

    /// Returns the byte range of a line with its line end.
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

    /// Returns the bytes as text to show.
    ///
    /// Bytes that are not UTF-8 read as U+FFFD.
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
            // Carriage returns are rare. Without one, only the next line feed has to be found.
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
