import Domain
import HTTPTypes
import SQLCore
import Store
import Testing

@testable import Web

/// Which failure is told with which status.
struct ProblemTests {
    @Test(arguments: [
        (DatabaseError.unreachable("db"), 503), (.busy("db"), 503),
        (.commitUnknown("db"), 500), (.corrupt("db"), 500), (.full("db"), 500),
    ])
    func `a database that may come back is no error of ours, and a broken one is`(failure: DatabaseError, status: Int) {
        let mapping = ProblemMapping(failure)
        #expect(mapping.status.code == status)
        #expect((mapping.retryAfter != nil) == (status == 503))
        #expect(mapping.isIncident, "operators are told of both")
    }
}
