// Groonga, embedded. It has no BM25: hits are ordered by how often the words stand in them.
#include <groonga.h>

#include "adapter.h"

namespace {
class Context {
    grn_ctx context;

  public:
    Context() {
        grn_init();
        grn_ctx_init(&context, 0);
    }
    ~Context() {
        grn_ctx_fin(&context);
        grn_fin();
    }

    void create(const char *path) {
        if (!grn_db_create(&context, path, nullptr)) fail(context.errbuf);
    }
    void open(const char *path) {
        if (!grn_db_open(&context, path)) fail(context.errbuf);
        grn_cache_set_max_n_entries(&context, grn_cache_current_get(&context), 0);
    }

    std::string send(const std::string &command) {
        grn_ctx_send(&context, command.data(), unsigned(command.size()), 0);
        std::string response;
        int flags;
        do {
            char *part;
            unsigned length;
            grn_ctx_recv(&context, &part, &length, &flags);
            response.append(part, length);
        } while (flags & GRN_CTX_MORE);
        if (context.rc) fail(command.substr(0, 200) + ": " + context.errbuf);
        return response;
    }
};

/// Loads records a thousand at a time.
class Loader {
    Context &context;
    std::string values;
    int count = 0;

  public:
    explicit Loader(Context &context) : context(context) {}

    void add(const Line &line) {
        std::string applicants;
        for (int applicant : line.applicants())
            applicants += (applicants.empty() ? "" : ",") + std::to_string(applicant);
        const std::string &ipc = line.ipc();
        values += std::string(values.empty() ? "" : ",") + "{\"_key\":\"" + line.number() + "\",\"title\":\"" +
                  line.title() + "\",\"abstract\":\"" + line.abstract() + "\",\"application\":" + line.columns[2] +
                  ",\"publication\":" + line.columns[3] + ",\"year\":" + line.columns[2].substr(0, 4) +
                  ",\"province\":" + line.columns[9] + ",\"subclass\":\"" + line.subclass() + "\",\"applicants\":[" +
                  applicants + "],\"classes\":[\"" + ipc.substr(0, 1) + "\",\"" + ipc.substr(0, 3) + "\",\"" +
                  ipc.substr(0, 4) + "\"]}";
        if (++count % 1000 == 0) flush();
    }

    void flush() {
        if (!values.empty()) context.send("load --table Records --values '[" + values + "]'");
        values.clear();
    }
};

void build(const char *records, const char *index) {
    auto start = Clock::now();
    Context context;
    context.create(index);
    for (const char *command :
         {"table_create Words TABLE_PAT_KEY ShortText --default_tokenizer TokenDelimit",
          "table_create Applicants TABLE_HASH_KEY UInt32", "table_create Subclasses TABLE_HASH_KEY ShortText",
          "table_create Classes TABLE_HASH_KEY ShortText", "table_create Years TABLE_HASH_KEY UInt16",
          "table_create Provinces TABLE_HASH_KEY UInt8", "table_create Records TABLE_HASH_KEY ShortText",
          "column_create Records title COLUMN_SCALAR Text", "column_create Records abstract COLUMN_SCALAR Text",
          "column_create Records application COLUMN_SCALAR Int32",
          "column_create Records publication COLUMN_SCALAR Int32", "column_create Records year COLUMN_SCALAR Years",
          "column_create Records province COLUMN_SCALAR Provinces",
          "column_create Records subclass COLUMN_SCALAR Subclasses",
          "column_create Records applicants COLUMN_VECTOR Applicants",
          "column_create Records classes COLUMN_VECTOR Classes"})
        context.send(command);
    Loader loader(context);
    Line::each(records, [&](const Line &line) { loader.add(line); });
    loader.flush();
    report("build", start);
    start = Clock::now();
    // An index made of columns that are there already is built at once, the fast way.
    context.send("column_create Classes records COLUMN_INDEX Records classes");
    context.send(
        "column_create Words records COLUMN_INDEX|WITH_POSITION|WITH_SECTION|INDEX_LARGE Records title,abstract");
    report("merge", start);
}

void update(const char *index, const char *updates) {
    const auto start = Clock::now();
    Context context;
    context.open(index);
    Loader loader(context);
    Line::each(updates, [&](const Line &line) { loader.add(line); });
    loader.flush();
    report("update", start);
}

/// The rows behind a header that ends in "]]", each `[number]` or `[key,number]`: key (0 for a text) and last number.
std::vector<std::pair<int64_t, int64_t>> rows(const std::string &response, size_t from) {
    std::vector<std::pair<int64_t, int64_t>> found;
    size_t at = response.find("]]", from);
    if (at == std::string::npos) return found;
    for (at += 2; response.compare(at, 2, ",[") == 0;) {
        const size_t end = response.find(']', at), comma = response.find(',', at + 2);
        const char *last = &response[comma < end ? comma + 1 : at + 2];
        found.push_back({response[at + 2] == '"' ? 0 : atoll(&response[at + 2]), atoll(last)});
        at = end + 1;
    }
    return found;
}

class Index {
    Context context;

