/// The name of a member, whatever it is: for who must know which ones an object has.
package struct AnyName: CodingKey {
    package let stringValue: String
    package var intValue: Int? { nil }
    package init(stringValue: String) { self.stringValue = stringValue }
    package init?(intValue: Int) { nil }
}
