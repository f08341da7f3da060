import Synchronization
import Testing

@testable import guize

@Suite struct OrderedRunTests {
    @Test(arguments: [1, 2, 3, 8, 100])
    func resultsComeInOrder(jobs: Int) async throws {
        var results: [Int] = []
        try await forEachInOrder(Array(0..<200), jobs: jobs) {
            $0 * $0
        } consume: {
            results.append($0)
        }
        #expect(results == (0..<200).map { $0 * $0 })
    }

    @Test func noMoreRunsAheadThanTheWindow() async throws {
        let started = Mutex(0)
        var consumed = 0
        var widest = 0
        try await forEachInOrder(Array(0..<500), jobs: 4) { (item: Int) -> Int in
            started.withLock { $0 += 1 }
            return item
        } consume: { _ in
            widest = max(widest, started.withLock(\.self) - consumed)
            consumed += 1
        }
        #expect(consumed == 500)
        #expect(widest <= 8)
    }

    @Test func anErrorOfTheConsumerEndsTheRun() async {
        struct Stop: Error {}
        await #expect(throws: Stop.self) {
            try await forEachInOrder(Array(0..<50), jobs: 3) {
                $0
            } consume: {
                if $0 == 7 { throw Stop() }
            }
        }
    }
}
