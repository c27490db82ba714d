import Foundation
import TestSupport
import Testing

/// The command line as it is typed.
enum Typed {
    struct Ended {
        let code: Int32
        let output: String
        let complaint: String
    }

    static func run(
        _ arguments: [String], _ environment: [String: String], typed: String = ""
    ) throws -> Ended {
        let child = try Child("lindung", arguments, environment)
        try child.input.write(contentsOf: Data(typed.utf8))
        try child.input.close()
        let said = child.output.readDataToEndOfFile()
        let complained = child.complaint.readDataToEndOfFile()
        return Ended(
            code: child.wait(), output: String(decoding: said, as: UTF8.self),
            complaint: String(decoding: complained, as: UTF8.self))
    }
}

func expectOneSentence(_ ended: Typed.Ended, containing words: String) {
    #expect(ended.code == 2)
    #expect(ended.output.isEmpty)
    #expect(ended.complaint.contains(words), "\(ended.complaint)")
    #expect(ended.complaint.split(separator: "\n").count == 1, "\(ended.complaint)")
}
