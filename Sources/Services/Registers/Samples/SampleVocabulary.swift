/// Invented names and places of business for sample records; nothing here names a person or a firm that exists.
enum SampleVocabulary {
    /// First characters of the invented names of firms and marks.
    static let firstCharacters = SampleTerm.list(
        """
        澄=Cheng|海=Hai|云=Yun|青=Qing|明=Ming|金=Jin|长=Chang|星=Xing|启=Qi|瑞=Rui|同=Tong|远=Yuan|博=Bo|恒=Heng|天=Tian|凌=Ling|
        和=He|沐=Mu|霖=Lin|卓=Zhuo|景=Jing|弘=Hong|竹=Zhu|鹿=Lu|松=Song|霁=Ji|望=Wang|新=Xin|润=Run|嘉=Jia|宏=Hong|安=An
        """
    )

    /// Second characters of the invented names of firms and marks.
    static let secondCharacters = SampleTerm.list(
        """
        川=chuan|汇=hui|麓=lu|屿=yu|湖=hu|穗=sui|岭=ling|砚=yan|元=yuan|禾=he|创=chuang|帆=fan|雅=ya|益=yi|工=gong|峰=feng|
        光=guang|阳=yang|源=yuan|越=yue|行=xing|毅=yi|溪=xi|苇=wei|鸣=ming|涛=tao|月=yue|航=hang|辰=chen|泽=ze|桥=qiao|原=yuan
        """
    )

    /// Third characters of sample marks.
    static let markCharacters = SampleTerm.list("坊=fang|果=guo|语=yu|团=tuan|记=ji|乐=le|朵=duo|诗=shi|贝=bei|言=yan|集=ji|染=ran")

    /// Legal forms in names of Chinese firms.
    static let forms = SampleTerm.list(
        """
        有限公司=Co., Ltd.|科技有限公司=Technology Co., Ltd.|股份有限公司=Corporation Limited|集团有限公司=Group Co., Ltd.
        """
    )

    /// Kinds of public bodies.
    static let bodies = SampleTerm.list(
        """
        理工大学=University of Technology|大学=University|研究院=Research Institute|农业大学=Agricultural University|
        职业技术学院=Vocational College|中心医院=Central Hospital
        """
    )

    /// Invented roots of names of firms abroad, as written there and in Chinese.
    static let foreignRoots = SampleTerm.list(
        """
        诺哈芬=Nordhaven|维林特=Wellint|凯斯托=Kestora|阿尔维=Alvion|布雷克森=Brexen|塔洛斯=Talosys|米诺瓦=Minoval|奥伦克=Orlenk|
        西尔登=Sylden|法罗姆=Farom|伊斯卡=Isqua|温德姆林=Windemlin|库拉诺=Kurano|哈鲁米=Harumi|松野=Matsuno Sei|汉锡=Hansik|
        朵林=Dorin|罗瓦尔=Roval|贝朗特=Berante|格林沃=Grinwo|艾宁格=Einingk|德罗特=Droth|莱芬=Leifen|佩尔卡=Pelka
        """
    )

    /// Family names of invented people, most frequent first; every given name begins with 示.
    static let surnames = SampleTerm.list(
        """
        王=Wang|李=Li|张=Zhang|刘=Liu|陈=Chen|杨=Yang|黄=Huang|赵=Zhao|吴=Wu|周=Zhou|徐=Xu|孙=Sun|马=Ma|朱=Zhu|胡=Hu|郭=Guo|
        何=He|林=Lin|高=Gao|罗=Luo|郑=Zheng|梁=Liang|谢=Xie|宋=Song|唐=Tang|许=Xu|韩=Han|冯=Feng|邓=Deng|曹=Cao|彭=Peng|曾=Zeng|
        肖=Xiao|田=Tian|董=Dong|潘=Pan|袁=Yuan|蔡=Cai|蒋=Jiang|余=Yu|于=Yu|杜=Du|叶=Ye|程=Cheng|魏=Wei|苏=Su|吕=Lyu|丁=Ding|
        沈=Shen|任=Ren|姚=Yao|卢=Lu|傅=Fu|钟=Zhong|姜=Jiang|崔=Cui|谭=Tan|廖=Liao|范=Fan|汪=Wang|陆=Lu|金=Jin|石=Shi|欧阳=Ouyang
        """
    )

