"""Health, metrics, the log and the end of a node, as those who run it see them."""
import csv
import http.client
import io
import json
import threading
import time

from prometheus_client.parser import text_string_to_metric_families

import nodes


def metrics(node):
    """What the node measures, as the client of Prometheus reads it."""
    status, headers, body = node.get("/metrics")
    assert status == 200
    assert headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    return {family.name: family for family in text_string_to_metric_families(body.decode())}


def test_metrics_are_read_by_the_client_of_prometheus(serving):
    assert serving.get("/search.json?q=%E7%94%B5%E6%B1%A0")[0] == 200
    assert serving.get("/search.json?q=(")[0] == 400
    families = metrics(serving)
    for family in families.values():
        assert family.documentation and family.type in ("counter", "gauge", "histogram"), family.name
        for sample in family.samples:
            assert sample.value >= 0, sample
    requests = {tuple(sorted(sample.labels.items())): sample.value
                for sample in families["huizhi_http_requests"].samples}
    assert requests[("route", "/search.json"), ("status", "2xx")] == 1
    assert requests[("route", "/search.json"), ("status", "4xx")] == 1
    buckets = [sample for sample in families["huizhi_http_request_duration_seconds"].samples
               if sample.labels.get("route") == "/search.json"]
    assert [sample.value for sample in buckets if sample.labels.get("le") == "+Inf"] == [2]
    assert [sample.value for sample in buckets if sample.name.endswith("_count")] == [2]
    rising = [sample.value for sample in buckets if sample.name.endswith("_bucket")]
    assert rising == sorted(rising)
    values = {name: family.samples[0].value for name, family in families.items() if family.samples}
    assert values["huizhi_ready"] == values["huizhi_store_up"] == 1
    assert values["huizhi_log_lines"] == values["huizhi_snapshot_sequence"] == values["huizhi_index_documents"]
    assert values["huizhi_log_lag_lines"] == values["huizhi_log_lag_seconds"] == 0
    assert values["process_resident_memory_bytes"] > 10_000_000
    assert values["process_open_fds"] > 5


def test_only_trusted_addresses_read_metrics_and_copy_the_index(serving, indexed, start):
    proxied = {"X-Forwarded-For": "127.0.0.1"}
    for path in ("/metrics", "/snapshot", "/snapshot/any"):
        assert serving.get(path, proxied)[0] == 403, path
    assert serving.get("/health/ready", proxied)[0] == 200
    strict = start(indexed(), trusted_addresses="none")
    strict.wait_ready()
    for path in ("/metrics", "/snapshot"):
        assert strict.get(path)[0] == 403, path


def test_the_log_is_json_with_the_id_that_came_and_without_the_query(indexed, start):
    node = start(indexed(), log_format="json")
    node.wait_ready()
    status, headers, _ = node.get("/search.json?q=geheim", {"X-Request-ID": "from-the-proxy-1"})
    assert status == 200 and headers["X-Request-ID"] == "from-the-proxy-1"
    assert node.get("/", {"X-Request-ID": "no \" id"})[1]["X-Request-ID"] != "no \" id"
    node.terminate()
    lines = [json.loads(line) for line in node.words().splitlines() if line.startswith("{")]
    requests = [line for line in lines if line["message"] == "request"]
    assert any(line["id"] == "from-the-proxy-1" and line["route"] == "/search.json" for line in requests)
    assert "geheim" not in node.words()


def test_a_node_that_ends_says_so_first_and_answers_what_it_took(indexed, start):
    node = start(indexed(), drain="2")
    node.wait_ready()
    kept = http.client.HTTPConnection("127.0.0.1", node.port, timeout=30)
    kept.request("GET", "/health/live")
    assert kept.getresponse().read()
    stream = http.client.HTTPConnection("127.0.0.1", node.port, timeout=30)
    stream.request("GET", "/search.csv?in=trademark")
    table = stream.getresponse()
    first = table.read(1000)
    ended = threading.Thread(target=node.terminate)
    ended.start()
    time.sleep(0.5)
    status, headers, body = node.get("/health/ready")
    assert status == 503 and json.loads(body)["status"] == "stopping"
    # A search is still answered, on a kept connection too, and each answer asks for the connection to be closed.
    kept.request("GET", "/search.json?q=%E7%94%B5%E6%B1%A0")
    answer = kept.getresponse()
    assert answer.status == 200 and answer.headers["Connection"] == "close" and json.loads(answer.read())["total"] > 0
    rest = table.read()
    rows = list(csv.reader(io.StringIO((first + rest).decode("utf-8-sig"), newline="")))
    assert len(rows) - 1 == int(table.headers["X-Total-Count"]) > 200
    ended.join()
    try:
        node.get("/health/live")
        raise AssertionError("a node that has ended answers")
    except ConnectionRefusedError:
        pass


def test_a_rolling_restart_of_two_nodes_loses_no_request(stores, indexed, start):
    """Clients turn to the other node only when a connection is refused; any other failure is a lost request."""
    data = [stores[0], indexed()]
    running = [start(folder) for folder in data]
    ports = [node.port for node in running]
    for node in running:
        node.wait_ready()
    done, lost, stop = [0] * 8, [], threading.Event()

    def ask(number):
        turn = number
        # Many requests are on their way at any moment; more would only make the nodes start slowly.
        while not stop.wait(0.05):
            for attempt in range(200):
                turn += 1
                connection = http.client.HTTPConnection("127.0.0.1", ports[turn % 2], timeout=30)
                try:
                    connection.request("GET", f"/search.{('json', 'csv')[number % 4 == 0]}?q=%E7%94%B5%E6%B1%A0")
                    answer = connection.getresponse()
                    body = answer.read()
                    # A node that has just started says 503 until its index is open; then the other one is asked.
                    if answer.status == 503:
                        continue
                    assert answer.status == 200 and body, answer.status
                    done[number] += 1
                    break
                except ConnectionRefusedError:
                    time.sleep(0.01)
                except Exception as failure:
                    lost.append(f"{type(failure).__name__} {failure}")
                    break
                finally:
                    connection.close()
            else:
                lost.append("both nodes refused for long")

    clients = [threading.Thread(target=ask, args=(number,)) for number in range(len(done))]
    for client in clients:
        client.start()
    times = []
    for turn in range(4):
        time.sleep(1)
        place = turn % 2
        times.append(running[place].terminate())
        running[place] = start(data[place], port=ports[place])
        running[place].wait_ready()
    time.sleep(1)
    stop.set()
    for client in clients:
        client.join()
    print(f"{sum(done)} requests, ends took {times}")
    assert not lost, lost[:5]
    assert sum(done) > 100 and max(times) < 10
