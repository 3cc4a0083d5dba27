internal import Markup

/// Writes CSV (RFC 4180) as UTF-8.
///
/// It escapes every cell, so that no cell ends early and none is a formula.
package struct CSVWriter {
    package private(set) var bytes: [UInt8] = []
    private var isFirst = true

    package mutating func cell(_ text: String) {
        if !isFirst { bytes.append(.ascii(",")) }
        isFirst = false
        let isFormula = text.utf8.first.map(Self.beginsFormula) ?? false
        let needsQuotes = text.utf8.contains(where: Self.needsQuotes) || text.first == " " || text.last == " "
        if needsQuotes { bytes.append(.ascii("\"")) }
        if isFormula { bytes.append(.ascii("'")) }
        for byte in text.utf8 {
            switch byte {
            case .ascii("\""): bytes.append(contentsOf: [byte, byte])
            // No reader of CSV accepts a NUL as text.
            case 0: bytes.append(contentsOf: "\u{FFFD}".utf8)
            default: bytes.append(byte)
            }
        }
        if needsQuotes { bytes.append(.ascii("\"")) }
    }

    package mutating func endRow() {
        bytes.append(contentsOf: [Byte.cr, Byte.lf])
        isFirst = true
    }

    /// Whether a spreadsheet may read a cell that begins with this byte as a formula.
    private static func beginsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case .ascii("="), .ascii("+"), .ascii("-"), .ascii("@"), Byte.tab, Byte.cr, Byte.lf: true
        default: false
        }
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case .ascii("\""), .ascii(","), .ascii(";"), Byte.cr, Byte.lf, Byte.tab: true
        default: false
        }
    }
}
