import Casework
import Testing

@testable import Website

@Suite struct FormBodyTests {
    @Test(arguments: [
        ("a=1&b=2", ["a": ["1"], "b": ["2"]]), ("a=1&a=2&a=", ["a": ["1", "2", ""]]),
        ("a=x+y%2Bz%20%26", ["a": ["x y+z &"]]),
        ("a", ["a": [""]]), ("", [:]), ("&&", [:]), ("a=%zz%4", ["a": ["%zz%4"]]), ("%61=%f0%9f%98%80", ["a": ["😀"]]),
        ("a=b=c", ["a": ["b=c"]]),
    ])
    func isRead(body: String, values: [String: [String]]) {
        #expect(Posted(formBody: body.utf8) == Posted(values))
    }

    @Test(arguments: ["%ff", "%c0%80", "%ed%a0%80", "a%80b", "%f8%88%80%80%80"])
    func bytesThatAreNoTextAreRemembered(value: String) {
        #expect(Posted(formBody: "a=\(value)&b=1".utf8).notText == ["a"])
    }
}
