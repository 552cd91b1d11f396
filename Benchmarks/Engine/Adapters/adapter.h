// The form in which every engine is asked. README.md describes the protocol; the adapters in Java, Python and Swift
// speak the same.
#pragma once
#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <numeric>

#include "../answer.h"

/// One line of records.tsv.
struct Line {
    std::vector<std::string> columns;
    explicit Line(const std::string &line) : columns(split(line, '\t')) {
        if (columns.size() != 16) fail("not a record: " + line.substr(0, 80));
    }
    int id() const { return stoi(columns[0]); }
    const std::string &number() const { return columns[1]; }
    int application() const { return stoi(columns[2]); }
    int publication() const { return stoi(columns[3]); }
    const std::string &ipc() const { return columns[6]; }
    std::string subclass() const { return columns[6].substr(0, 4); }
    std::vector<int> applicants() const {
        std::vector<int> numbers;
        for (const std::string &name : split(columns[7], ';')) numbers.push_back(stoi(name.substr(1)));
        return numbers;
    }
    int province() const { return stoi(columns[9]); }
    const std::string &title() const { return columns[14]; }
    const std::string &abstract() const { return columns[15]; }

    static void each(const char *path, const std::function<void(const Line &)> &body) {
        std::ifstream file(path);
        if (!file) fail(std::string(path) + " cannot be read");
        for (std::string line; getline(file, line);) body(Line(line));
    }

    /// The lines of a file in parts of `length` lines; `end` is called behind each but the last.
    static void each(const char *path, long length, const std::function<void(const Line &)> &body,
                     const std::function<void()> &end) {
        long count = 0;
        each(path, [&](const Line &line) {
            if (count++ && (count - 1) % length == 0) end();
            body(line);
        });
    }
};

/// What is asked: the set says how a payload is to be read, the task what is wanted of it.
struct Question {
    std::string set, task;
    bool isAll() const { return set == "term" || set == "and"; }
    bool isPhrase() const { return set == "phrase"; }
    bool isNear() const { return set == "near"; }
    bool isPatent() const { return set == "patent"; }
    bool isPrefix() const { return set == "prefix"; }
};

struct Answer {
    int64_t total = -1, check = 0;
};

using Clock = std::chrono::steady_clock;

inline double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

inline void report(const char *step, Clock::time_point start) { printf("%s\t%.2f\n", step, secondsSince(start)); }

/// Answers runs until the input ends: warms up, then asks each query once until the time is over.
inline void serve(const std::string &version, int segments,
                  const std::function<Answer(const Question &, const std::string &)> &ask) {
    printf("ready\t%d\t%s\n", segments, version.c_str());
    fflush(stdout);
    for (std::string head; getline(std::cin, head);) {
        const auto parts =
            split(head, '\t');  // run, set, task, milliseconds to warm up, milliseconds to measure, queries
        const Question question{parts[1], parts[2]};
        std::vector<std::string> payloads(stoul(parts[5]));
        for (std::string &payload : payloads) getline(std::cin, payload);
        const auto warming = Clock::now();
        for (size_t i = 0; secondsSince(warming) * 1000 < stod(parts[3]); i++)
            ask(question, payloads[i % payloads.size()]);
        const auto measuring = Clock::now();
        std::string answers;
        for (const std::string &payload : payloads) {
            const auto start = Clock::now();
            if (std::chrono::duration<double>(start - measuring).count() * 1000 > stod(parts[4])) break;
            const Answer answer = ask(question, payload);
            const auto spent = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count();
            answers += std::to_string(spent) + "\t" + std::to_string(answer.total) + "\t" +
                       std::to_string(answer.check) + "\n";
        }
        printf("%send\n", answers.c_str());
        fflush(stdout);
    }
}
