/// A field of technology from which sample patents are composed: its IPC subclass and its words in both languages.
struct SampleTopic: Sendable {
    /// A word with its translation.
    struct Term: Sendable {
        let zh: String
        let en: String

        init(_ zh: String, _ en: String) {
            self.zh = zh
            self.en = en
        }
    }

    /// IPC subclass with main groups that exist in it.
    let subclass: String
    let groups: [Int]
    /// What an invention of the field is.
    let objects: [Term]
    /// What it is made of.
    let parts: [Term]

    init(_ subclass: String, _ groups: [Int], _ objects: [Term], _ parts: [Term]) {
        self.subclass = subclass
        self.groups = groups
        self.objects = objects
        self.parts = parts
    }
}

extension SampleTopic {
    private static func terms(_ pairs: String) -> [Term] {
        pairs.split(separator: "|").map { pair in
            let halves = pair.split(separator: "=")
            return Term(String(halves[0]), String(halves[1]))
        }
    }

    /// The fields, most frequent first: the maker draws them by a Zipf law.
    static let all: [SampleTopic] = [
        SampleTopic(
            "G06F",
            [3, 9, 11, 12, 16, 17, 21],
            terms(
                "数据处理方法=data processing method|文件检索系统=file retrieval system|触控装置=touch control device|任务调度方法=task scheduling method|存储管理装置=storage management apparatus|日志分析方法=log analysis method"
            ),
            terms("处理器=processor|缓存模块=cache module|索引单元=index unit|接口层=interface layer|校验模块=verification module")
        ),
        SampleTopic(
            "H01L",
            [21, 23, 25, 27, 29, 31, 33],
            terms(
                "半导体器件=semiconductor device|发光二极管=light emitting diode|芯片封装结构=chip packaging structure|功率模块=power module|太阳能电池片=solar cell|薄膜晶体管=thin film transistor"
            ),
            terms("衬底=substrate|钝化层=passivation layer|栅极=gate electrode|焊盘=bonding pad|散热片=heat sink")
        ),
        SampleTopic(
            "H04L",
            [1, 5, 9, 12, 25, 27, 41, 45],
            terms(
                "数据传输方法=data transmission method|身份认证系统=identity authentication system|网络切片装置=network slicing apparatus|密钥协商方法=key agreement method|路由选择方法=route selection method"
            ),
            terms("网关=gateway|控制节点=control node|报文队列=message queue|密钥库=key store|交换芯片=switching chip")
        ),
        SampleTopic(
            "A61B",
            [1, 5, 6, 8, 10, 17, 34],
            terms(
                "内窥镜=endoscope|血压测量装置=blood pressure measuring device|超声成像方法=ultrasonic imaging method|手术机器人=surgical robot|心电监测系统=electrocardiogram monitoring system"
            ),
            terms("探头=probe|导管=catheter|传感器=sensor|显示屏=display screen|夹持机构=clamping mechanism")
        ),
        SampleTopic(
            "H01M",
            [4, 8, 10, 50],
            terms(
                "锂离子电池=lithium ion battery|燃料电池=fuel cell|电池模组=battery module|正极材料=positive electrode material|固态电解质=solid electrolyte|电池热管理系统=battery thermal management system"
            ),
            terms("隔膜=separator|集流体=current collector|电极片=electrode sheet|壳体=housing|冷却板=cooling plate")
        ),
        SampleTopic(
            "C08L",
            [1, 3, 5, 23, 27, 33, 63, 67, 83],
            terms(
                "复合材料=composite material|阻燃塑料=flame retardant plastic|导热硅胶=thermally conductive silicone|可降解薄膜=degradable film|石墨烯复合膜=graphene composite film"
            ),
            terms("树脂基体=resin matrix|填料=filler|偶联剂=coupling agent|增韧剂=toughening agent|石墨烯=graphene")
        ),
        SampleTopic(
            "B65G",
            [1, 15, 17, 43, 47, 49, 65],
            terms(
                "输送装置=conveying device|分拣系统=sorting system|立体仓库=stereoscopic warehouse|上料机构=feeding mechanism|搬运机器人=handling robot"
            ),
            terms("输送带=conveyor belt|滚筒=roller|推板=push plate|定位销=locating pin|光电开关=photoelectric switch")
        ),
        SampleTopic(
            "G01N",
            [1, 3, 15, 21, 27, 30, 33],
            terms(
                "水质检测仪=water quality detector|气体传感器=gas sensor|拉伸试验机=tensile testing machine|荧光检测方法=fluorescence detection method|粒度分析方法=particle size analysis method"
            ),
            terms("样品池=sample cell|光源=light source|探测器=detector|试剂盒=reagent kit|滤光片=optical filter")
        ),
        SampleTopic(
            "A23L",
            [2, 3, 5, 7, 17, 19, 33],
            terms(
                "功能饮料=functional beverage|杂粮食品=coarse cereal food|果蔬保鲜方法=fruit and vegetable preservation method|食用菌酱=edible fungus sauce|低糖糕点=low sugar pastry"
            ),
            terms("发酵液=fermentation broth|膳食纤维=dietary fiber|茶多酚=tea polyphenol|淀粉=starch|蛋白粉=protein powder")
        ),
        SampleTopic(
            "F24F",
            [1, 3, 5, 7, 11, 13],
            terms(
                "空调器=air conditioner|新风系统=fresh air system|除湿机=dehumidifier|送风控制方法=air supply control method|热回收机组=heat recovery unit"
            ),
            terms("换热器=heat exchanger|风机=fan|导风板=air deflector|湿度传感器=humidity sensor|过滤网=filter screen")
        ),
        SampleTopic(
            "B60L",
            [3, 7, 15, 50, 53, 58],
            terms(
                "充电桩=charging pile|电动汽车=electric vehicle|能量回收方法=energy recovery method|换电站=battery swap station|充电控制方法=charging control method"
            ),
            terms("充电枪=charging gun|车载控制器=vehicle controller|电机=motor|逆变器=inverter|电量显示器=power indicator")
        ),
        SampleTopic(
            "C02F",
            [1, 3, 5, 9, 11],
            terms(
                "污水处理系统=sewage treatment system|脱氮方法=denitrification method|净水器=water purifier|污泥干化装置=sludge drying device|中水回用装置=reclaimed water reuse device"
            ),
            terms("曝气池=aeration tank|沉淀池=sedimentation tank|膜组件=membrane module|絮凝剂=flocculant|加药泵=dosing pump")
        ),
        SampleTopic(
            "E04B",
            [1, 2, 5, 7, 9],
            terms(
                "装配式墙体=prefabricated wall|保温屋面=thermal insulation roof|钢结构连接节点=steel structure connection node|隔音吊顶=sound insulation ceiling|抗震框架=seismic frame"
            ),
            terms("保温板=insulation board|龙骨=keel|预埋件=embedded part|连接螺栓=connecting bolt|防水层=waterproof layer")
        ),
        SampleTopic(
            "A01G",
            [7, 9, 13, 18, 22, 25, 27, 31],
            terms(
                "滴灌系统=drip irrigation system|温室大棚=greenhouse|食用菌栽培方法=edible fungus cultivation method|无土栽培装置=soilless culture device|果树修剪机=fruit tree pruning machine"
            ),
            terms(
                "喷头=nozzle|营养液=nutrient solution|补光灯=supplementary lamp|栽培槽=cultivation trough|水肥一体机=fertigation machine"
            )
        ),
        SampleTopic(
            "G06Q",
            [10, 20, 30, 40, 50],
            terms(
                "供应链管理方法=supply chain management method|电子支付系统=electronic payment system|知识产权服务平台=intellectual property service platform|信用评价方法=credit evaluation method|排班方法=shift scheduling method"
            ),
            terms("订单模块=order module|规则引擎=rule engine|数据库=database|终端=terminal|统计单元=statistical unit")
        ),
        SampleTopic(
            "G06N",
            [3, 5, 7, 10, 20],
            terms(
                "神经网络训练方法=neural network training method|图像识别模型=image recognition model|知识图谱构建方法=knowledge graph construction method|联邦学习系统=federated learning system|可信人工智能评估方法=trustworthy artificial intelligence evaluation method"
            ),
            terms("编码器=encoder|注意力层=attention layer|损失函数=loss function|样本集=sample set|推理引擎=inference engine")
        ),
        SampleTopic(
            "H04W",
            [4, 12, 16, 24, 28, 36, 48, 72],
            terms(
                "无线接入方法=wireless access method|波束管理方法=beam management method|基站=base station|定位方法=positioning method|物联网终端=Internet of Things terminal"
            ),
            terms(
                "天线阵列=antenna array|射频前端=radio frequency front end|调度器=scheduler|信道估计单元=channel estimation unit|基带芯片=baseband chip"
            )
        ),
        SampleTopic(
            "A61K",
            [8, 9, 31, 36, 38, 39, 47],
            terms(
                "中药组合物=traditional Chinese medicine composition|缓释制剂=sustained release preparation|护肤品=skin care product|抗体药物=antibody drug|口服液=oral liquid"
            ),
            terms("提取物=extract|辅料=excipient|微球=microsphere|脂质体=liposome|黄芪=astragalus")
        ),
        SampleTopic(
            "B23K",
            [1, 3, 9, 20, 26, 37],
            terms(
                "激光焊接装置=laser welding device|焊接机器人=welding robot|切割方法=cutting method|钎焊工装=brazing fixture|焊缝跟踪系统=weld seam tracking system"
            ),
            terms("激光头=laser head|夹具=fixture|送丝机构=wire feeding mechanism|保护气罩=shielding gas cover|视觉相机=vision camera")
        ),
        SampleTopic(
            "F03D",
            [1, 3, 7, 9, 13, 17, 80],
            terms(
                "风力发电机组=wind turbine generator set|叶片=blade|变桨控制方法=pitch control method|塔筒=tower|海上风机基础=offshore wind turbine foundation"
            ),
            terms("轮毂=hub|偏航轴承=yaw bearing|齿轮箱=gearbox|阻尼器=damper|机舱=nacelle")
        ),
        SampleTopic(
            "E21D",
            [1, 9, 11, 15, 20, 23],
            terms(
                "隧道支护结构=tunnel support structure|液压支架=hydraulic support|锚杆=anchor bolt|巷道掘进方法=roadway excavation method|矿井监测系统=mine monitoring system"
            ),
            terms("立柱=upright column|顶梁=top beam|注浆管=grouting pipe|钢拱架=steel arch frame|压力表=pressure gauge")
        ),
        SampleTopic(
            "D06F",
            [23, 25, 33, 37, 39, 58],
            terms(
                "洗衣机=washing machine|干衣机=clothes dryer|洗涤控制方法=washing control method|平衡环=balance ring|衣物护理机=clothes care machine"
            ),
            terms("内筒=inner drum|排水泵=drain pump|门封=door seal|减震器=shock absorber|水位传感器=water level sensor")
        ),
        SampleTopic(
            "B01D",
            [5, 15, 29, 35, 46, 53, 61, 71],
            terms(
                "除尘器=dust remover|废气处理方法=waste gas treatment method|过滤装置=filtering device|反渗透膜=reverse osmosis membrane|吸收塔=absorption tower"
            ),
            terms("滤芯=filter element|喷淋头=spray head|活性炭=activated carbon|催化剂=catalyst|引风机=induced draft fan")
        ),
        SampleTopic(
            "G02B",
            [1, 5, 6, 7, 13, 21, 26, 27],
            terms(
                "光纤连接器=optical fiber connector|镜头模组=lens module|增强现实眼镜=augmented reality glasses|偏振片=polarizer|显微成像系统=microscopic imaging system"
            ),
            terms("透镜=lens|光纤=optical fiber|棱镜=prism|波导=waveguide|支架=bracket")
        ),
        SampleTopic(
            "B25J",
            [5, 9, 11, 13, 15, 17, 19],
            terms(
                "工业机器人=industrial robot|机械手=manipulator|轨迹规划方法=trajectory planning method|柔性夹爪=flexible gripper|协作机器人=collaborative robot"
            ),
            terms("关节=joint|减速器=reducer|力传感器=force sensor|吸盘=suction cup|控制柜=control cabinet")
        ),
        SampleTopic(
            "C12N",
            [1, 5, 7, 9, 15],
            terms(
                "重组菌株=recombinant strain|基因编辑方法=gene editing method|酶制剂=enzyme preparation|干细胞培养基=stem cell culture medium|引物组=primer set"
            ),
            terms("载体=vector|启动子=promoter|培养皿=culture dish|缓冲液=buffer solution|宿主细胞=host cell")
        ),
        SampleTopic(
            "H02J",
            [3, 5, 7, 13, 50],
            terms(
                "储能系统=energy storage system|光伏并网方法=photovoltaic grid connection method|无线充电装置=wireless charging device|配电柜=power distribution cabinet|微电网=microgrid"
            ),
            terms("断路器=circuit breaker|变压器=transformer|电容器=capacitor|监控终端=monitoring terminal|直流母线=direct current bus")
        ),
        SampleTopic(
            "G09B",
            [1, 5, 7, 9, 19, 23, 25],
            terms(
                "教学演示装置=teaching demonstration device|虚拟实验系统=virtual experiment system|盲文学习机=braille learning machine|驾驶模拟器=driving simulator|地球仪=globe"
            ),
            terms("投影仪=projector|答题器=answering device|语音模块=voice module|底座=base|标尺=scale")
        ),
    ]

    /// Words before an object.
    static let qualities = terms(
        "高效=high-efficiency|便携式=portable|节能型=energy-saving|多功能=multifunctional|智能=intelligent|新型=novel|可折叠=foldable|低成本=low-cost|耐高温=high temperature resistant|自清洁=self-cleaning|模块化=modular|防水=waterproof|轻量化=lightweight|快速=rapid|高精度=high-precision|静音=silent"
    )

    /// What a title says besides its object.
    static let additions = terms(
        "及其制备方法= and preparation method thereof|及其控制方法= and control method thereof|及其使用方法= and method of using the same|及其应用= and application thereof|及系统= and system|= "
    )

    /// What an invention achieves.
    static let effects = terms(
        "结构简单、操作方便=simple in structure and convenient to operate|显著降低能耗=significantly reduces energy consumption|提高了检测精度=improves detection accuracy|延长了使用寿命=prolongs service life|散热效果好=dissipates heat well|便于安装和维护=easy to install and maintain|减少了人工成本=reduces labour cost|提高了生产效率=improves production efficiency|安全可靠=safe and reliable|绿色环保=environmentally friendly|稳定性好=stable|响应速度快=fast in response"
    )
}