    /// Last characters of given names.
    static let givenNames = SampleTerm.list(
        """
        一=yi|三=san|五=wu|六=liu|七=qi|八=ba|九=jiu|十=shi|百=bai|千=qian|万=wan|甲=jia|乙=yi|丙=bing|丁=ding|戊=wu|己=ji|庚=geng|
        辛=xin|壬=ren|癸=gui|春=chun|夏=xia|秋=qiu|冬=dong|东=dong|南=nan|西=xi|北=bei|中=zhong|子=zi|丑=chou|寅=yin|卯=mao|辰=chen|
        巳=si|午=wu|未=wei|申=shen|酉=you|戌=xu|亥=hai|初=chu|元=yuan|仲=zhong|季=ji|晨=chen|晚=wan
        """
    )

    /// Given names of invented people abroad.
    static let foreignGivenNames = [
        "Alma", "Bruno", "Carla", "Dario", "Edith", "Felix", "Greta", "Hugo", "Ines", "Jonas", "Kaito", "Lena", "Mina",
        "Noor", "Oskar", "Paula", "Quinn", "Rosa", "Sora", "Theo", "Ulla", "Vera", "Wanda", "Yuna",
    ]

    /// Second halves of invented family names abroad; the first half is always `Sample`.
    static let foreignSurnames = [
        "Ashby", "Berg", "Clerk", "Dorn", "Elster", "Fontain", "Garnet", "Holm", "Ito", "Jansen", "Kimura", "Lindt",
        "Marek", "Nam", "Oduya", "Park", "Quist", "Renard", "Sand", "Tanaka", "Urban", "Vogel", "West", "Yoon",
    ]

    /// Firms' legal forms by country, in the firm's own language and in Chinese.
    static let foreignForms: [String: SampleTerm] = [
        "US": SampleTerm("公司=Inc."), "JP": SampleTerm("株式会社=Co., Ltd."), "KR": SampleTerm("有限公司=Co., Ltd."),
        "DE": SampleTerm("有限公司=GmbH"), "FR": SampleTerm("公司=S.A."),
    ]

    /// Products of sample geographical indications.
    static let products = SampleTerm.list(
        """
        茶=Tea|大米=Rice|苹果=Apples|蜂蜜=Honey|柑橘=Citrus|枸杞=Goji|香菇=Shiitake|黄酒=Rice Wine|瓷器=Porcelain|丝绸=Silk|核桃=Walnuts|
        猕猴桃=Kiwifruit|花椒=Sichuan Pepper|莲藕=Lotus Root|辣椒=Chillies|陈醋=Vinegar|砚台=Inkstones|羊肉=Mutton
        """
    )

    /// Circuits of sample layout-designs.
    static let circuits = SampleTerm.list(
        """
        电源管理芯片=power management chip|图像传感器芯片=image sensor chip|射频前端芯片=radio frequency front end chip|
        微控制器芯片=microcontroller chip|存储器芯片=memory chip|模数转换芯片=analog-to-digital converter chip|
        电机驱动芯片=motor driver chip|触控芯片=touch controller chip|隔离器芯片=isolator chip|时钟芯片=clock chip
        """
    )

    /// Locarno classes of sample designs with what they are, most frequent first.
    static let designs: [(locarno: String, name: SampleTerm)] = [
        ("09-03", "包装盒=Packaging box"), ("14-04", "图形用户界面=Graphical user interface"), ("06-01", "椅子=Chair"),
        ("26-05", "台灯=Table lamp"), ("23-04", "空气净化器=Air purifier"), ("07-02", "电饭煲=Electric rice cooker"),
        ("14-03", "手机=Mobile phone"), ("13-02", "充电器=Charger"), ("02-04", "运动鞋=Sports shoe"),
        ("03-01", "行李箱=Suitcase"), ("21-01", "积木玩具=Toy blocks"), ("09-01", "酒瓶=Liquor bottle"),
        ("12-11", "电动自行车=Electric bicycle"), ("06-04", "收纳柜=Storage cabinet"), ("14-01", "音箱=Loudspeaker"),
        ("07-01", "茶具=Tea set"), ("23-01", "水龙头=Water tap"), ("24-01", "医用检测仪=Medical detector"),
        ("12-08", "汽车=Car"), ("15-05", "洗衣机=Washing machine"), ("10-02", "手表=Watch"), ("28-03", "吹风机=Hair dryer"),
        ("14-02", "平板电脑=Tablet computer"), ("11-01", "项链=Necklace"), ("12-16", "汽车轮毂=Vehicle wheel hub"),
        ("08-05", "螺丝刀=Screwdriver"), ("19-06", "笔=Pen"), ("26-02", "手电筒=Torch"), ("16-06", "眼镜=Spectacles"),
        ("05-05", "面料=Textile fabric"), ("04-02", "牙刷=Toothbrush"), ("15-09", "机床=Machine tool"),
    ].map { ($0.0, SampleTerm($0.1)) }
}
