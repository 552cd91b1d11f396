// PostgreSQL with a RUM index over the words and their places; the index is a database, named by its URL.
#include <libpq-fe.h>

#include <memory>

#include "adapter.h"

namespace {
class Connection {
    PGconn *handle;

  public:
    explicit Connection(const char *url) : handle(PQconnectdb(url)) {
        if (PQstatus(handle) != CONNECTION_OK) fail(PQerrorMessage(handle));
    }
    ~Connection() { PQfinish(handle); }

    int version() const { return PQserverVersion(handle); }

    void execute(const std::string &text) {
        PGresult *result = PQexec(handle, text.c_str());
        if (PQresultStatus(result) != PGRES_COMMAND_OK) fail(PQerrorMessage(handle));
        PQclear(result);
    }

    /// Calls `row` with the numbers of each row; false after the time limit.
    bool run(const std::string &text, const std::vector<std::string> &values,
             const std::function<void(const std::vector<int64_t> &)> &row) {
        std::vector<const char *> pointers;
        for (const std::string &value : values) pointers.push_back(value.c_str());
        PGresult *result =
            PQexecParams(handle, text.c_str(), int(values.size()), nullptr, pointers.data(), nullptr, nullptr, 0);
        const bool isAnswered = PQresultStatus(result) == PGRES_TUPLES_OK;
        const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
        if (!isAnswered && std::string(state ? state : "") != "57014") fail(PQerrorMessage(handle));
        for (int i = 0; isAnswered && i < PQntuples(result); i++) {
            std::vector<int64_t> numbers;
            for (int column = 0; column < PQnfields(result); column++)
                numbers.push_back(atoll(PQgetvalue(result, i, column)));
            row(numbers);
        }
        PQclear(result);
        return isAnswered;
    }

    void copy(const char *table, const std::function<void(const std::function<void(const std::string &)> &)> &rows) {
        PGresult *result = PQexec(handle, (std::string("COPY ") + table + " FROM STDIN").c_str());
        if (PQresultStatus(result) != PGRES_COPY_IN) fail(PQerrorMessage(handle));
        PQclear(result);
        rows([&](const std::string &line) {
            if (PQputCopyData(handle, line.data(), int(line.size())) != 1) fail(PQerrorMessage(handle));
        });
        if (PQputCopyEnd(handle, nullptr) != 1) fail(PQerrorMessage(handle));
        while ((result = PQgetResult(handle))) {
            if (PQresultStatus(result) != PGRES_COMMAND_OK) fail(PQerrorMessage(handle));
            PQclear(result);
        }
    }
};

std::string row(const Line &line) {
    std::map<std::string, std::string> places;
    int place = 0;
    for (const std::string *text : {&line.title(), &line.abstract()}) {
        for (const std::string &word : split(*text, ' ')) {
            std::string &list = places[word];
            list += (list.empty() ? "" : ",") + std::to_string(++place);
        }
        place += 100;  // no phrase reaches from the title into the abstract
    }
    std::string words, applicants;
    for (const auto &[word, list] : places) words += "'" + word + "':" + list + " ";
    for (int applicant : line.applicants()) applicants += (applicants.empty() ? "" : ",") + std::to_string(applicant);
    return line.columns[0] + "\t" + line.columns[2] + "\t" + line.columns[3] + "\t" + line.ipc() + "\t" +
           line.subclass() + "\t" + line.columns[9] + "\t{" + applicants + "}\t" + words + "\n";
}

void build(const char *records, const char *url) {
    auto start = Clock::now();
    Connection connection(url);
    connection.execute("CREATE EXTENSION rum");
    connection.execute(
        "CREATE UNLOGGED TABLE records(id int PRIMARY KEY, application int, publication int, ipc text, subclass text, "
        "province int,"
        " applicants int[], words tsvector)");
    connection.copy("records",
                    [&](const auto &put) { Line::each(records, [&](const Line &line) { put(row(line)); }); });
    report("build", start);
    start = Clock::now();
    connection.execute("CREATE INDEX ON records USING rum(words rum_tsvector_ops)");
    connection.execute("CREATE INDEX ON records(application)");
    connection.execute("CREATE INDEX ON records(ipc text_pattern_ops)");
    connection.execute("VACUUM ANALYZE records");
    report("merge", start);
}

void update(const char *url, const char *updates, long length) {
    const auto start = Clock::now();
    Connection connection(url);
    connection.execute("CREATE TEMP TABLE changed(LIKE records)");
    std::string rows;
    auto flush = [&] {
        connection.execute("TRUNCATE changed");
        connection.copy("changed", [&](const auto &put) { put(rows); });
        connection.execute(
            "BEGIN; DELETE FROM records USING changed WHERE records.id = changed.id; INSERT INTO records SELECT * FROM "
            "changed; COMMIT");
        rows.clear();
    };
    Line::each(updates, length, [&](const Line &line) { rows += row(line); }, flush);
    flush();
    report("update", start);
}

class Index {
    Connection connection;

