// SQLite FTS5: an index without content, beside it a table of records.
#include <sqlite3.h>

#include <cstring>
#include <memory>

#include "adapter.h"

class Database {
    sqlite3 *handle = nullptr;
    std::map<std::string, sqlite3_stmt *> prepared;

  public:
    using Value = std::pair<const char *, int64_t>;  // a text, or null and a number
    using Row = std::function<void(sqlite3_stmt *)>;

    Database(const std::string &path, int flags) {
        if (sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr)) fail(sqlite3_errmsg(handle));
        execute("PRAGMA cache_size=-1000000; PRAGMA mmap_size=20000000000; PRAGMA temp_store=2");
    }
    ~Database() {
        for (auto &[text, statement] : prepared) sqlite3_finalize(statement);
        sqlite3_close(handle);
    }

    void execute(const char *text) {
        if (sqlite3_exec(handle, text, nullptr, nullptr, nullptr)) fail(sqlite3_errmsg(handle));
    }

    void run(const char *text, const std::vector<Value> &values, const Row &row = [](sqlite3_stmt *) {}) {
        sqlite3_stmt *&statement = prepared[text];
        if (!statement && sqlite3_prepare_v2(handle, text, -1, &statement, nullptr)) fail(sqlite3_errmsg(handle));
        int place = 0;
        for (const auto &[string, number] : values) {
            place++;
            string ? sqlite3_bind_text(statement, place, string, -1, SQLITE_STATIC)
                   : sqlite3_bind_int64(statement, place, number);
        }
        int status;
        while ((status = sqlite3_step(statement)) == SQLITE_ROW) row(statement);
        if (status != SQLITE_DONE) fail(sqlite3_errmsg(handle));
        sqlite3_reset(statement);
    }

    int64_t number(const char *text, const std::vector<Value> &values = {}) {
        int64_t result = 0;
        run(text, values, [&](sqlite3_stmt *row) { result = sqlite3_column_int64(row, 0); });
        return result;
    }
};

using Value = Database::Value;
static Value text(const std::string &string) { return {string.c_str(), 0}; }
static Value number(int64_t value) { return {nullptr, value}; }

// The hash holds a part of the updates whole, so that every part becomes one segment.
static const char settings[] = "INSERT INTO texts(texts, rank) VALUES('hashsize', 268435456)";

static void add(Database &database, const Line &line) {
    const Value id = number(line.id() + 1);
    database.run("INSERT INTO texts(rowid, title, abstract) VALUES(?1, ?2, ?3)",
                 {id, text(line.title()), text(line.abstract())});
    const std::string subclass = line.subclass();
    database.run("INSERT OR REPLACE INTO records VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                 {id, text(line.number()), number(line.application()), number(line.publication()), text(line.ipc()),
                  text(subclass), number(line.province())});
    for (int applicant : line.applicants())
        database.run("INSERT OR IGNORE INTO applicants VALUES(?1, ?2)", {id, number(applicant)});
}

