// A synthetic corpus of patents for comparing search engines, queries for it, and the exact answers to them.
//
//   corpus write  COUNT SEED FOLDER                 records.tsv, updates.tsv (a tenth, with new texts), queries.tsv
//   corpus stats  COUNT SEED FOLDER                 the statistics of what `write` wrote beside their targets
//   corpus answer COUNT SEED FOLDER STATE LIMIT     total and check of the first LIMIT queries of each set, by plain
//                                                   evaluation; STATE is `merged` or `updated`
//
// The same count and seed give the same bytes. README.md describes the columns, the model and the query sets.
#include <cstring>
#include <fstream>

#include "evaluator.h"
#include "queries.h"

void write(const Corpus &corpus, const string &folder) {
    auto open = [&](const char *name) {
        FILE *file = fopen((folder + "/" + name).c_str(), "w");
        if (!file) fail(folder + "/" + name + " cannot be written");
        setvbuf(file, nullptr, _IOFBF, 1 << 20);
        return file;
    };
    FILE *records = open("records.tsv"), *updates = open("updates.tsv"), *queries = open("queries.tsv");
    vector<uint32_t> frequency(2 * vocabulary), last(2 * vocabulary, UINT32_MAX);
    vector<Record> sample;
    const uint32_t step = std::max(1u, corpus.count / 6000);
    for (uint32_t id = 0; id < corpus.count; id++) {
        Record record = corpus.record(id, 0);
        corpus.print(records, record);
        for (const vector<uint32_t> *text : {&record.title, &record.abstract})
            for (uint32_t word : *text)
                if (last[word] != id) last[word] = id, frequency[word]++;
        if (corpus.isUpdated(id)) corpus.print(updates, corpus.record(id, 1));
        if (id % step == 0) sample.push_back(std::move(record));
    }
    QueryMaker(corpus, frequency, sample, queries).run();
    for (FILE *file : {records, updates, queries})
        if (fclose(file)) fail("the disk is full");
}

vector<std::pair<string, vector<string>>> readQueries(const string &folder) {
    vector<std::pair<string, vector<string>>> sets;
    std::ifstream file(folder + "/queries.tsv");
    for (string line; getline(file, line);) {
        const size_t tab = line.find('\t');
        const string set = line.substr(0, tab);
        if (sets.empty() || sets.back().first != set) sets.push_back({set, {}});
        sets.back().second.push_back(line.substr(tab + 1));
    }
    return sets;
}

void printStatistics(const Corpus &corpus, const string &folder) {
    Evaluator evaluator(corpus, false);
    evaluator.printFields();
    // Measured on the corpus that the published figures of the peers are of, a million records; others are scaled.
    struct Target {
        double frequencies, median, mean;
    };
    static const std::map<string, Target> targets = {
        {"term", {59791, 59791, 70163}},    {"and", {61278, 60, 1408}},          {"or", {70345, 65848, 82375}},
        {"phrase", {40908, 1, 221}},        {"near", {36752, 33, 460}},          {"patent", {188325, 68, 543}},
        {"wide", {140708, 129347, 141955}}, {"count", {482792, 336240, 330632}}, {"long", {3874268, 499931, 499992}},
        {"prefix", {0, 24947, 47421}}};
    printf(
        "| set | median sum of frequencies | target | median hits | target | mean hits | target "
        "|\n|---|---:|---:|---:|---:|---:|---:|\n");
    for (const auto &[set, payloads] : readQueries(folder)) {
        vector<double> sums, hits;
        for (const string &payload : payloads) {
            double sum = 0;
            for (const string &group : split(payload, '|'))
                for (const string &word : split(group, ' ')) sum += double(evaluator.frequency(word));
            sums.push_back(sum);
            hits.push_back(double(evaluator.hits(set, payload).size()));
        }
        auto median = [](vector<double> values) {
            std::sort(values.begin(), values.end());
            return values[values.size() / 2];
        };
        const Target target = targets.at(set);
        const double scale = corpus.count / 1e6,
                     mean = std::accumulate(hits.begin(), hits.end(), 0.0) / double(hits.size());
        printf("| %s | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f |\n", set.c_str(), set == "prefix" ? 0 : median(sums),
               target.frequencies * scale, median(hits), target.median * scale, mean, target.mean * scale);
    }
}

void printAnswers(const Corpus &corpus, const string &folder, bool isUpdated, size_t limit) {
    Evaluator evaluator(corpus, isUpdated);
    for (const auto &[set, payloads] : readQueries(folder))
        for (size_t i = 0; i < std::min(limit, payloads.size()); i++) {
            const vector<uint32_t> hits = evaluator.hits(set, payloads[i]);
            printf("%s\t%zu\t%lld\t%lld\n", set.c_str(), hits.size(),
                   static_cast<long long>(evaluator.check(hits, false)),
                   static_cast<long long>(evaluator.check(hits, true)));
        }
}

int main(int count, char **arguments) {
    const string task = count > 4 ? arguments[1] : "";
    if (task != "write" && task != "stats" && !(task == "answer" && count == 7)) {
        fprintf(stderr,
                "usage: corpus write|stats COUNT SEED FOLDER | corpus answer COUNT SEED FOLDER merged|updated LIMIT\n");
        return 2;
    }
    const Corpus corpus(uint32_t(atol(arguments[2])), uint64_t(atoll(arguments[3])));
    const string folder = arguments[4];
    if (task == "write")
        write(corpus, folder);
    else if (task == "stats")
        printStatistics(corpus, folder);
    else
        printAnswers(corpus, folder, string(arguments[5]) == "updated", size_t(atol(arguments[6])));
}
