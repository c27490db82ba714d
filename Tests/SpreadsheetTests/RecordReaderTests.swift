import Foundation
import Testing

@testable import Spreadsheet

/// What RFC 4180 says, what Excel writes, and what neither should be read as.
@Suite struct RecordReaderTests {
    /// - Parameter chunk: so many bytes come at once.
    static func records(
        _ bytes: [UInt8], _ delimiter: Delimiter = .comma, _ charset: Charset = .utf8, chunk: Int = 1 << 16
    ) throws -> [SheetRecord] {
        var rest = bytes[...]
        var reader = RecordReader(delimiter, charset) {
            defer { rest = rest.dropFirst(chunk) }
            return Array(rest.prefix(chunk))
        }
        var records: [SheetRecord] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    static func cells(_ text: String, _ delimiter: Delimiter = .comma, chunk: Int = 1 << 16) throws -> [[String]] {
        try records(Array(text.utf8), delimiter, chunk: chunk).map(\.cells)
    }

    @Test(arguments: [1, 2, 3, 7, 1 << 16])
    func aQuotedCellKeepsItsLinesWhereverTheChunksEnd(chunk: Int) throws {
        let text = "a,\"b\r\n\"\"c\"\", d\",e\r\n\"\",,\nlast,\"x\"\r\r\nend"
        #expect(
            try Self.cells(text, chunk: chunk) == [
                ["a", "b\n\"c\", d", "e"], ["", "", ""], ["last", "x"], [""], ["end"],
            ])
    }

    @Test func everyRecordKnowsItsLine() throws {
        let records = try Self.records(Array("a\n\"b\nb\"\r\nc\r\rd".utf8))
        #expect(records.map(\.line) == [1, 2, 4, 5, 6])
    }

    @Test func aMarkAndExcelsWordForTheDelimiterAreNoCells() throws {
        #expect(try Self.cells("\u{feff}sep=;\r\na;b\r\n", .semicolon) == [["a", "b"]])
        #expect(try Self.cells("\u{feff}a,b") == [["a", "b"]])
        #expect(try Self.records(Array("sep=;\r\na;b".utf8), .semicolon).map(\.line) == [2])
    }

    @Test func whatNobodySeesIsCutOff() throws {
        #expect(try Self.cells("  a \u{a0},\u{200b}b\t\n") == [["a", "b"]])
        #expect(try Self.cells("it\"s,\"a\"b") == [["it\"s", "ab"]])
    }

    @Test func aQuoteThatNobodyClosesSpoilsItsOwnLineOnly() throws {
        let records = try Self.records(Array("a,b\n\"c,d\ne,f\ng,h\n".utf8))
        #expect(records.map(\.isBroken) == [false, true, false, false])
        #expect(records.map(\.line) == [1, 2, 3, 4])
        #expect(records[2].cells == ["e", "f"])
    }

    /// Two quotes that stand alone, as people write "the same", melt no rows and no cells into one.
    @Test(arguments: [
        ("a,b,\",d\ne,f,\",h\ni,j,k,l\n", [true, true, false]), ("a,\",c,\",e\n1,2,3,4,5\n", [true, false]),
        ("a,\",\",d\n1,2,3,4\n", [true, false]),
        ("a,b,c,\"\nd,e,f,g\nh,i,j,\"\nk,l,m,n\n", [true, false, true, false]),
        ("a,b,\"Kata ibu,d\ne,f,g,h\ni,j,\",k\nl,m,n,o\n", [true, false, true, false]),
    ])
    func aQuoteThatStandsAloneMeltsNothing(text: String, broken: [Bool]) throws {
        #expect(try Self.records(Array(text.utf8)).map(\.isBroken) == broken)
    }

    /// A heading over two lines, titles above, and stories before three rows are alike: nobody knows yet how wide the sheet is.
    @Test func nothingIsJudgedByAWidthThatNobodyKnows() throws {
        let heading = "No,\"Jenis Kekerasan\n(Fisik,Psikis,Seksual,Lainnya)\",Nama\n"
        #expect(try Self.records(Array(heading.utf8)).map(\.isBroken) == [false])
        let titles = "REKAP\nTAHUN 2023\nUPTD\nKOTA\n"
        #expect(try Self.records(Array((titles + heading).utf8)).allSatisfy { !$0.isBroken })
        let melted = "a,\"u,v,w\nx,y,z,q,r\",c,d\n"
        #expect(try Self.records(Array(melted.utf8)).map(\.isBroken) == [false])
        let known = String(repeating: "h,i,j,k\n", count: 3) + melted
        #expect(try Self.records(Array(known.utf8)).prefix(5).map(\.isBroken) == [false, false, false, true, false])
    }

    /// What stands behind a closing quote says that it closed nothing.
    @Test func aQuoteWithinACellMeltsNothing() throws {
        let records = try Self.records(Array("a,\"B,katanya \"takut\",k\nc,\"d\" e,f\ng,\"h,i\" ,j\n".utf8))
        #expect(records.map(\.isBroken) == [true, false, false])
        #expect(records[1].cells == ["c", "d e", "f"] && records[2].cells == ["g", "h,i", "j"])
    }

