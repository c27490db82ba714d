import Casework

/// One table as it is published. There are no others: whoever may choose what is told apart can compute what is hidden.
struct PublicTable: Sendable {
    let name: TableName
    let shape: Shape
    let thresholds: Thresholds

    enum Shape: Sendable {
        /// Its rows alone.
        case rows
        /// Its rows alone; those of children, of adults and of whom neither is known add up to what other tables tell.
        case ages
        /// The sexes as its rows, as far as other tables tell them apart.
        case sexes(across: [Side])
        /// Its rows, told apart.
        case crossed([Side])
    }

    /// What tells of few in the whole city, and what tells of few where children, forms or relations meet.
    static let few = 5
    static let fewFiner = 10

    private init(_ name: TableName, _ shape: Shape, below total: Int) {
        self.name = name
        self.shape = shape
        thresholds = Thresholds(total: total, part: Self.fewFiner)
    }

    /// Without the services, all of which one victim may have got, without bullying and what happened online, which are few,
    /// and without the children and adults by sex, which are
    /// the victims by sex the other way round.
    static let all = [
        PublicTable(.cases, .rows, below: fewFiner),
        PublicTable(.victims, .sexes(across: [.childhood]), below: fewFiner),
        PublicTable(.alleged, .sexes(across: []), below: fewFiner),
        PublicTable(.ages, .ages, below: fewFiner),
        PublicTable(.violence, .crossed([.sex, .childhood]), below: few),
        PublicTable(.places, .crossed([.sex, .childhood]), below: few),
        PublicTable(.education, .crossed([.sex, .childhood]), below: few),
        PublicTable(.occupation, .crossed([.sex, .childhood]), below: few),
        PublicTable(.marital, .crossed([.sex, .childhood]), below: few),
        PublicTable(.disability, .crossed([.sex, .childhood]), below: fewFiner),
        PublicTable(.domestic, .crossed([.sex, .childhood]), below: few),
        PublicTable(.allegedAges, .crossed([.sex]), below: fewFiner),
        PublicTable(.allegedEducation, .crossed([.sex]), below: few),
        PublicTable(.allegedOccupation, .crossed([.sex]), below: few),
        PublicTable(.allegedRelation, .crossed([.sex]), below: fewFiner),
        PublicTable(.served, .crossed([.sex, .childhood]), below: few),
        PublicTable(.districts, .rows, below: fewFiner),
        PublicTable(.months, .rows, below: fewFiner),
    ]
}

extension TableName {
    /// Whether it is published at all.
    package var isPublic: Bool { PublicTable.all.contains { $0.name == self } }
}
