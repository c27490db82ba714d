extension String {
    /// `SITI AMINAH, S.PD` as people write names: a sheet in capitals shouts. A name with a small letter in it stays as it
    /// is, and so do initials.
    var withoutShouting: String {
        let letters = filter(\.isLetter)
        guard letters.count > 3, letters == letters.uppercased(), letters != letters.lowercased() else { return self }
        var isFirst = true
        return map { character -> String in
            defer { isFirst = !character.isLetter && character != "'" && character != "’" }
            return isFirst ? String(character) : character.lowercased()
        }.joined()
    }
}
