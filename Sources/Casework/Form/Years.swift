/// An age in whole years, as far as anybody knows.
package struct Years: WholeNumber {
    package let value: Int
    package init(_ value: Int) { self.value = value }
    package static let bounds = 0...120
    package static var kind: Field.Kind { .years(bounds) }
}