    /// Between tabs, no cell begins with one: such a quote is a cell of its own.
    @Test func aQuoteBetweenTabsIsACell() throws {
        #expect(try Self.cells("a\t\"\tc\nd\t\"\tf\n", .tab) == [["a", "\"", "c"], ["d", "\"", "f"]])
        #expect(try Self.cells("a\t\"\t\"\td\n", .tab) == [["a", "\"", "\"", "d"]])
        let last = try Self.records(Array("a\tb\t\"\nc\td\t\"\ne\tf\tg\n".utf8), .tab)
        #expect(last.map(\.isBroken) == [true, true, false])
    }

    /// As Excel writes them: long stories, lists, a quote that is a cell.
    @Test func whatExcelQuotesIsRead() throws {
        let story = "Dipukul, ditendang, lalu\npergi, kata ibu: \"takut\",\nmalam itu, besoknya."
        let quoted = "\"" + story.replacing("\"", with: "\"\"") + "\""
        #expect(try Self.cells("a,b,c\n1,\(quoted),3\n") == [["a", "b", "c"], ["1", story, "3"]])
        #expect(try Self.cells("a,\"\"\"\",c\n") == [["a", "\"", "c"]])
        // Without a space behind its commas too, where the row has as many cells as the others.
        #expect(try Self.cells("h,i,j,k\na,\"u,v,w,x,y,z\n.\",c,d\n").last == ["a", "u,v,w,x,y,z\n.", "c", "d"])
        #expect(try Self.cells("a\t\"b\nc\"\td\n", .tab) == [["a", "b\nc", "d"]])
    }

    @Test func aLineWithoutEndTakesNoMemory() throws {
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: 3 * RecordReader.longest)
        let records = try Self.records(long + Array("\na,b".utf8), chunk: 1000)
        #expect(records.map(\.isBroken) == [true, false] && records.map(\.line) == [1, 2])
    }

    @Test func bytesThatAreNoTextAreToldByTheirCell() throws {
        let utf8 = try Self.records(Array("a,".utf8) + [0xE9] + Array(",c".utf8))
        #expect(utf8.first?.notText == [1] && utf8.first?.cells == ["a", "", "c"])
        let windows = try Self.records([0x80, 0x2C, 0x81, 0x2C, 0xE9, 0x96], .comma, .windows1252)
        #expect(windows.first?.cells == ["€", "", "é–"] && windows.first?.notText == [1])
    }

    /// Every byte of Windows-1252 as Foundation reads it, where it reads it.
    @Test func everyByteOfWindows1252IsItsLetter() {
        for byte in UInt8.min...UInt8.max {
            let undefined: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
            let text = Charset.windows1252.text([byte])
            #expect((text == nil) == undefined.contains(byte))
            guard let text, byte < 0x80 || byte > 0x9F else { continue }
            #expect(text.unicodeScalars.first?.value == UInt32(byte))
        }
        #expect(Charset.windows1252.text([0x91, 0x92, 0x93, 0x94, 0x97, 0x99]) == "‘’“”—™")
    }

    @Test func howASheetIsWrittenIsFoundOut() {
        func guess(_ bytes: [UInt8]) -> Charset {
            var guess = CharsetGuess()
            for byte in bytes { guess.read([byte]) }
            return guess.charset
        }
        #expect(guess(Array("abc".utf8)) == .utf8)
        #expect(guess(Array("Café – “ya”".utf8)) == .utf8)
        #expect(guess([0x43, 0x61, 0x66, 0xE9]) == .windows1252)
        #expect(guess([0x93, 0x79, 0x61, 0x94, 0x0A]) == .windows1252)
        // One stray byte among letters that are right.
        #expect(guess(Array("é é é ".utf8) + [0xE9, 0x20]) == .utf8)
        #expect(guess(Charset.mark + [0xE9]) == .utf8)
        var workbook = CharsetGuess()
        workbook.read(Array("PK".utf8) + [3, 4, 0])
        #expect(workbook.isNoText && !workbook.isUTF16)
        for bytes in [[0x54, 0, 0x67, 0], [0, 0x54, 0, 0x67], [0xFF, 0xFE, 0x54, 0]] as [[UInt8]] {
            var unicode = CharsetGuess()
            unicode.read(bytes)
            #expect(unicode.isUTF16)
        }
    }

    @Test func theDelimiterIsTheOneThatCutsEvenly() throws {
        #expect(try Delimiter.guess(Array("a;b;c\n1,5;2;3\n\"x;y\";z, z;w\n".utf8)) == .semicolon)
        #expect(try Delimiter.guess(Array("Judul, yang panjang, sekali\na\tb\n1\t2, 3\n4\t5\n".utf8)) == .tab)
        #expect(try Delimiter.guess(Array("a,b,c\n\"x; y\",2; 3,4\n".utf8)) == .comma)
        #expect(try Delimiter.guess(Array("sep=\t\na,b,c".utf8)) == .tab)
    }

    /// A stick that is pulled out is no end of the sheet.
    @Test func bytesThatCantBeReadAreNoEnd() throws {
        struct Gone: Error {}
        var chunks = [Array("a,b\nc".utf8)]
        var reader = RecordReader(.comma, .utf8) {
            guard let chunk = chunks.popLast() else { throw Gone() }
            return chunk
        }
        #expect(throws: Gone.self) { while try reader.next() != nil {} }
    }
}
