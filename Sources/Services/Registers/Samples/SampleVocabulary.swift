/// Invented names and places of business for sample records; nothing here names a person or a firm that exists.
enum SampleVocabulary {
    /// A word with its translation.
    struct Pair: Sendable {
        let zh: String
        let en: String
    }

    /// A province with the city used for its addresses.
    struct Place: Sendable {
        let code: String
        let province: String
        let city: String
        let english: String
    }

    private static func pairs(_ text: String) -> [Pair] {
        text.split(separator: " ").map { item in
            let halves = item.split(separator: "=")
            return Pair(zh: String(halves[0]), en: halves[1].split(separator: "_").joined(separator: " "))
        }
    }

    /// First parts of invented firm names.
    static let names = pairs(
        "澄川=Chengchuan 海汇=Haihui 云麓=Yunlu 北岸=Beian 青屿=Qingyu 明湖=Minghu 金穗=Jinsui 长岭=Changling 星河=Xinghe 启元=Qiyuan 瑞禾=Ruihe 同创=Tongchuang 远帆=Yuanfan 博雅=Boya 恒益=Hengyi 天工=Tiangong 凌峰=Lingfeng 和光=Heguang 沐阳=Muyang 清源=Qingyuan 卓越=Zhuoyue 景行=Jingxing 弘毅=Hongyi 竹溪=Zhuxi 蓝田=Lantian 鹿鸣=Luming 松涛=Songtao 霁月=Jiyue 望川=Wangchuan 新禾=Xinhe"
    )

    /// Trades in firm names.
    static let trades = pairs(
        "材料=Materials 电子=Electronics 装备=Equipment 热控=Thermal 软件=Software 医疗=Medical 能源=Energy 农业=Agriculture 环保=Environment 食品=Foods 光学=Optics 机器人=Robotics 通信=Communications 建筑=Construction 物流=Logistics 生物=Biotech"
    )

    /// Legal forms in firm names.
    static let forms = pairs("有限公司=Co.,_Ltd. 股份有限公司=Co.,_Ltd. 科技有限公司=Technology_Co.,_Ltd. 集团有限公司=Group_Co.,_Ltd.")

    /// Kinds of public bodies.
    static let bodies = pairs(
        "理工大学=University_of_Technology 农业大学=Agricultural_University 研究院=Research_Institute 医院=Hospital 职业学院=Vocational_College"
    )

    /// Family names of invented people; every given name begins with 示.
    static let surnames = pairs(
        "林=Lin 周=Zhou 陈=Chen 赵=Zhao 吴=Wu 郑=Zheng 孙=Sun 钱=Qian 李=Li 王=Wang 张=Zhang 刘=Liu 杨=Yang 黄=Huang 徐=Xu 朱=Zhu 马=Ma 胡=Hu 郭=Guo 何=He 高=Gao 罗=Luo 梁=Liang 宋=Song 谢=Xie 唐=Tang 韩=Han 曹=Cao 许=Xu 邓=Deng 冯=Feng 程=Cheng 蔡=Cai 彭=Peng 潘=Pan 袁=Yuan 于=Yu 董=Dong 余=Yu 苏=Su 叶=Ye 吕=Lyu 魏=Wei 蒋=Jiang 田=Tian 杜=Du 丁=Ding 沈=Shen 姜=Jiang 范=Fan"
    )

    /// Last characters of given names.
    static let givenNames = pairs(
        "一=Yi 二=Er 三=San 四=Si 五=Wu 六=Liu 七=Qi 八=Ba 九=Jiu 十=Shi 百=Bai 千=Qian 万=Wan 甲=Jia 乙=Yi 丙=Bing 丁=Ding 戊=Wu 己=Ji 庚=Geng 辛=Xin 壬=Ren 癸=Gui 春=Chun 夏=Xia 秋=Qiu 冬=Dong 东=Dong 南=Nan 西=Xi 北=Bei 中=Zhong"
    )

    /// Words that sample marks are made of.
    static let markWords = pairs(
        "澄川=CHENGCHUAN 小满=XIAOMAN 青禾=QINGHE 云雀=SKYLARK 松果=PINECONE 暖阳=WARMSUN 山泉=SPRING 竹语=BAMBOO 晨光=DAWN 蓝鲸=BLUEWHALE 石榴=GRANATE 麦田=WHEATFIELD 鹿角=ANTLER 星芒=STARRAY 溪客=CREEK 知味=ZHIWEI 一苇=REED 拾光=SHIGUANG 海棠=HAITANG 稻香=DAOXIANG 雪松=CEDAR 南风=NANFENG 听雨=TINGYU 望舒=WANGSHU"
    )

