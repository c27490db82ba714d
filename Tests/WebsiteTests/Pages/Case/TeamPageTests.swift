import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

@Suite struct TeamPageTests {
    @Test func theTeamIsOnTheCaseAndWhoIsOnItIsNotOfferedAgain() async throws {
        try await TestSite.run { site in
            let world = site.world
            let maya = try await world.maya([.caseManager])
            let (_, file) = try await world.openCase()
            let rina = try await site.browser(signedInAs: "rina")
            let add = try await rina.get(file.acting(AddToTeam.name))
            #expect(add.text.contains("value=\"\(maya.id)\"") && !add.text.contains("value=\"\(world.rina.id)\""))
            #expect(try await !rina.get(Path.record(file).description).text.contains(file.acting(RemoveFromTeam.name)))

            let done = try await rina.post(
                file.acting(AddToTeam.name),
                ["worker": "\(maya.id)", "role": "psychologist", "reason": "Konseling."], from: add)

            let page = try await rina.follow(done).text
            #expect(page.contains("<p>Maya Putri</p><p class=\"meta\">Psikolog</p>"))
            #expect(page.contains("Konseling."))
            let again = try await rina.get(file.acting(AddToTeam.name)).text
            #expect(!again.contains("value=\"\(maya.id)\""))
            let remove = try await rina.get(file.acting(RemoveFromTeam.name)).text
            #expect(remove.contains("value=\"\(maya.id)\"") && !remove.contains("value=\"\(world.hasan.id)\""))
        }
    }

    @Test func theHeadHandsOnFromTheListAndComesBackToTheirWork() async throws {
        try await TestSite.run { site in
            let world = site.world
            let maya = try await world.maya([.caseManager])
            let (_, file) = try await world.openCase()
            let hasan = try await site.browser(signedInAs: "hasan")
            let path = file.acting(AssignManager.name)
            let form = try await hasan.get(path)
            let own = try await hasan.post(path, ["manager": "\(world.hasan.id)", "reason": "Sakit."], from: form)
            #expect(own.status == 409 && own.text.contains("Buka dalam keadaan darurat"))

            let done = try await hasan.post(
                path, ["manager": "\(maya.id)", "former": "stays", "reason": "Rina sakit."], from: form)

            #expect(done.status == 303 && done.location == Path.work.description)
            let rina = try await site.browser(signedInAs: "rina")
            let page = try await rina.get(Path.record(file).description).text
            #expect(page.contains("<p>Rina Siregar</p><p class=\"meta\">Wakil manajer kasus</p>"))
            #expect(page.contains("Rina sakit."))
        }
    }
}
