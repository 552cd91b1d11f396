// Exact answers by plain evaluation.
#pragma once
#include <functional>
#include <iterator>
#include <numeric>

#include "records.h"

/// All records in memory, with the list of records of each word, and the answers to queries by going through them.
class Evaluator {
    const Corpus &corpus;
    vector<Record> records;
    vector<vector<uint32_t>> lists;
    std::map<string, uint32_t> numbers;
    vector<bool> marks;

    const vector<uint32_t> &list(const string &word) const {
        static const vector<uint32_t> none;
        const auto found = numbers.find(word);
        return found == numbers.end() ? none : lists[found->second];
    }

    vector<uint32_t> any(const vector<const vector<uint32_t> *> &several) {
        vector<uint32_t> found;
        marks.assign(records.size(), false);
        for (const auto *one : several)
            for (uint32_t id : *one) marks[id] = true;
        for (uint32_t id = 0; id < records.size(); id++)
            if (marks[id]) found.push_back(id);
        return found;
    }
    vector<uint32_t> any(const vector<string> &words) {
        vector<const vector<uint32_t> *> several;
        for (const string &word : words) several.push_back(&list(word));
        return any(several);
    }

    vector<uint32_t> all(const vector<string> &words) const {
        vector<uint32_t> found = list(words[0]), both;
        for (size_t i = 1; i < words.size(); i++, found.swap(both)) {
            both.clear();
            std::set_intersection(found.begin(), found.end(), list(words[i]).begin(), list(words[i]).end(),
                                  std::back_inserter(both));
        }
        return found;
    }

    vector<uint32_t> placed(const vector<string> &words,
                            const std::function<bool(const vector<uint32_t> &, const vector<uint32_t> &)> &test) const {
        vector<uint32_t> wanted, found;
        for (const string &word : words) wanted.push_back(numbers.at(word));
        for (uint32_t id : all(words))
            if (test(records[id].title, wanted) || test(records[id].abstract, wanted)) found.push_back(id);
        return found;
    }

    static bool isPhrase(const vector<uint32_t> &text, const vector<uint32_t> &words) {
        return std::search(text.begin(), text.end(), words.begin(), words.end()) != text.end();
    }
    static bool isNear(const vector<uint32_t> &text, const vector<uint32_t> &words) {
        for (size_t i = 0; i < text.size(); i++)
            for (size_t j = i + 1; j < text.size() && j <= i + 5; j++)
                if ((text[i] == words[0] && text[j] == words[1]) || (text[i] == words[1] && text[j] == words[0]))
                    return true;
        return false;
    }

    vector<uint32_t> patent(const string &payload) {
        const PatentQuery query(payload);
        const vector<uint32_t> first = any(query.first), second = any(query.second), &without = list(query.without);
        vector<uint32_t> both, found;
        std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(both));
        for (uint32_t id : both) {
            const Record &record = records[id];
            if (record.ipc.compare(0, query.symbol.size(), query.symbol) == 0 &&
                int(record.application) >= query.from && int(record.application) <= query.to &&
                !std::binary_search(without.begin(), without.end(), id))
                found.push_back(id);
        }
        return found;
    }

    vector<uint32_t> beginning(const string &prefix) {
        vector<const vector<uint32_t> *> several;
        for (auto at = numbers.lower_bound(prefix);
             at != numbers.end() && at->first.compare(0, prefix.size(), prefix) == 0; at++)
            several.push_back(&lists[at->second]);
        return any(several);
    }

  public:
    uint64_t words = 0, postings = 0, terms = 0;

    Evaluator(const Corpus &corpus, bool isUpdated) : corpus(corpus), lists(2 * vocabulary) {
        records.reserve(corpus.count);
        for (uint32_t id = 0; id < corpus.count; id++) {
            records.push_back(corpus.record(id, isUpdated && corpus.isUpdated(id)));
            for (const vector<uint32_t> *text : {&records[id].title, &records[id].abstract})
                for (uint32_t word : *text) {
                    words++;
                    if (lists[word].empty() || lists[word].back() != id) lists[word].push_back(id);
                }
        }
        for (uint32_t number = 0; number < lists.size(); number++) {
            postings += lists[number].size();
            terms += !lists[number].empty();
            numbers.emplace(corpus.words[number], number);
        }
    }

    size_t frequency(const string &word) const { return list(word).size(); }

    vector<uint32_t> hits(const string &set, const string &payload) {
        const vector<string> words = split(payload, ' ');
        if (set == "term" || set == "and") return all(words);
        if (set == "phrase") return placed(words, isPhrase);
        if (set == "near") return placed(words, isNear);
        if (set == "patent") return patent(payload);
        if (set == "prefix") return beginning(payload);
        return any(words);
    }

    /// What engines print beside their totals: see answer.h.
    int64_t check(const vector<uint32_t> &hits, bool facets) const {
        vector<int64_t> dates;
        Facets counts;
        for (uint32_t id : hits) {
            const Record &record = records[id];
            dates.push_back(record.publication);
            for (uint32_t applicant : record.applicants) counts.applicants[applicant]++;
            counts.subclasses[record.ipc.substr(0, 4)]++;
            counts.years[int(record.application / 10000)]++;
            counts.provinces[record.province]++;
        }
        std::sort(dates.rbegin(), dates.rend());
        return std::accumulate(dates.begin(), dates.begin() + std::min<size_t>(50, dates.size()), int64_t(0)) +
               (facets ? counts.check() : 0);
    }

    void printFields() const {
        std::map<string, double> subclasses;
        std::map<uint32_t, double> applicants, provinces;
        double chineseOnes = 0, single = 0, newest = 0;
        for (const Record &record : records) {
            subclasses[record.ipc.substr(0, 4)]++;
            for (uint32_t applicant : record.applicants) applicants[applicant]++;
            if (record.province) provinces[record.province]++;
            chineseOnes += record.language == chinese;
            single += record.applicants.size() == 1;
            newest += record.publication / 10000 == 2025;
        }
        auto most = [](const auto &counts) {
            double most = 0;
            for (const auto &entry : counts) most = std::max(most, entry.second);
            return most;
        };
        const double count = corpus.count;
        printf("| statistic | here | target |\n|---|---:|---:|\n");
        printf("| words a record | %.1f | 100.0 |\n| different words a record | %.1f | 84.2 |\n", words / count,
               postings / count);
        printf("| words in use | %lu | 599500 (of 1 M records) |\n", static_cast<unsigned long>(terms));
        printf("| Chinese, %% | %.1f | 50 |\n| with one applicant, %% | %.1f | 62 |\n", 100 * chineseOnes / count,
               100 * single / count);
        printf("| in the greatest subclass, %% | %.1f | 10.5 |\n| of the greatest applicant, %% | %.1f | 8.6 |\n",
               100 * most(subclasses) / count, 100 * most(applicants) / count);
        printf("| Chinese in the greatest province, %% | %.1f | 21.2 |\n", 100 * most(provinces) / chineseOnes);
        printf("| published in the last year, %% | %.1f | 8.5 |\n\n", 100 * newest / count);
    }
};