    /// Products of sample geographical indications.
    static let products = pairs(
        "茶=Tea 大米=Rice 苹果=Apples 蜂蜜=Honey 柑橘=Citrus 枸杞=Goji 香菇=Mushrooms 黄酒=Rice_Wine 陶瓷=Porcelain 丝绸=Silk 核桃=Walnuts 猕猴桃=Kiwifruit"
    )

    /// Goods and services of sample marks by Nice class.
    static let goods: [(number: Int, text: String)] = [
        (9, "计算机软件; 传感器; 充电器"), (35, "广告; 替他人推销; 商业管理咨询"), (30, "茶; 糕点; 米; 面粉"),
        (25, "服装; 鞋; 帽子"), (43, "餐厅服务; 茶馆服务; 住宿服务"), (42, "技术研究; 软件设计; 质量检测"),
        (5, "医用营养品; 中药成药; 消毒剂"), (3, "洗发液; 化妆品; 牙膏"), (29, "食用油; 加工过的坚果; 果酱"),
        (11, "照明器械; 空气净化装置; 水净化设备"), (41, "教育; 培训; 组织竞赛"), (7, "机器人; 包装机; 泵"),
        (20, "家具; 木制工艺品"), (31, "新鲜水果; 植物种子; 活动物"), (33, "白酒; 黄酒; 葡萄酒"), (36, "保险; 金融信息"),
    ]

    /// Locarno classes of sample designs with what they are.
    static let designs: [(locarno: String, zh: String, en: String)] = [
        ("06-01", "椅子", "Chair"), ("14-02", "平板电脑", "Tablet computer"), ("14-03", "手机", "Mobile phone"),
        ("26-05", "台灯", "Table lamp"), ("12-16", "汽车轮毂", "Vehicle wheel hub"), ("09-03", "包装盒", "Packing box"),
        ("07-01", "茶具", "Tea set"), ("23-04", "空气净化器", "Air purifier"), ("21-01", "积木玩具", "Toy blocks"),
        ("24-01", "医用检测仪", "Medical detector"), ("15-05", "洗衣机", "Washing machine"), ("10-02", "手表", "Watch"),
        ("02-04", "运动鞋", "Sports shoe"), ("13-02", "充电桩", "Charging pile"),
        ("14-04", "图形用户界面", "Graphical user interface"),
    ]

    /// All 34 provincial units in an invented order of activity, each with one real city for addresses.
    static let places: [Place] = [
        ("440000", "广东省", "深圳市", "Guangdong"), ("320000", "江苏省", "苏州市", "Jiangsu"),
        ("330000", "浙江省", "杭州市", "Zhejiang"), ("110000", "北京市", "海淀区", "Beijing"),
        ("370000", "山东省", "青岛市", "Shandong"), ("310000", "上海市", "浦东新区", "Shanghai"),
        ("340000", "安徽省", "合肥市", "Anhui"), ("510000", "四川省", "成都市", "Sichuan"),
        ("420000", "湖北省", "武汉市", "Hubei"), ("350000", "福建省", "厦门市", "Fujian"),
        ("410000", "河南省", "郑州市", "Henan"), ("430000", "湖南省", "长沙市", "Hunan"),
        ("610000", "陕西省", "西安市", "Shaanxi"), ("120000", "天津市", "滨海新区", "Tianjin"),
        ("130000", "河北省", "石家庄市", "Hebei"), ("210000", "辽宁省", "大连市", "Liaoning"),
        ("500000", "重庆市", "渝北区", "Chongqing"), ("360000", "江西省", "南昌市", "Jiangxi"),
        ("450000", "广西壮族自治区", "南宁市", "Guangxi"), ("710000", "台湾省", "台北市", "Taiwan"),
        ("230000", "黑龙江省", "哈尔滨市", "Heilongjiang"), ("220000", "吉林省", "长春市", "Jilin"),
        ("530000", "云南省", "昆明市", "Yunnan"), ("140000", "山西省", "太原市", "Shanxi"),
        ("520000", "贵州省", "贵阳市", "Guizhou"), ("150000", "内蒙古自治区", "包头市", "Inner Mongolia"),
        ("620000", "甘肃省", "兰州市", "Gansu"), ("650000", "新疆维吾尔自治区", "乌鲁木齐市", "Xinjiang"),
        ("810000", "香港特别行政区", "九龙", "Hong Kong"), ("640000", "宁夏回族自治区", "银川市", "Ningxia"),
        ("460000", "海南省", "海口市", "Hainan"), ("630000", "青海省", "西宁市", "Qinghai"),
        ("540000", "西藏自治区", "拉萨市", "Xizang"), ("820000", "澳门特别行政区", "氹仔", "Macao"),
    ].map { Place(code: $0.0, province: $0.1, city: $0.2, english: $0.3) }
}