static void build(const char *records, const char *index) {
    auto start = Clock::now();
    Database database(index, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    database.execute(
        "PRAGMA page_size=8192; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
        "CREATE VIRTUAL TABLE texts USING fts5(title, abstract, content='', tokenize='ascii');"
        "CREATE TABLE records(id INTEGER PRIMARY KEY, number TEXT, application INT, publication INT, ipc TEXT, "
        "subclass TEXT,"
        " province INT);"
        "CREATE TABLE applicants(id INT, applicant INT, PRIMARY KEY(id, applicant)) WITHOUT ROWID");
    database.execute(settings);
    database.execute("BEGIN");
    Line::each(records, [&](const Line &line) { add(database, line); });
    database.execute("COMMIT");
    report("build", start);
    start = Clock::now();
    database.execute("INSERT INTO texts(texts) VALUES('optimize')");
    report("merge", start);
}

/// An index without content has to be told what it forgets.
static void update(const char *index, const char *updates, long length, const char *records) {
    std::map<int, std::pair<std::string, std::string>> old;
    Line::each(updates, [&](const Line &line) { old[line.id()]; });
    Line::each(records, [&](const Line &line) {
        if (const auto found = old.find(line.id()); found != old.end()) found->second = {line.title(), line.abstract()};
    });
    const auto start = Clock::now();
    Database database(index, SQLITE_OPEN_READWRITE);
    database.execute(
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; INSERT INTO texts(texts, rank) VALUES('automerge', 0)");
    database.execute(settings);
    database.execute("BEGIN");
    Line::each(
        updates, length,
        [&](const Line &line) {
            const auto &[title, abstract] = old[line.id()];
            database.run("INSERT INTO texts(texts, rowid, title, abstract) VALUES('delete', ?1, ?2, ?3)",
                         {number(line.id() + 1), text(title), text(abstract)});
            add(database, line);
        },
        [&] { database.execute("COMMIT; BEGIN"); });
    database.execute("COMMIT");
    report("update", start);
}

class Index {
    Database database;

    static std::string joined(const std::vector<std::string> &words, const char *between) {
        std::string text;
        for (const std::string &word : words) text += (text.empty() ? "" : between) + ("\"" + word + "\"");
        return text;
    }

    static std::string match(const Question &question, const std::string &payload, const PatentQuery *patent) {
        if (patent)
            return "((" + joined(patent->first, " OR ") + ") AND (" + joined(patent->second, " OR ") + ")) NOT \"" +
                   patent->without + "\"";
        if (question.isPhrase()) return "\"" + payload + "\"";
        if (question.isPrefix()) return "\"" + payload + "\"*";
        const auto words = split(payload, ' ');
        if (question.isNear()) return "NEAR(" + joined(words, " ") + ", 4)";
        return joined(words, question.isAll() ? " AND " : " OR ");
    }

  public:
    explicit Index(const char *path) : database(path, SQLITE_OPEN_READONLY) {
        database.execute(
            "CREATE TEMP TABLE hits(id INTEGER PRIMARY KEY, application INT, publication INT, subclass TEXT, province "
            "INT)");
    }

    /// A row of `texts_data` holds the segment's number above bit 37.
    int segments() {
        return int(database.number("SELECT count(DISTINCT id >> 37) FROM texts_data WHERE id >= 1 << 37"));
    }

    Answer ask(const Question &question, const std::string &payload) {
        const auto patent = question.isPatent() ? std::make_unique<PatentQuery>(payload) : nullptr;
        const std::string match = Index::match(question, payload, patent.get());
        if (patent || question.task == "facets") return listed(question, match, patent.get());
        const std::vector<Value> values{text(match)};
        Answer answer;
        if (question.task != "count")
            database.run("SELECT rowid FROM texts WHERE texts MATCH ?1 ORDER BY rank LIMIT 10", values);
        if (question.task != "top")
            answer.total = database.number("SELECT count(*) FROM texts WHERE texts MATCH ?1", values);
        return answer;
    }

  private:
    Answer listed(const Question &question, const std::string &match, const PatentQuery *patent) {
#define FOUND " FROM texts JOIN records ON records.id = texts.rowid WHERE texts MATCH ?1"
#define NARROWED FOUND " AND ipc >= ?2 AND ipc < ?3 AND application BETWEEN ?4 AND ?5"
#define HITS "INSERT INTO hits SELECT records.id, application, publication, subclass, province"
        std::vector<Value> values{text(match)};
        const std::string end = patent ? patent->symbol + "~" : "";
        if (patent)
            values.insert(values.end(), {text(patent->symbol), text(end), number(patent->from), number(patent->to)});
        Answer answer;
        if (question.task == "count") {
            answer.total = database.number("SELECT count(*)" NARROWED, values);
        } else if (question.task == "date") {
            answer.total = 0;
            database.run("SELECT publication, count(*) OVER ()" NARROWED " ORDER BY publication DESC LIMIT 50", values,
                         [&](sqlite3_stmt *row) {
                             answer.check += sqlite3_column_int64(row, 0);
                             answer.total = sqlite3_column_int64(row, 1);
                         });
        } else {
            database.run("DELETE FROM hits", {});
            database.run(patent ? HITS NARROWED : HITS FOUND, values);
            answer.total = database.number("SELECT count(*) FROM hits");
            auto sum = [&](const char *text) {
                database.run(text, {}, [&](sqlite3_stmt *row) { answer.check += sqlite3_column_int64(row, 1); });
            };
            sum("SELECT id, publication FROM hits ORDER BY publication DESC LIMIT 50");
            sum("SELECT applicant, count(*) AS n FROM hits JOIN applicants USING (id) GROUP BY 1 ORDER BY n DESC LIMIT "
                "20");
            sum("SELECT subclass, count(*) AS n FROM hits GROUP BY 1 ORDER BY n DESC LIMIT 20");
            sum("SELECT application / 10000 AS year, count(*) * (application / 10000) FROM hits GROUP BY 1");
            sum("SELECT province, count(*) * province FROM hits GROUP BY 1");
        }
        return answer;
    }
};

int main(int count, char **arguments) {
    const std::string task = count > 2 ? arguments[1] : "";
    if (task == "build")
        build(arguments[2], arguments[3]);
    else if (task == "update")
        update(arguments[2], arguments[3], atol(arguments[4]), arguments[5]);
    else if (task == "serve") {
        Index index(arguments[2]);
        serve(std::string("SQLite FTS5 ") + sqlite3_libversion(), index.segments(),
              [&](const Question &question, const std::string &payload) { return index.ask(question, payload); });
    } else
        fail("usage: build RECORDS INDEX | update INDEX UPDATES LENGTH RECORDS | serve INDEX");
}
