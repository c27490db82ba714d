import Casework
import Statistics

/// All tables of a year as they may be published.
struct ToldPublication: ToldAsObject {
    let publication: Publication

    static let members: [Member<ToldPublication>] = [
        .must("from") { $0.publication.period.first.text }, .must("until") { $0.publication.period.last.text },
        .must("asOf") { $0.publication.asOf },
        .must("tables") { told in
            told.publication.figures.map { ToldPublicFigures(publication: told.publication, figures: $0) }
        },
    ]
}

/// One table of it. Its columns are its own, since some are told as one. Without rows it can't be published.
struct ToldPublicFigures: ToldAsObject {
    let publication: Publication
    let figures: PublicFigures

    static let members: [Member<ToldPublicFigures>] = [
        .must("table") { $0.figures.table.name }, .must("number") { $0.figures.table.number },
        .must("from") { $0.publication.period.first.text }, .must("until") { $0.publication.period.last.text },
        .must("asOf") { $0.publication.asOf },
        .must("unit") { $0.figures.table.unit }, .must("basis") { $0.figures.table.basis },
        .must("counted") { $0.figures.counted },
        .must("columns") { $0.figures.columns.map(\.code) },
        .must("rows") { $0.figures.rows.map { ToldPublicRow(row: $0) } },
        .may("sum") { $0.figures.sum.map { ToldPublicRow(row: $0) } },
    ]
}

/// A row: its code, or several with a plus between them, its total, and its part of each column.
private struct ToldPublicRow: ToldAsObject {
    let row: PublicFigures.Row

    static let members: [Member<ToldPublicRow>] = [
        .must("code") { $0.row.code }, .must("total") { $0.row.total }, .must("parts") { $0.row.parts },
    ]
}

/// A number, or the mark of one that is hidden.
extension PublicFigures.Cell: Told {
    static var schema: JSON {
        [
            "anyOf": [APISchemas.count, APISchemas.code([mark])],
            "description": "The mark hides a small figure, or another one that would tell it.",
        ]
    }

    func write(to json: inout JSON, _ telling: Telling) {
        switch self {
        case .shown(let number): json.write(number)
        case .hidden: json.write(text)
        }
    }
}
