import Domain
import Foundation
import NIOCore
import ServiceLifecycle

/// The server as a service that says in words why an address cannot be listened on.
struct Listener: Service {
    let application: any Service
    let host: String
    let port: Int

    func run() async throws {
        do {
            try await application.run()
        } catch let error as IOError {
            guard let words = words(error.errnoCode) else { throw error }
            throw Failure.unavailable(reason: words)
        } catch is SocketAddressError.UnknownHost {
            throw Failure.unavailable(reason: "there is no address \(host); --host names one, such as 127.0.0.1")
        }
    }

    /// What a person can do about a failure of the system; nil for one that says enough by itself.
    func words(_ code: Int32) -> String? {
        switch code {
        case EADDRINUSE:
            "port \(port) of \(host) is taken by another program; --port names another one, 0 takes any that is free"
        case EADDRNOTAVAIL: "\(host) is no address of this machine; --host names one, such as 127.0.0.1"
        case EACCES: "port \(port) needs more rights than this program has; --port names another one"
        default: nil
        }
    }
}
