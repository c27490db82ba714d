package import Casework
package import Spreadsheet

extension Words {
    /// What is wrong with a row, without a word of what it says.
    package func rowProblem(_ fault: SheetRow.CellFault) -> String {
        switch fault.problem {
        case .answer(let problem):
            let question = fault.field?.question ?? ""
            return self.problem(Fault(question, problem), of: ImportComplaint.name)
        case .unasked(let fault): return self.problem(fault, of: ImportComplaint.name)
        case .broken: return self["import-problem.broken"]
        case .tooManyCells: return self["import-problem.too-many-cells"]
        case .ditto: return self["import-problem.ditto"]
        case .year: return self["import-problem.year"]
        case .monthFirst: return self["import-problem.month-first"]
        case .refused(let refusal): return self.refusal(refusal)
        }
    }

    /// What the cells may say whose words are of no list, a sentence for each question, in the order of the columns.
    package func accepted(_ fields: Set<SheetField>) -> [String] {
        SheetField.allCases.filter(fields.contains).compactMap { field in
            guard let choice = field.choice else { return nil }
            let values = choice.codes.map { code(choice.list, $0) }.joined(separator: "; ")
            let question = label(ImportComplaint.name, field.question)
            return self("import-problem.accepted", ["field": question, "values": values])
        }
    }
}
