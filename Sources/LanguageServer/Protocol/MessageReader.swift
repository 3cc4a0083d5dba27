internal import Markup

/// Cuts a stream of bytes into messages.
///
/// Each comes after a header that says how long it is.
public struct MessageReader: Sendable {
    /// Why no further message can be found in a stream.
    public enum Failure: Error, Sendable, CustomStringConvertible {
        case headerTooLong
        case noLength(header: String)
        case messageTooLong(bytes: Int)

        /// What the stream has that cannot be read, in words for a person.
        public var description: String {
            switch self {
            case .headerTooLong: "a header of over \(MessageReader.longestHeader) bytes"
            case .noLength(let header): "a header without a Content-Length: \"\(header)\""
            case .messageTooLong(let bytes): "a message of \(bytes) bytes"
            }
        }
    }

    private var buffer: [UInt8] = []
    private var start = 0

    static let longestHeader = 8192
    /// The longest message.
    ///
    /// It is a note of the largest size that is read, with every byte escaped.
    static let longestMessage = 128 << 20

    /// Makes a reader that has read nothing yet.
    public init() {}

    /// Adds the bytes that came next.
    public mutating func append(_ bytes: some Sequence<UInt8>) {
        if start > 0 {
            buffer.removeSubrange(..<start)
            start = 0
        }
        buffer += bytes
    }

    /// Returns the next message's content; nil if more bytes are needed.
    ///
    /// - Throws: If the header is too long, or does not say how long the message is, or if the message is too
    ///   long.
    public mutating func next() throws(Failure) -> [UInt8]? {
        guard let end = headerEnd() else {
            if buffer.count - start > Self.longestHeader { throw .headerTooLong }
            return nil
        }
        let header = String(decoding: buffer[start..<end], as: UTF8.self)
        guard let length = Self.length(in: header) else { throw .noLength(header: header) }
        guard length <= Self.longestMessage else { throw .messageTooLong(bytes: length) }
        let content = end + 4
        guard buffer.count - content >= length else { return nil }
        start = content + length
        return Array(buffer[content..<start])
    }

    private func headerEnd() -> Int? {
        let last = min(buffer.count, start + Self.longestHeader)
        guard last - start >= 4 else { return nil }
        return (start...last - 4).first { buffer[$0...].starts(with: "\r\n\r\n".utf8) }
    }

    private static func length(in header: String) -> Int? {
        for line in header.split(separator: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
            let digits = parts[1].filter { $0 != " " && $0 != "\t" }
            guard !digits.isEmpty, digits.utf8.allSatisfy({ $0.isDigit }) else { return nil }
            return Int(digits) ?? Int.max
        }
        return nil
    }

    /// Returns a message as it is sent over the wire.
    public static func framed(_ content: [UInt8]) -> [UInt8] {
        Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
    }
}
