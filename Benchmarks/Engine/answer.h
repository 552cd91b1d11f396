// What the corpus maker and the C++ adapters share: the form of queries and records, and what answers are compared by.
#pragma once
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

[[noreturn]] inline void fail(const std::string &reason) {
    fprintf(stderr, "%s\n", reason.c_str());
    exit(1);
}

inline std::vector<std::string> split(const std::string &text, char separator) {
    std::vector<std::string> parts;
    size_t start = 0;
    for (size_t end; (end = text.find(separator, start)) != std::string::npos; start = end + 1)
        parts.push_back(text.substr(start, end - start));
    parts.push_back(text.substr(start));
    return parts;
}

/// `a1 a2 a3|b1 b2|without|class or part of one|from|to`
struct PatentQuery {
    std::vector<std::string> first, second;
    std::string without, symbol;
    int from, to;
    explicit PatentQuery(const std::string &payload) {
        const auto parts = split(payload, '|');
        if (parts.size() != 6) fail("not a patent query: " + payload);
        first = split(parts[0], ' '), second = split(parts[1], ' '), without = parts[2], symbol = parts[3];
        from = stoi(parts[4]), to = stoi(parts[5]);
    }
};

/// Counts over all hits, and one number that tells right ones from wrong ones whatever the order of equal counts.
struct Facets {
    std::unordered_map<uint32_t, int64_t> applicants;
    std::unordered_map<std::string, int64_t> subclasses;
    std::map<int, int64_t> years, provinces;

    /// The sum of a facet's 20 greatest counts.
    template <class Counts>
    static int64_t top(const Counts &counts) {
        std::vector<int64_t> values;
        for (const auto &entry : counts) values.push_back(entry.second);
        const size_t kept = std::min<size_t>(20, values.size());
        std::partial_sort(values.begin(), values.begin() + ptrdiff_t(kept), values.end(), std::greater<>());
        int64_t sum = 0;
        for (size_t i = 0; i < kept; i++) sum += values[i];
        return sum;
    }

    /// Top applicants + top subclasses + years and provinces (1 to 31), each number times its count.
    int64_t check() const {
        int64_t sum = top(applicants) + top(subclasses);
        for (const auto &[year, count] : years) sum += year * count;
        for (const auto &[province, count] : provinces) sum += province * count;
        return sum;
    }
};
