import Casework
import Foundation
import TestSupport
import Testing

@testable import DemoCity

@Suite struct ThreeYearsTests {
    private func plan(_ seed: UInt64, cases: Int = 60) -> [ThreeYears.Planned] {
        var years = ThreeYears(Seed(seed))
        return years.plan(until: World.now, cases: cases)
    }

    @Test func theSameSeedPlansTheSameCity() {
        let complaints = plan(7).map(\.plot.complaint)
        #expect(complaints == plan(7).map(\.plot.complaint))
        #expect(complaints != plan(8).map(\.plot.complaint))
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func everyComplaintHasAPhoneOfItsOwnThatIsNobodys(seed: UInt64) {
        let phones = plan(seed).compactMap(\.plot.complaint.phone?.text)
        #expect(Set(phones).count == phones.count)
        #expect(phones.allSatisfy { $0.hasPrefix("+62812000") && $0.count == 14 })
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func everyTextIsFilledIn(seed: UInt64) {
        for plot in plan(seed).map(\.plot) {
            #expect(!plot.complaint.what.text.contains("{") && !plot.happened.text.contains("{"))
        }
    }

    @Test(arguments: Course.closed.indices)
    func stepsComeInTheOrderOfTime(place: Int) {
        var seed = Seed(UInt64(place))
        let times = Course.closed[place].times(from: World.now, &seed).map(\.at)
        #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    }

    /// What the office has in hand began long enough ago for each of its steps.
    @Test func openCoursesHaveTakenEveryStep() {
        for open in OpenCourse.all {
            let days = open.course.moves.reduce(0) { $0 + $1.days }
            #expect(days + 3 <= open.daysAgo.lowerBound)
        }
    }
}
