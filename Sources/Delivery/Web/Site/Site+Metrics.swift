import Discovery
import EntryIndex
import Foundation
import Index
import Store

/// The measurements of the node.
extension Site {
    /// All of them as Prometheus reads them; those of the store are missing while it cannot be read.
    func metrics() async -> Answer {
        // Whoever watches the node is told by `huizhi_store_up`; requests that fail log the reason.
        let standing = services.standing
        let store = await inTime { try await standing.storeFigures() }
        var text = PrometheusText()
        node(store, &text)
        requests(&text)
        if let store { log(store, &text) }
        connections(&text)
        if let snapshot = services.standing.snapshot { index(snapshot, &text) }
        process(ProcessFigures(), &text)
        var answer = Answer(type: PrometheusText.contentType, body: .bytes(Array(text.text.utf8)))
        answer.caching = .none
        return answer
    }

    private func node(_ store: NodeStanding.StoreFigures?, _ text: inout PrometheusText) {
        let isReady = store?.progress.isReady == true && !ending.hasBegun
        let version = [(name: "version", value: options.version)]
        text.family("huizhi_build_info", .gauge, "The version of the program.", [.init(labels: version, value: 1)])
        text.family("huizhi_ready", .gauge, "1 while the node is ready for requests, else 0.", isReady ? 1 : 0)
        text.family("huizhi_store_up", .gauge, "1 while the store can be read, else 0.", store == nil ? 0 : 1)
    }

    private func requests(_ text: inout PrometheusText) {
        let all = meter.series
        text.family(
            "huizhi_http_requests_total",
            .counter,
            "Requests answered, by route and class of status.",
            all.flatMap { route, series in
                series.classes.enumerated().filter { $0.element > 0 }.map { place, count in
                    .init(labels: [("route", route), ("status", "\(place + 1)xx")], value: Double(count))
                }
            }
        )
        text.family(
            "huizhi_http_request_duration_seconds",
            .histogram,
            "Time from the head of a request to the last byte of its answer, by route.",
            all.flatMap(Self.histogram)
        )
        let load = services.standing.pool.load
        text.family(
            "huizhi_searches_waiting",
            .gauge,
            "Searches that wait for a thread, by lane.",
            [("short", load.short), ("long", load.long), ("document", load.document)].map { lane, count in
                .init(labels: [("lane", lane)], value: Double(count))
            }
        )
        text.family(
            "huizhi_searches_refused_total",
            .counter,
            "Searches turned away because too many waited.",
            Double(load.refused)
        )
    }

    private static func histogram(_ route: String, _ series: RequestMeter.Series) -> [PrometheusText.Sample] {
        var below = 0
        var samples: [PrometheusText.Sample] = []
        for (bound, count) in zip(RequestMeter.bounds + [.infinity], series.buckets) {
            below += count
            let label = bound == .infinity ? "+Inf" : "\(bound)"
            samples.append(.init(suffix: "_bucket", labels: [("route", route), ("le", label)], value: Double(below)))
        }
        samples.append(.init(suffix: "_sum", labels: [("route", route)], value: series.seconds))
        samples.append(.init(suffix: "_count", labels: [("route", route)], value: Double(series.count)))
        return samples
    }

    private func log(_ store: NodeStanding.StoreFigures, _ text: inout PrometheusText) {
        let progress = store.progress
        text.family("huizhi_log_lines", .gauge, "Lines in the log.", Double(progress.logSize))
        text.family("huizhi_log_lag_lines", .gauge, "Lines of the log that searches lack.", Double(progress.lag))
        text.family(
            "huizhi_log_lag_seconds",
            .gauge,
            "Age of the oldest line that searches lack; 0 when they lack none.",
            store.lagSeconds
        )
        text.family(
            "huizhi_jobs",
            .gauge,
            "Jobs in the queue, by state.",
            [("open", store.jobs.open), ("failed", store.jobs.failed)].map { state, count in
                .init(labels: [("state", state)], value: Double(count))
            }
        )
    }

    private func connections(_ text: inout PrometheusText) {
        let pools = services.standing.connections
        guard !pools.isEmpty else { return }
        text.family(
            "huizhi_database_connections",
            .gauge,
            "Connections to the database server, by what they serve and whether a call has them.",
            pools.flatMap { pool in
                [("lent", pool.lent), ("idle", pool.idle)].map { state, count in
                    .init(labels: [("pool", pool.pool), ("state", state)], value: Double(count))
                }
            }
        )
        text.family(
            "huizhi_database_waiting",
            .gauge,
            "Calls that wait for a connection to the database server.",
            pools.map { .init(labels: [("pool", $0.pool)], value: Double($0.waiting)) }
        )
    }

    private func index(_ snapshot: Snapshot, _ text: inout PrometheusText) {
        text.family(
            "huizhi_snapshot_sequence",
            .gauge,
            "The log sequence that searches are answered from.",
            Double(snapshot.sequence)
        )
        text.family("huizhi_index_documents", .gauge, "Records in the index.", Double(snapshot.documentCount))
        text.family("huizhi_index_segments", .gauge, "Segments of the index.", Double(snapshot.segments.count))
        text.family("huizhi_index_bytes", .gauge, "Bytes of the files of the index.", Double(snapshot.byteCount))
    }

    private func process(_ process: ProcessFigures, _ text: inout PrometheusText) {
        if let bytes = process.residentBytes {
            text.family("process_resident_memory_bytes", .gauge, "Memory in RAM, mapped files among it.", Double(bytes))
        }
        if let count = process.openDescriptors {
            text.family("process_open_fds", .gauge, "Open files, sockets and the like.", Double(count))
        }
        text.family("process_cpu_seconds_total", .counter, "Processor time used.", process.processorSeconds)
        text.family(
            "process_start_time_seconds",
            .gauge,
            "When the program began, in seconds since 1970.",
            meter.start.timeIntervalSince1970.rounded()
        )
    }
}
