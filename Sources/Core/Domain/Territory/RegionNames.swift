/// The names of provinces and prefectures as addresses print them.
enum RegionNames {
    /// The units that a Chinese address begins with.
    static func leading(_ address: ArraySlice<Unicode.Scalar>) -> RecognisedRegion? {
        let provinceFound = longest(provinces, in: address) { _ in true }
        let prefectureFound = longest(prefectures, in: address) { _ in true }
        // 吉林市 is a prefecture, 吉林省 a province: the longer print decides, a bare 吉林 is the province.
        if let found = prefectureFound, found.length > (provinceFound?.length ?? 0), let province = found.unit.province
        {
            return RecognisedRegion(province: province, prefecture: found.unit)
        }
        guard let found = provinceFound else { return nil }
        let rest = address.dropFirst(found.length).drop { !$0.isHan }
        let digits = found.unit.code.prefix(2)
        let prefecture = longest(prefectures, in: rest, afterProvince: true) { $0.code.hasPrefix(digits) }
        return RecognisedRegion(province: found.unit, prefecture: prefecture?.unit)
    }

    /// The province that a Latin address names, the last one where it names several.
    static func latin(_ words: [String]) -> RecognisedRegion? {
        for index in words.indices.reversed() {
            if let province = latinProvinces[words[index]] { return RecognisedRegion(province: province) }
            let next = index + 1 < words.count ? words[index + 1] : ""
            if let province = latinProvinces[words[index] + next] { return RecognisedRegion(province: province) }
        }
        return nil
    }

    /// How sure a print is to mean the unit.
    private enum Print: Sendable {
        /// With its ending, 南京市.
        case full
        /// Without it, 南京: a street could be meant.
        case short
        /// As `short`, and only after a province's name.
        case inner
    }

    /// One name of a unit.
    private struct Name<Unit: Sendable>: Sendable {
        let scalars: [Unicode.Scalar]
        let unit: Unit
        let print: Print

        init(_ text: String, _ unit: Unit, _ print: Print) {
            scalars = Array(text.unicodeScalars)
            self.unit = unit
            self.print = print
        }
    }

    private typealias Names<Unit: Sendable> = [Unicode.Scalar: [Name<Unit>]]

    private static func longest<Unit>(
        _ names: Names<Unit>,
        in address: ArraySlice<Unicode.Scalar>,
        afterProvince: Bool = false,
        where isWanted: (Unit) -> Bool
    ) -> (unit: Unit, length: Int)? {
        guard let first = address.first, let candidates = names[first] else { return nil }
        var best: (unit: Unit, length: Int)?
        for name in candidates where name.scalars.count > (best?.length ?? 0) {
            guard address.starts(with: name.scalars), isWanted(name.unit) else { continue }
            let rest = address.dropFirst(name.scalars.count)
            guard
                isMeant(name.print, before: rest, afterProvince: afterProvince, isProvince: Unit.self == Province.self)
            else { continue }
            best = (name.unit, name.scalars.count)
        }
        return best
    }

    private static func isMeant(
        _ print: Print,
        before rest: ArraySlice<Unicode.Scalar>,
        afterProvince: Bool,
        isProvince: Bool
    ) -> Bool {
        guard print != .full, let first = rest.first else { return print != .inner || afterProvince }
        if "路街道镇乡村区".unicodeScalars.contains(first) || first == "县" && !afterProvince { return false }
        if "东南西北中大".unicodeScalars.contains(first), let second = rest.dropFirst().first,
            "路街道大一二三四五".unicodeScalars.contains(second)
        {
            return false
        }
        return afterProvince || isProvince || print == .short && isFollowedByUnit(rest)
    }

    /// Whether a district, county or town is named soon: 深圳南山区, but not 安康小区.
    private static func isFollowedByUnit(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        var previous: Unicode.Scalar?
        for scalar in rest.prefix(7) {
            if let previous, previous != "小", "区县市镇旗".unicodeScalars.contains(scalar) { return true }
            previous = scalar
        }
        return false
    }

    private static let provinces: Names<Province> = {
        let variants = [
            "150000": ["内蒙"], "710000": ["台灣", "臺灣"], "810000": ["香港特別行政區"], "820000": ["澳門"],
        ]
        var names: Names<Province> = [:]
        for province in Province.all {
            var prints = [Name(province.name, province, .full), Name(province.words.zh, province, .short)]
            prints += (variants[province.code] ?? []).map { Name($0, province, .short) }
            for name in prints { names[name.scalars[0], default: []].append(name) }
        }
        return names
    }()

    private static let prefectures: Names<Prefecture> = {
        var names: Names<Prefecture> = [:]
        for unit in Prefecture.all {
            var prints = [Name(unit.name, unit, .full)]
            if unit.name.hasSuffix("州"), unit.name != unit.short + "州" {
                prints.append(Name(unit.short + "州", unit, .full))
            }
            prints.append(Name(unit.short, unit, unit.code.hasSuffix("00") ? .short : .inner))
            for name in prints { names[name.scalars[0], default: []].append(name) }
        }
        for former in PrefectureTable.former {
            guard let unit = Prefecture(code: former.code) else { continue }
            let name = Name(former.name, unit, .full)
            names[name.scalars[0], default: []].append(name)
        }
        return names
    }()

    private static let latinProvinces: [String: Province] = {
        var table: [String: Province] = [:]
        for province in Province.all {
            table[province.words.en.lowercased().filter(\.isLetter)] = province
        }
        for (name, code) in ["tibet": "54", "neimenggu": "15", "macau": "82", "hongkong": "81"] {
            table[name] = Province(code: code)
        }
        return table
    }()
}
