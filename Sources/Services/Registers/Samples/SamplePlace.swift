import Domain

/// A city in which invented parties live.
struct SamplePlace: Sendable {
    /// The name of the provincial unit, 广东省.
    let province: String
    /// The name of the city, 深圳市; of a municipality the district.
    let city: String
    /// The city as firms carry it in their names, 深圳 and Shenzhen; of a municipality its own name.
    let short: SampleTerm

    /// All places; those of one province stand together, the provinces in an invented order of activity.
    static let all: [SamplePlace] = provinces.flatMap(\.self)

    /// The places of each of the 34 provincial units.
    static let provinces: [[SamplePlace]] = table.split(separator: "\n").map { line in
        let words = line.split(separator: " ")
        return words.dropFirst().map { entry in
            let parts = entry.split(separator: "=")
            let short = parts.count > 2 ? String(parts[2]) : String(parts[0].dropLast())
            return SamplePlace(
                province: String(words[0]),
                city: String(parts[0]),
                short: SampleTerm(short + "=" + parts[1])
            )
        }
    }

    /// One place; early provinces and the first city of each are more frequent, and every unit has its share.
    static func draw(_ random: inout SampleRandom) -> SamplePlace {
        random.pickSkewed(provinces[random.skewed(provinces.count, flat: 3)])
    }

    // Province, then its cities: name, romanised name, and what firms call it where that is not the name without 市.
    private static let table = """
        广东省 深圳市=Shenzhen 广州市=Guangzhou 东莞市=Dongguan 佛山市=Foshan
        江苏省 苏州市=Suzhou 南京市=Nanjing 无锡市=Wuxi 常州市=Changzhou
        浙江省 杭州市=Hangzhou 宁波市=Ningbo 温州市=Wenzhou
        北京市 海淀区=Beijing=北京 朝阳区=Beijing=北京
        山东省 青岛市=Qingdao 济南市=Jinan 烟台市=Yantai
        上海市 浦东新区=Shanghai=上海 闵行区=Shanghai=上海
        安徽省 合肥市=Hefei 芜湖市=Wuhu
        四川省 成都市=Chengdu 绵阳市=Mianyang
        湖北省 武汉市=Wuhan 宜昌市=Yichang
        福建省 厦门市=Xiamen 福州市=Fuzhou 泉州市=Quanzhou
        河南省 郑州市=Zhengzhou 洛阳市=Luoyang
        湖南省 长沙市=Changsha 株洲市=Zhuzhou
        陕西省 西安市=Xi'an 宝鸡市=Baoji
        天津市 滨海新区=Tianjin=天津 南开区=Tianjin=天津
        河北省 石家庄市=Shijiazhuang 保定市=Baoding
        辽宁省 大连市=Dalian 沈阳市=Shenyang
        重庆市 渝北区=Chongqing=重庆 沙坪坝区=Chongqing=重庆
        江西省 南昌市=Nanchang 赣州市=Ganzhou
        广西壮族自治区 南宁市=Nanning 柳州市=Liuzhou
        台湾省 台北市=Taipei 新竹市=Hsinchu
        黑龙江省 哈尔滨市=Harbin 大庆市=Daqing
        吉林省 长春市=Changchun 吉林市=Jilin
        云南省 昆明市=Kunming 曲靖市=Qujing
        山西省 太原市=Taiyuan 大同市=Datong
        贵州省 贵阳市=Guiyang 遵义市=Zunyi
        内蒙古自治区 包头市=Baotou 呼和浩特市=Hohhot
        甘肃省 兰州市=Lanzhou 天水市=Tianshui
        新疆维吾尔自治区 乌鲁木齐市=Urumqi 克拉玛依市=Karamay
        香港特别行政区 九龙=Hong Kong=香港 新界=Hong Kong=香港
        宁夏回族自治区 银川市=Yinchuan 石嘴山市=Shizuishan
        海南省 海口市=Haikou 三亚市=Sanya
        青海省 西宁市=Xining 海东市=Haidong
        西藏自治区 拉萨市=Lhasa 日喀则市=Xigaze
        澳门特别行政区 氹仔=Macao=澳门 路环=Macao=澳门
        """
}
