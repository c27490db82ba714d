package import Casework

/// What an office begins with: the calendar and the directory that travel with the program.
package struct ShippedOffice: Sendable {
    package let description: DescribeOffice
    package let holidays: [DeclareHoliday]
    package let partners: [AddPartner]

    package static func load() throws -> ShippedOffice {
        let folder = try OfficeFolder.shipped()
        return ShippedOffice(
            description: folder.description ?? DescribeOffice("UPTD PPA"), holidays: folder.holidays,
            partners: folder.partners.map(AddPartner.init))
    }
}

extension OfficeFolder {
    package static func shipped() throws -> OfficeFolder {
        let text = { (bytes: [UInt8]) in String(decoding: bytes, as: UTF8.self) }
        return try OfficeFolder(
            office: text(PackageResources.office_yaml), holidays: text(PackageResources.holidays_yaml),
            partners: text(PackageResources.partners_yaml))
    }
}
