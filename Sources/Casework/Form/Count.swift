/// A small whole number: days, attempts.
package struct Count: WholeNumber {
    package let value: Int
    package init(_ value: Int) { self.value = value }
    package static let bounds = 0...999
    package static var kind: Field.Kind { .number(bounds) }
}
