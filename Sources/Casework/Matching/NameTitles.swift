/// Titles, forms of address, degrees and connectors: what is said of a person beside the name, and left out as often.
enum NameTitles {
    /// The words that are a name. Where all would go (somebody who is called `Haji`), all stay.
    static func drop(_ typed: [TypedWord]) -> [TypedWord] {
        var words = typed[...]
        while let count = degree(at: words) { words = words.dropLast(count) }
        while let count = address(at: words) { words = words.dropFirst(count) }

        var kept: [TypedWord] = []
        kept.reserveCapacity(words.count)
        while let word = words.popFirst() {
            if let next = words.first, word.isSlashed, slashed.contains(word.letters + next.letters) {
                words.removeFirst()
            } else if !anywhere.contains(word.letters) {
                kept.append(word)
            }
        }
        return kept.isEmpty ? typed : kept
    }

    /// How many words at the end are one degree: `SH`, `S.Pd.I`, `Sp. OG`.
    ///
    /// Two bare letters may be a name too (`Lim Se`), so that two other words must stand before them.
    private static func degree(at words: ArraySlice<TypedWord>) -> Int? {
        guard let last = words.last, words.count > 1 else { return nil }
        var letters = last.letters
        let isBare = letters.count == 2 && !last.isDotted && !last.followsComma
        var found: Int?
        if last.followsComma, anywhere.contains(letters) || letters == Array("h".utf8) { found = 1 }
        if degrees.contains(letters), !isBare || words.count > 2 { found = 1 }
        for (count, word) in zip(2..., words.dropFirst().dropLast().reversed()) {
            guard word.isDotted, letters.count + word.letters.count <= longestDegree else { break }
            letters = word.letters + letters
            if degrees.contains(letters) || dottedDegrees.contains(letters) { found = count }
        }
        return found
    }

    /// How many words at the beginning are one form of address: `Ibu`, `H.`, `K.H.`
    private static func address(at words: ArraySlice<TypedWord>) -> Int? {
        guard let first = words.first else { return nil }
        if first.letters.count == 1, first.isDotted, words.count > 2 {
            let second = words[words.startIndex + 1]
            let isPair = second.letters.count == 1 && second.isDotted
            if isPair, dottedPairs.contains(first.letters + second.letters) { return 2 }
        }
        if inFront.contains(first.letters) || anywhere.contains(first.letters) { return 1 }
        return (first.isDotted ? dottedInFront : bareInFront).contains(first.letters) ? 1 : nil
    }

    private static func set(_ words: String) -> Set<[UInt8]> { Set(words.split(separator: " ").map { Array($0.utf8) }) }

    /// Never a name of its own, or so seldom that dropping it on both sides costs nothing.
    private static let anywhere = set(
        """
        bin binti bint binte bt bte bnt ibn ibnu boru br hj haji hajah hajjah dr drg drh drs dra prof ir ust ustad \
        ustadz ustaz ustadzah ustazah kh alm almh almarhum almarhumah alias als dkk
        """)
    private static let inFront = set(
        """
        h ibu bu bapak bpk pak tn tuan ny nyonya nn nona sdr sdri saudara saudari mbak mba mas bang abang kak kakak \
        adik dik dek om tante nenek kakek rd rr raden roro pdt pendeta pastor suster kyai kiai nyai tgk teungku mr mrs \
        ms miss encik puan
        """)
    /// Short for anak and bayi; without a full stop they may be names.
    private static let dottedInFront = set("an by")
    /// Before the names of Balinese men and women; with a full stop an initial.
    private static let bareInFront = set("i ni")
    private static let dottedPairs = set("kh ra rm rr")
    /// Anak lelaki, anak perempuan, son of, daughter of: connectors of Tamil names in Malaysia and Singapore.
    private static let slashed = set("al ap so do")

    private static let degrees = set(
        """
        sh mh se mm me st mt sp mp ma ba lc ak ca apt ssi msi spd mpd spdi mpdi spdk sag mag skom mkom skm mkm mkes \
        skep ners amd amdkeb amdkep strkeb sst sstp sip map mpa ssos msos sikom mikom spsi mpsi psi psikolog shi mhi \
        shum mhum ssy skg skh mba msc bsc phd llm sth mth sfil sfarm mfarm sgz mak akt cpa ssn msn sab mab sak \
        sap sihum spt sked sptp mked spog spa spkj spf spfm spdsd smb sds mds spb sps sphk
        """)
    /// Without full stops these are names: Tan Lie Mei.
    private static let dottedDegrees = set("sei mei")
    private static let longestDegree = 8
}
