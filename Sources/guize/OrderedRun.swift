/// Does `work` on every item with at most `jobs` at a time, and hands the results to `consume` in the order of the items.
///
/// No more than twice `jobs` results are held at once, however long one item takes, so that memory does not grow with the
/// number of items. With one job everything happens in turn, on the caller's task.
func forEachInOrder<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int, work: @escaping @Sendable (Item) -> Result, consume: (Result) throws -> Void
) async throws {
    guard jobs > 1, items.count > 1 else {
        for item in items { try consume(work(item)) }
        return
    }
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
        var waiting: [Int: Result] = [:]
        var started = 0
        var running = 0
        var consumed = 0
        while consumed < items.count {
            while running < jobs, started < items.count, started - consumed < 2 * jobs {
                let index = started
                let item = items[index]
                group.addTask { (index, work(item)) }
                started += 1
                running += 1
            }
            guard let (index, result) = try await group.next() else { break }
            running -= 1
            waiting[index] = result
            while let result = waiting.removeValue(forKey: consumed) {
                try consume(result)
                consumed += 1
            }
        }
    }
}