    static std::string joined(const std::vector<std::string> &words, const char *between) {
        std::string text;
        for (const std::string &word : words) text += (text.empty() ? "" : between) + ("'" + word + "'");
        return text;
    }

    static std::string match(const Question &question, const std::string &payload, const PatentQuery *patent) {
        if (patent)
            return "(" + joined(patent->first, " | ") + ") & (" + joined(patent->second, " | ") + ") & !'" +
                   patent->without + "'";
        const auto words = split(payload, ' ');
        if (question.isPrefix()) return "'" + payload + "':*";
        if (question.isPhrase()) return joined(words, " <-> ");
        if (!question.isNear()) return joined(words, question.isAll() ? " & " : " | ");
        std::string text;
        for (int distance = 1; distance <= 5; distance++) {
            const std::string between = " <" + std::to_string(distance) + "> ";
            text += (text.empty() ? "" : " | ") + joined({words[0], words[1]}, between.c_str()) + " | " +
                    joined({words[1], words[0]}, between.c_str());
        }
        return text;
    }

  public:
    explicit Index(const char *url) : connection(url) {
        for (const char *setting :
             {"jit = off", "max_parallel_workers_per_gather = 0", "work_mem = '256MB'", "statement_timeout = '10s'"})
            connection.execute(std::string("SET ") + setting);
    }

    std::string version() const { return "PostgreSQL " + std::to_string(connection.version() / 10000) + " RUM"; }

    Answer ask(const Question &question, const std::string &payload) {
        const auto patent = question.isPatent() ? std::make_unique<PatentQuery>(payload) : nullptr;
        std::vector<std::string> values{match(question, payload, patent.get())};
        std::string from = " FROM records WHERE words @@ $1::tsquery";
        if (patent) {
            from += " AND ipc LIKE $2 AND application BETWEEN $3 AND $4";
            values.insert(values.end(),
                          {patent->symbol + "%", std::to_string(patent->from), std::to_string(patent->to)});
        }
        Answer answer{question.task == "top" ? -1 : 0, 0};
        bool isAnswered = true;
        auto run = [&](const std::string &text, const std::function<void(const std::vector<int64_t> &)> &row) {
            isAnswered = isAnswered && connection.run(text, values, row);
        };
        const auto total = [&](const std::vector<int64_t> &row) { answer.total = row[0]; };
        if (question.task == "top" || question.task == "total")
            run("SELECT id" + from + " ORDER BY words <=> $1::tsquery LIMIT 10", [](const auto &) {});
        if (question.task == "count" || question.task == "total") run("SELECT count(*)" + from, total);
        if (question.task == "date")
            run("SELECT count(*) OVER (), publication" + from + " ORDER BY publication DESC LIMIT 50",
                [&](const auto &row) {
                    answer.total = row[0];
                    answer.check += row[1];
                });
        if (question.task == "facets")
            run("WITH hits AS MATERIALIZED (SELECT *" + from +
                    ") (SELECT 0, count(*) FROM hits)"
                    " UNION ALL (SELECT 1, publication FROM hits ORDER BY publication DESC LIMIT 50)"
                    " UNION ALL (SELECT 1, count(*) FROM hits, unnest(applicants) AS name GROUP BY name ORDER BY 2 "
                    "DESC LIMIT 20)"
                    " UNION ALL (SELECT 1, count(*) FROM hits GROUP BY subclass ORDER BY 2 DESC LIMIT 20)"
                    " UNION ALL (SELECT 1, count(*) * (application / 10000) FROM hits GROUP BY application / 10000)"
                    " UNION ALL (SELECT 1, count(*) * province FROM hits GROUP BY province)",
                [&](const auto &row) { (row[0] ? answer.check : answer.total) += row[1]; });
        // What was not answered in time cannot be compared.
        return isAnswered ? answer : Answer{-1, -1};
    }
};
}  // namespace

int main(int count, char **arguments) {
    const std::string task = count > 2 ? arguments[1] : "";
    if (task == "build")
        build(arguments[2], arguments[3]);
    else if (task == "update")
        update(arguments[2], arguments[3], atol(arguments[4]));
    else if (task == "serve") {
        Index index(arguments[2]);
        serve(index.version(), 1,
              [&](const Question &question, const std::string &payload) { return index.ask(question, payload); });
    } else
        fail("usage: build RECORDS URL | update URL UPDATES LENGTH RECORDS | serve URL");
}
