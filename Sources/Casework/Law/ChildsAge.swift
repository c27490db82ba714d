extension Int {
    /// Whether who is so many years old is a child (UU 35/2014 art. 1).
    package var isChildsAge: Bool { self < 18 }
}
