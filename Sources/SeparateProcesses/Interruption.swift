internal import CProcess

/// What SIGINT, SIGTERM and SIGHUP have to wait for: files that are half written.
package enum Interruption {
    /// From now on these signals end the process between pieces of work only. A second one ends it at once.
    package static func watch() { guize_interruption_watch() }

    /// Does a piece of work that is not to be cut off. Where a signal comes meanwhile, the process ends behind it.
    package static func deferred<Failure: Error>(during work: () throws(Failure) -> Void) throws(Failure) {
        guize_interruption_hold()
        defer { guize_interruption_release() }
        try work()
    }
}
