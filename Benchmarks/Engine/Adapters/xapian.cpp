// Xapian: words with positions, classes as terms, dates and facets as values.
#include <xapian.h>

#include <filesystem>

#include "adapter.h"

using Xapian::Query;

namespace {
enum Slot : Xapian::valueno { application, publication, facets };

std::string packed(uint32_t number) {
    return {char(number >> 24), char(number >> 16), char(number >> 8), char(number)};
}
uint32_t unpacked(const char *bytes) {
    uint32_t number = 0;
    for (int i = 0; i < 4; i++) number = number << 8 | uint8_t(bytes[i]);
    return number;
}

std::string identifier(const Line &line) { return "Q" + line.columns[0]; }

Xapian::Document document(const Line &line) {
    Xapian::Document document;
    Xapian::termpos position = 0;
    for (const std::string *text : {&line.title(), &line.abstract()}) {
        for (const std::string &word : split(*text, ' ')) document.add_posting(word, ++position);
        position += 100;  // no phrase reaches from the title into the abstract
    }
    for (size_t length : {1, 3, 4}) document.add_boolean_term("XI" + line.ipc().substr(0, length));
    document.add_boolean_term(identifier(line));
    document.add_value(application, packed(uint32_t(line.application())));
    document.add_value(publication, packed(uint32_t(line.publication())));
    std::string values = line.subclass() + char(line.application() / 10000 - 1900) + char(line.province());
    for (int applicant : line.applicants()) values += packed(uint32_t(applicant));
    document.add_value(facets, values);
    document.set_data(line.number());
    return document;
}

void build(const char *records, const std::string &index) {
    auto start = Clock::now();
    {
        Xapian::WritableDatabase database(index, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS);
        Line::each(records, [&](const Line &line) { database.add_document(document(line)); });
        database.commit();
    }
    report("build", start);
    start = Clock::now();
    Xapian::Database(index).compact(index + ".compact");
    std::filesystem::remove_all(index);
    std::filesystem::rename(index + ".compact", index);
    report("merge", start);
}

void update(const char *index, const char *updates, long length) {
    const auto start = Clock::now();
    Xapian::WritableDatabase database(index, Xapian::DB_OPEN);
    Line::each(
        updates, length, [&](const Line &line) { database.replace_document(identifier(line), document(line)); },
        [&] { database.commit(); });
    database.commit();
    report("update", start);
}

/// Counts values of all hits.
struct FacetSpy : Xapian::MatchSpy {
    Facets counts;
    void operator()(const Xapian::Document &document, double) override {
        const std::string values = document.get_value(facets);
        counts.subclasses[values.substr(0, 4)]++;
        counts.years[uint8_t(values[4]) + 1900]++;
        counts.provinces[values[5]]++;
        for (size_t i = 6; i < values.size(); i += 4) counts.applicants[unpacked(&values[i])]++;
    }
};

class Index {
    Xapian::Database database;

    static Query joined(Query::op operation, const std::vector<std::string> &words, Xapian::termcount window = 0) {
        return words.size() == 1 ? Query(words[0]) : Query(operation, words.begin(), words.end(), window);
    }

    static Query query(const Question &question, const std::string &payload) {
        const auto words = split(payload, ' ');
        if (question.isPhrase()) return joined(Query::OP_PHRASE, words, Xapian::termcount(words.size()));
        if (question.isNear()) return joined(Query::OP_NEAR, words, 6);
        if (question.isPrefix())
            return Query(Query::OP_WILDCARD, payload, 0, Query::WILDCARD_LIMIT_ERROR, Query::OP_SYNONYM);
        if (!question.isPatent()) return joined(question.isAll() ? Query::OP_AND : Query::OP_OR, words);
        const PatentQuery patent(payload);
        const Query both(Query::OP_AND, joined(Query::OP_OR, patent.first), joined(Query::OP_OR, patent.second));
        const Query period(Query::OP_VALUE_RANGE, application, packed(uint32_t(patent.from)),
                           packed(uint32_t(patent.to)));
        const Query narrowed(Query::OP_FILTER, Query(Query::OP_AND_NOT, both, Query(patent.without)),
                             Query("XI" + patent.symbol));
        return Query(Query::OP_FILTER, narrowed, period);
    }

  public:
    explicit Index(const char *path) : database(path) {}

    Answer ask(const Question &question, const std::string &payload) {
        Xapian::Enquire enquire(database);
        enquire.set_query(query(question, payload));
        const auto all = database.get_doccount();
        Answer answer;
        if (question.task == "top") {
            enquire.get_mset(0, 10);
        } else if (question.task == "total") {
            answer.total = enquire.get_mset(0, 10, all).get_matches_estimated();
        } else {
            enquire.set_weighting_scheme(Xapian::BoolWeight());
            const bool isSorted = question.task != "count";
            FacetSpy spy;
            if (isSorted) enquire.set_sort_by_value(publication, true);
            if (question.task == "facets") enquire.add_matchspy(&spy);
            // Without a single hit asked for, the number of records with a wildcard is estimated.
            const Xapian::MSet hits = enquire.get_mset(0, isSorted ? 50 : question.isPrefix() ? 10 : 0, all);
            answer.total = hits.get_matches_estimated();
            if (isSorted)
                for (auto hit = hits.begin(); hit != hits.end(); hit++)
                    answer.check += unpacked(hit.get_sort_key().data());
            if (question.task == "facets") answer.check += spy.counts.check();
        }
        return answer;
    }
};
}  // namespace

int main(int count, char **arguments) {
    const std::string task = count > 2 ? arguments[1] : "";
    try {
        if (task == "build")
            build(arguments[2], arguments[3]);
        else if (task == "update")
            update(arguments[2], arguments[3], atol(arguments[4]));
        else if (task == "serve") {
            Index index(arguments[2]);
            serve(std::string("Xapian ") + Xapian::version_string(), 1,
                  [&](const Question &question, const std::string &payload) { return index.ask(question, payload); });
        } else
            fail("usage: build RECORDS INDEX | update INDEX UPDATES LENGTH RECORDS | serve INDEX");
    } catch (const Xapian::Error &error) {
        fail(error.get_description());
    }
}
