// The queries.
#pragma once
#include <functional>

#include "records.h"

/// Makes queries out of the words' document frequencies and a sample of the records.
class QueryMaker {
    static constexpr int perSet = 1000;
    const Corpus &corpus;
    const vector<uint32_t> &frequency;
    const vector<Record> &sample;
    Random random;
    FILE *file;

    double share(uint32_t word) const { return double(frequency[word]) / corpus.count; }
    const Record &anyRecord() { return sample[random.below(uint32_t(sample.size()))]; }
    const Record &anyRecord(Language language) {
        for (;;)
            if (const Record &record = anyRecord(); record.language == language) return record;
    }

    static vector<uint32_t> wordsOf(const Record &record) {
        vector<uint32_t> all = record.title;
        all.insert(all.end(), record.abstract.begin(), record.abstract.end());
        return all;
    }

    /// Adds different words of a record that this share of all records has, up to `wanted` in all.
    bool pick(const Record &record, double least, double most, size_t wanted, vector<uint32_t> &chosen) {
        const vector<uint32_t> all = wordsOf(record);
        for (int attempt = 0; attempt < 400 && chosen.size() < wanted; attempt++) {
            const uint32_t word = all[random.below(uint32_t(all.size()))];
            if (share(word) >= least && share(word) <= most &&
                std::find(chosen.begin(), chosen.end(), word) == chosen.end())
                chosen.push_back(word);
        }
        return chosen.size() == wanted;
    }

    /// Sets of words that stand together in a record.
    void words(const char *set, double least, double most, uint32_t fewest, uint32_t choices) {
        repeat(set, [&] {
            vector<uint32_t> chosen;
            return pick(anyRecord(), least, most, fewest + random.below(choices), chosen) ? corpus.text(chosen)
                                                                                          : string();
        });
    }

    void repeat(const char *set, const std::function<string()> &make) {
        for (int made = 0; made < perSet;)
            if (const string payload = make(); !payload.empty())
                fprintf(file, "%s\t%s\n", set, payload.c_str()), made++;
    }

    /// Consecutive words.
    string phrase() {
        const Record &record = anyRecord();
        const vector<uint32_t> &text = random.below(10) ? record.abstract : record.title;
        const uint32_t length = 2 + random.below(2), place = random.below(uint32_t(text.size()) - length);
        const vector<uint32_t> chosen(text.begin() + place, text.begin() + place + length);
        for (uint32_t word : chosen)
            if (frequency[word] < 5 || share(word) > 0.4) return "";
        return std::set<uint32_t>(chosen.begin(), chosen.end()).size() == length ? corpus.text(chosen) : "";
    }

    /// Two words at most five places apart; English, because engines count words or Han characters as places.
    string near() {
        const vector<uint32_t> &text = anyRecord(english).abstract;
        const uint32_t first = random.below(uint32_t(text.size()) - 6), second = first + 1 + random.below(5);
        for (uint32_t word : {text[first], text[second]})
            if (share(word) < 0.0003 || share(word) > 0.3) return "";
        return text[first] == text[second] ? "" : corpus.text({text[first], text[second]});
    }

    /// Two groups of alternatives, a word to leave out, a class or a part of one, and a period around a record.
    string patent() {
        const Record &record = anyRecord();
        vector<uint32_t> own;
        if (!pick(record, 0.002, 0.25, 3, own)) return "";
        vector<uint32_t> first{own[0]}, second{own[1]}, without;
        const std::pair<vector<uint32_t> *, size_t> groups[] = {{&first, 3}, {&second, 2}, {&without, 1}};
        for (auto [group, size] : groups)
            for (int attempt = 0; group->size() < size; attempt++) {
                if (attempt == 50) return "";
                pick(anyRecord(record.language), 0.002, 0.2, size, *group);
            }
        const double dice = random.unit();
        const string symbol = record.ipc.substr(0, dice < 0.5 ? 4 : dice < 0.8 ? 3 : 1);
        const int year = int(record.application / 10000);
        const int from = std::max(1985, year - int(2 + random.below(10))),
                  to = std::min(2025, year + int(2 + random.below(10)));
        return corpus.text(first) + "|" + corpus.text(second) + "|" + corpus.text(without) + "|" + symbol + "|" +
               std::to_string(from * 10000 + 101) + "|" + std::to_string(to * 10000 + 1231);
    }

    /// A hundred words of an abstract and others of its language.
    string longList() {
        const Record *record = &anyRecord();
        vector<uint32_t> chosen;
        std::unordered_set<uint32_t> seen;
        for (int more = 0; more < 50 && chosen.size() < 100; more++, record = &anyRecord(record->language))
            for (uint32_t word : wordsOf(*record))
                if (chosen.size() < 100 && share(word) < 0.5 && seen.insert(word).second) chosen.push_back(word);
        return corpus.text(chosen);
    }

    static bool isHan(const string &word) { return (word[0] & 0x80) != 0; }

  public:
    QueryMaker(const Corpus &corpus, const vector<uint32_t> &frequency, const vector<Record> &sample, FILE *file)
        : corpus(corpus), frequency(frequency), sample(sample), random{mix({corpus.seed, 16})}, file(file) {}

    void run() {
        vector<uint32_t> middle, frequent;
        for (uint32_t word = 0; word < frequency.size(); word++) {
            if (share(word) >= 0.001 && share(word) <= 0.01) middle.push_back(word);
            if (share(word) >= 0.04 && share(word) <= 0.25) frequent.push_back(word);
        }
        auto any = [&](const vector<uint32_t> &list) -> const string & {
            return corpus.words[list[random.below(uint32_t(list.size()))]];
        };
        repeat("term", [&] { return any(frequent); });
        words("and", 0.0005, 0.2, 2, 2);
        words("or", 0.0003, 0.2, 2, 4);
        repeat("phrase", [&] { return phrase(); });
        repeat("near", [&] { return near(); });
        repeat("patent", [&] { return patent(); });
        words("wide", 0.01, 0.2, 3, 1);
        words("count", 0.04, 0.3, 5, 1);
        repeat("long", [&] { return longList(); });
        repeat("prefix", [&]() -> string {
            const string &word = any(middle);
            if (isHan(word)) return word.size() < 6 ? "" : word.substr(0, 3);
            return word.size() < 5 ? "" : word.substr(0, 3 + random.below(2));
        });
    }
};
