package import Casework
import Yams

extension Instruments {
    /// The assessment forms that travel with the program.
    package static func shipped() throws -> Instruments { try inProgram.get() }

    /// Once a process.
    private static let inProgram = Result {
        try read(String(decoding: PackageResources.instruments_yaml, as: UTF8.self))
    }

    /// Forms as data: a list of them in YAML.
    package static func read(_ yaml: String) throws -> Instruments {
        Instruments(try YAMLDecoder().decode([Instrument].self, from: yaml))
    }

    package static func + (some: Instruments, others: Instruments) -> Instruments {
        Instruments(some.all + others.all)
    }
}
