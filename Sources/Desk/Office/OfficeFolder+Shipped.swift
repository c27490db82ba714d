extension OfficeFolder {
    /// What an office begins with: the calendar and the directory that travel with the program.
    package static func shipped() throws -> OfficeFolder {
        let text = { (bytes: [UInt8]) in String(decoding: bytes, as: UTF8.self) }
        return try OfficeFolder(
            office: text(PackageResources.office_yaml), holidays: text(PackageResources.holidays_yaml),
            partners: text(PackageResources.partners_yaml))
    }
}
