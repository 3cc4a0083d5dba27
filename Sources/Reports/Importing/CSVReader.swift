internal import Markup
internal import Notes

/// Reads CSV as trackers and spreadsheets write it: with commas, semicolons or tabs, and with or without a
/// byte order mark.
package enum CSVReader {
    package enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
        case openQuote(line: Int)
        case otherEncoding
        case notText
        case empty

        package var description: String {
            switch self {
            case .openQuote(let line): "line \(line): a quote begins here that never ends"
            case .otherEncoding: "it is not UTF-8 (it begins as UTF-16 does); save it as UTF-8"
            case .notText: "it is not text; save the table as CSV"
            case .empty: "there is nothing in it"
            }
        }
    }

    package struct Record: Sendable, Equatable {
        /// The line on which it begins.
        package let line: Int
        package let cells: [String]
    }

    /// Returns the records of a file, the names of its columns first.
    ///
    /// Empty lines are left out.
    package static func records(_ bytes: [UInt8]) throws(Failure) -> [Record] {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .otherEncoding }
        // A picture is full of them. A table with a single one is a table all the same.
        if bytes.lazy.filter({ $0 == 0 }).prefix(2).count > 1 { throw .notText }
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
        let separator = separator(of: bytes)
        var records: [Record] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var (line, start, at) = (1, 1, 0)
        func endCell() {
            cells.append(MailDecoding.text(cell, charset: nil))
            cell = []
        }
        func endRecord() {
            endCell()
            if cells.contains(where: { !$0.isEmpty }) { records.append(Record(line: start, cells: cells)) }
            cells = []
        }
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == .ascii("\""), cell.allSatisfy({ $0 == Byte.space }) {
                cell = []
                let quoteLine = line
                guard let end = quoted(bytes, from: &at, into: &cell, &line) else {
                    throw .openQuote(line: quoteLine)
                }
                at = end
            } else if byte == separator {
                endCell()
            } else if byte == Byte.lf || byte == Byte.cr {
                if byte == Byte.cr, at < bytes.count, bytes[at] == Byte.lf { at += 1 }
                endRecord()
                line += 1
                start = line
            } else {
                cell.append(byte)
            }
        }
        if !cell.isEmpty || !cells.isEmpty { endRecord() }
        if records.isEmpty { throw .empty }
        return records
    }

    /// Reads what stands in quotes.
    ///
    /// - Returns: The index after the closing quote; nil if there is none.
    private static func quoted(
        _ bytes: [UInt8], from at: inout Int, into cell: inout [UInt8], _ line: inout Int
    ) -> Int? {
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == .ascii("\"") {
                guard at < bytes.count, bytes[at] == byte else { return at }
                at += 1
            } else if byte == Byte.lf {
                line += 1
            }
            cell.append(byte)
        }
        return nil
    }

    /// Returns the byte that separates the names in the first line.
    ///
    /// It is whichever is there most often, outside of quotes.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [.ascii(","): 0, .ascii(";"): 0, Byte.tab: 0]
        var isQuoted = false
        for byte in bytes {
            if byte == .ascii("\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == Byte.lf || byte == Byte.cr { break }
            if let count = counts[byte] { counts[byte] = count + 1 }
        }
        let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return best.map { $0.value > 0 ? $0.key : .ascii(",") } ?? .ascii(",")
    }
}
