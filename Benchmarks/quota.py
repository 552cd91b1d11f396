"""What it costs to count a request: reading its address, and taking from the bucket of its network.

    python3 Benchmarks/quota.py

Compiles the sources of the product that do it, with optimisation, as a program of their own, and prints nanoseconds a
request: one network alone, 100,000 networks in turn, and eight threads at one bucket; the median of five rounds each.
"""
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCES = [
    "Sources/Core/Domain/Failure.swift", "Sources/Core/Domain/Addresses/IPAddress.swift",
    "Sources/Core/Domain/Addresses/AddressBlock.swift", "Sources/Delivery/Web/Quotas/Quota.swift",
    "Sources/Delivery/Web/Quotas/TokenBuckets.swift",
]
MAIN = """
import Dispatch

@main enum Main {
    static let rounds = 1_000_000

    static func median(_ name: String, _ requests: Int, _ run: () -> Void) {
        let times = (0..<5).map { _ in ContinuousClock().measure(run) }.sorted()
        let (seconds, attoseconds) = times[2].components
        let nanoseconds = (Double(seconds) * 1e9 + Double(attoseconds) / 1e9) / Double(requests)
        print(name + ":", nanoseconds.rounded(), "ns a request")
    }

    /// What the site does for a request that came through a proxy beside the node.
    static func count(_ peer: String, _ forwarded: String, _ buckets: TokenBuckets, _ quota: Quota) {
        guard let address = IPAddress(peer), AddressBlock.loopback.contains(where: { $0.contains(address) }),
            let network = IPAddress(forwarded)?.network
        else { return }
        _ = buckets.take(1, of: .network(network), within: quota)
    }

    static func main() {
        guard let quota = Quota(calls: 1_000_000_000, seconds: 1) else { return }
        let buckets = TokenBuckets()
        for address in ["203.0.113.9", "2001:db8:1:2:3:4:5:6"] {
            median("one network, " + address, rounds) {
                for _ in 0..<rounds { count("127.0.0.1", address, buckets, quota) }
            }
        }
        guard let slow = Quota(calls: 1_000_000, seconds: 1_000_000) else { return }
        let addresses = (0..<100_000).map { "10.\\($0 >> 16).\\($0 >> 8 & 255).\\($0 & 255)" }
        median("100,000 networks", rounds) {
            for round in 0..<rounds { count("127.0.0.1", addresses[round % addresses.count], buckets, slow) }
        }
        median("eight threads, one network", rounds) {
            DispatchQueue.concurrentPerform(iterations: 8) { _ in
                for _ in 0..<rounds / 8 { count("127.0.0.1", "203.0.113.9", buckets, quota) }
            }
        }
    }
}
"""

with tempfile.TemporaryDirectory() as folder:
    files = []
    for name in SOURCES + [None]:
        text = (ROOT / name).read_text(encoding="utf-8") if name else MAIN
        # One module is made of two.
        text = "\n".join(line for line in text.split("\n") if line not in ("import Domain", "package import Domain"))
        file = pathlib.Path(folder) / (pathlib.Path(name).name if name else "Benchmark.swift")
        file.write_text(text, encoding="utf-8")
        files.append(str(file))
    program = folder + "/quota"
    options = ["-O", "-wmo", "-swift-version", "6", "-parse-as-library", "-package-name", "huizhi"]
    subprocess.run(["swiftc", *options, *files, "-o", program], check=True)
    subprocess.run([program], check=True)