    static std::string joined(const std::vector<std::string> &words, const char *between) {
        std::string text;
        for (const std::string &word : words) text += (text.empty() ? "" : between) + word;
        return text;
    }

    static std::string query(const Question &question, const std::string &payload) {
        const auto words = split(payload, ' ');
        if (question.isPhrase()) return "\\\"" + payload + "\\\"";
        if (question.isNear()) return "*N5\\\"" + payload + "\\\"";
        if (question.isPrefix()) return payload + "*";
        if (!question.isPatent()) return joined(words, question.isAll() ? " " : " OR ");
        const PatentQuery patent(payload);
        return "(" + joined(patent.first, " OR ") + ") (" + joined(patent.second, " OR ") + ") -" + patent.without;
    }

  public:
    explicit Index(const char *path) { context.open(path); }

    Answer ask(const Question &question, const std::string &payload) {
        std::string command = "select Records --match_columns Words.records --query \"" + query(question, payload) +
                              "\" --cache no --output_columns publication";
        if (question.isPatent()) {
            const PatentQuery patent(payload);
            command += " --filter 'classes @ \"" + patent.symbol +
                       "\" && application >= " + std::to_string(patent.from) +
                       " && application <= " + std::to_string(patent.to) + "'";
        }
        const bool isSorted = question.task == "date" || question.task == "facets";
        command += question.task == "count" ? " --limit 0"
                   : isSorted               ? " --sort_keys -publication --limit 50"
                                            : " --sort_keys -_score --limit 10";
        if (question.task == "facets")
            for (const auto &[facet, limit] :
                 {std::pair("applicants", "20"), {"subclass", "20"}, {"year", "50"}, {"province", "50"}}) {
                const std::string option = std::string(" --drilldowns[") + facet + "].";
                command += option + "keys " + facet + option + "sort_keys -_nsubrecs" + option +
                           "output_columns _key,_nsubrecs" + option + "limit " + limit;
            }
        const std::string response = context.send(command);
        if (response.compare(0, 3, "[[[") != 0) fail("not understood: " + response.substr(0, 200));
        Answer answer;
        answer.total = atoll(&response[3]);
        if (isSorted)
            for (const auto &row : rows(response, 0)) answer.check += row.second;
        if (question.task == "facets") {
            for (const char *facet : {"applicants", "subclass", "year", "province"})
                for (const auto &[key, count] : rows(response, response.find(std::string("\"") + facet + "\":[")))
                    answer.check += (facet[0] == 'y' || facet[0] == 'p' ? key : 1) * count;
        }
        return answer;
    }
};
}  // namespace

int main(int count, char **arguments) {
    const std::string task = count > 2 ? arguments[1] : "";
    if (task == "build")
        build(arguments[2], arguments[3]);
    else if (task == "update")
        update(arguments[2], arguments[3]);
    else if (task == "serve") {
        Index index(arguments[2]);
        serve(std::string("Groonga ") + grn_get_version(), 1,
              [&](const Question &question, const std::string &payload) { return index.ask(question, payload); });
    } else
        fail("usage: build RECORDS INDEX | update INDEX UPDATES LENGTH RECORDS | serve INDEX");
}
