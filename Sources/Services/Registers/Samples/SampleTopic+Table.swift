extension SampleTopic {
    /// The fields with their words; blocks are divided by an empty line.
    static let table = """
        G06F 16 9 3 11 21 17 12 | 软件=Software | I6510
        s 数据处理方法=data processing method|文件检索方法=file retrieval method|任务调度方法=task scheduling method|日志分析方法=log analysis method
        d 触控装置=touch control device|数据存储装置=data storage device
        - 处理器=processor|缓存模块=cache module|索引单元=index unit|接口电路=interface circuit|校验模块=verification module|总线=bus

        G06N 3 5 20 7 10 | 智能科技=Intelligence | I6550
        s 神经网络训练方法=neural network training method|知识图谱构建方法=knowledge graph construction method|图像识别模型训练方法=image recognition model training method|推荐模型更新方法=recommendation model updating method
        d 推理加速器=inference accelerator
        - 编码器=encoder|注意力模块=attention module|样本库=sample library|推理引擎=inference engine|特征提取网络=feature extraction network|评估单元=evaluation unit

        H01L 21 23 29 33 27 31 25 | 半导体=Semiconductors | C3973
        d 半导体器件=semiconductor device|发光二极管=light emitting diode|芯片封装结构=chip packaging structure|功率模块=power module|薄膜晶体管=thin film transistor
        p 晶圆切割方法=wafer dicing method|薄膜沉积方法=thin film deposition method
        - 衬底=substrate|钝化层=passivation layer|栅极=gate electrode|焊盘=bonding pad|散热片=heat sink|隔离槽=isolation trench

        H04L 9 41 12 27 67 1 5 | 网络=Networks | I6410
        s 数据传输方法=data transmission method|身份认证方法=identity authentication method|密钥协商方法=key agreement method|路由选择方法=route selection method|网络切片管理方法=network slice management method
        d 网关设备=gateway
        - 转发节点=forwarding node|密钥中心=key centre|流量监测模块=traffic monitoring module|会话管理器=session manager|报文缓冲区=packet buffer|认证服务器=authentication server

        H01M 10 4 50 8 2 6 12 | 电池=Batteries | C3841
        d 锂离子电池=lithium ion battery|电池包=battery pack|燃料电池电堆=fuel cell stack|电池热管理装置=battery thermal management device
        p 正极材料制备方法=positive electrode material preparation method|电池注液方法=battery electrolyte filling method
        - 极片=pole piece|隔膜=separator|壳体=housing|汇流排=busbar|冷却板=cooling plate|防爆阀=explosion-proof valve

        A61K 36 31 9 8 47 38 39 | 医药=Pharmaceuticals | C2740
        m 中药组合物=traditional Chinese medicine composition|缓释制剂=sustained release preparation|护肤组合物=skin care composition|口服液=oral liquid|脂质体制剂=liposome preparation
        p 有效成分提取方法=active ingredient extraction method
        ~ 黄芪提取物=astragalus extract|甘油=glycerol|透明质酸=hyaluronic acid|微晶纤维素=microcrystalline cellulose|卵磷脂=lecithin|茶多酚=tea polyphenol

        G01N 21 33 27 30 1 35 15 | 检测=Testing | C4014
        d 气体检测仪=gas detector|水质监测装置=water quality monitoring device|样品前处理装置=sample pretreatment device
        p 免疫检测方法=immunoassay method|粒度分析方法=particle size analysis method|残留量检测方法=residue detection method
        - 样品池=sample cell|光源=light source|探测器=detector|滤光片=optical filter|进样泵=sample pump|校准模块=calibration module

        A61B 5 17 8 6 10 18 34 | 医疗器械=Medical Devices | C3581
        d 血压监测仪=blood pressure monitor|内窥镜=endoscope|手术缝合器=surgical stapler|超声探头=ultrasound probe|康复训练床=rehabilitation bed
        s 心电信号分析方法=electrocardiogram analysis method
        - 电极片=electrode pad|显示屏=display screen|手柄=handle|传感组件=sensing assembly|导管=catheter|锁定机构=locking mechanism

        B65G 1 47 15 17 65 43 | 物流装备=Logistics | G5990
        d 输送机=conveyor|立体仓库=high-bay warehouse|分拣装置=sorting device|码垛机=palletiser|提升机=elevator
        - 滚筒=roller|导轨=guide rail|链条=chain|托盘=pallet|光电开关=photoelectric switch|驱动电机=drive motor

        H04W 72 24 36 4 16 48 12 | 通信=Communications | C3921
        s 无线接入方法=wireless access method|波束管理方法=beam management method|小区切换方法=cell handover method|终端定位方法=terminal positioning method
        d 基站=base station|物联网终端=Internet of Things terminal
        - 天线阵列=antenna array|射频前端=radio frequency front end|调度器=scheduler|信道估计单元=channel estimation unit|基带芯片=baseband chip|参考信号=reference signal

        A23L 33 2 7 19 3 5 17 | 食品=Foods | C1491
        m 功能饮料=functional beverage|杂粮食品=coarse cereal food|食用菌酱=edible mushroom sauce|代餐粉=meal replacement powder|低糖果冻=low-sugar jelly
        p 果蔬保鲜方法=fruit and vegetable preservation method|肉制品熏制方法=meat smoking method
        ~ 膳食纤维=dietary fibre|淀粉=starch|大豆蛋白=soy protein|果葡糖浆=fructose syrup|燕麦粉=oat flour|发酵液=fermentation broth

        B60L 53 58 50 15 3 7 | 汽车电子=Automotive | C3612
        d 充电桩=charging pile|换电站=battery swap station|电动汽车底盘=electric vehicle chassis|电机控制器=motor controller
        s 充电调度方法=charging scheduling method|能量回收控制方法=energy recovery control method
        - 充电枪=charging gun|车载控制器=vehicle controller|逆变器=inverter|电量传感器=charge sensor|继电器=relay|液冷管路=liquid cooling line

        F24F 11 1 13 7 5 3 | 暖通=Climate Control | C3853
        d 空调器=air conditioner|新风机=fresh air machine|除湿机=dehumidifier|热回收机组=heat recovery unit|风管机=ducted unit
        s 室内温度控制方法=room temperature control method
        - 换热器=heat exchanger|风机=fan|导风板=air deflector|湿度传感器=humidity sensor|过滤网=filter screen|节流阀=throttle valve

        C02F 1 3 9 11 5 | 环保=Environment | C3591
        d 污水处理系统=sewage treatment system|净水器=water purifier|污泥干化装置=sludge drying device|中水回用装置=reclaimed water device
        p 脱氮除磷方法=nitrogen and phosphorus removal method|高盐废水处理方法=high-salt waste water treatment method
        - 曝气池=aeration tank|沉淀池=sedimentation tank|膜组件=membrane module|加药泵=dosing pump|搅拌器=stirrer|污泥斗=sludge hopper

        B25J 9 15 11 19 5 13 17 | 机器人=Robotics | C3491
        d 工业机器人=industrial robot|机械手=manipulator|柔性夹爪=flexible gripper|协作机器人=collaborative robot|巡检机器人=inspection robot
        s 轨迹规划方法=trajectory planning method|手眼标定方法=hand-eye calibration method
        - 关节=joint|减速器=reducer|力传感器=force sensor|吸盘=suction cup|控制柜=control cabinet|末端执行器=end effector

        E04B 1 2 7 9 5 | 建筑科技=Construction | E4710
        d 装配式墙体=prefabricated wall|保温屋面=thermal insulation roof|钢结构节点=steel structure joint|隔音吊顶=sound insulation ceiling
        p 装配式楼板施工方法=prefabricated floor construction method
        - 保温板=insulation board|龙骨=keel|预埋件=embedded part|连接螺栓=connecting bolt|防水层=waterproof layer|支撑柱=support column

        A01G 31 9 25 7 22 18 13 27 | 农业科技=Agriculture | A0511
        d 滴灌系统=drip irrigation system|温室大棚=greenhouse|无土栽培装置=soilless culture device|修剪机=pruning machine
        p 食用菌栽培方法=edible mushroom cultivation method|水稻育秧方法=rice seedling method
        - 喷头=nozzle|营养液箱=nutrient tank|补光灯=supplementary lamp|栽培槽=cultivation trough|水肥一体机=fertigation machine|遮阳网=shade net

        B23K 26 37 9 20 1 3 | 焊接装备=Welding | C3424
        d 激光焊接机=laser welding machine|焊接机器人工作站=welding robot station|焊缝跟踪装置=weld seam tracking device
        p 搅拌摩擦焊方法=friction stir welding method|激光切割方法=laser cutting method
        - 激光头=laser head|夹具=fixture|送丝机构=wire feeder|保护气罩=shielding gas cover|视觉相机=vision camera|冷却水套=cooling jacket

        G06Q 10 50 30 40 20 | 信息服务=Information Services | I6540
        s 供应链管理方法=supply chain management method|电子支付方法=electronic payment method|知识产权服务方法=intellectual property service method|信用评价方法=credit evaluation method|排班方法=shift scheduling method
        - 订单模块=order module|规则引擎=rule engine|数据库=database|用户终端=user terminal|统计单元=statistics unit|审批节点=approval node

        C08L 23 63 67 83 101 9 | 新材料=New Materials | C2651
        m 阻燃树脂组合物=flame retardant resin composition|可降解塑料=degradable plastic|橡胶复合材料=rubber composite|环氧胶黏剂=epoxy adhesive
        p 聚合物改性方法=polymer modification method
        ~ 聚丙烯=polypropylene|硅烷偶联剂=silane coupling agent|抗氧剂=antioxidant|玻璃纤维=glass fibre|碳酸钙=calcium carbonate|增韧剂=toughening agent

        H02J 7 3 50 13 5 9 | 电力科技=Power | C3823
        d 储能系统=energy storage system|无线充电装置=wireless charging device|配电柜=power distribution cabinet|光伏逆变装置=photovoltaic inverter device
        s 微电网调度方法=microgrid dispatching method
        - 断路器=circuit breaker|变压器=transformer|电容器=capacitor|监控终端=monitoring terminal|直流母线=direct current bus|蓄电池组=storage battery pack

        B01D 53 46 61 29 71 15 35 | 净化设备=Purification | C3463
        d 除尘器=dust remover|过滤装置=filtering device|吸收塔=absorption tower|膜分离装置=membrane separation device
        p 废气处理方法=waste gas treatment method
        - 滤芯=filter element|喷淋头=spray head|吸附床=adsorption bed|催化剂层=catalyst layer|引风机=induced draft fan|反吹管=blowback pipe

        C12N 15 1 5 9 7 | 生物=Biotech | C2762
        m 重组菌株=recombinant strain|干细胞培养基=stem cell culture medium|酶制剂=enzyme preparation|引物组合物=primer composition
        p 基因编辑方法=gene editing method|发酵方法=fermentation method
        ~ 载体质粒=vector plasmid|启动子序列=promoter sequence|缓冲液=buffer solution|宿主细胞=host cell material|葡萄糖=glucose|蛋白胨=peptone

        G02B 27 6 13 5 26 21 1 7 | 光学=Optics | C4040
        d 光纤连接器=optical fibre connector|镜头模组=lens module|增强现实眼镜=augmented reality glasses set|显微成像系统=microscopic imaging system
        - 透镜=lens|棱镜=prism|光波导=optical waveguide|支架=bracket|偏振片=polariser|光阑=aperture stop

        F03D 13 7 17 1 9 80 3 | 风电=Wind Power | C3415
        d 风力发电机组=wind turbine|风机叶片=turbine blade|海上风机基础=offshore turbine foundation|塔筒平台=tower platform
        s 变桨控制方法=pitch control method
        - 轮毂=hub|偏航轴承=yaw bearing|齿轮箱=gearbox|阻尼器=damper|机舱=nacelle|法兰=flange

        E21D 11 9 20 23 15 1 | 矿山装备=Mining | C3511
        d 隧道支护结构=tunnel support structure|液压支架=hydraulic support|锚杆钻车=bolting rig
        p 巷道掘进方法=roadway excavation method
        s 矿井监测方法=mine monitoring method
        - 立柱=upright column|顶梁=top beam|注浆管=grouting pipe|钢拱架=steel arch|压力表=pressure gauge|钻臂=drill boom

        D06F 58 37 33 39 25 23 | 家电=Home Appliances | C3855
        d 洗衣机=washing machine|干衣机=clothes dryer|衣物护理机=clothes care machine|叠衣机=clothes folding machine
        s 洗涤控制方法=washing control method
        - 内筒=inner drum|排水泵=drain pump|门封=door seal|减震器=shock absorber|水位传感器=water level sensor|蒸汽发生器=steam generator

        G09B 5 9 23 19 7 25 | 教育装备=Education | C2413
        d 教学演示装置=teaching demonstration device|盲文学习机=braille learning machine|驾驶模拟器=driving simulator|实验教具=experiment teaching aid
        s 虚拟实验方法=virtual experiment method
        - 投影仪=projector|答题器=answering device|语音模块=voice module|底座=base|标尺=scale|操作台=console

        A63B 21 22 23 71 69 24 | 体育用品=Sporting Goods | C2442
        d 跑步机=treadmill|力量训练器=strength trainer|跳绳计数器=rope skipping counter|平衡板=balance board
        s 运动姿态评估方法=exercise posture evaluation method
        - 踏板=pedal|弹力带=elastic band|配重块=counterweight|把手=grip|显示仪表=display meter|阻尼轮=damping wheel

        D03D 15 1 13 47 49 11 | 纺织=Textiles | C1711
        m 功能面料=functional fabric|阻燃织物=flame retardant fabric|抗菌纱线=antibacterial yarn
        p 提花织造方法=jacquard weaving method
        ~ 涤纶纤维=polyester fibre|棉纱=cotton yarn|氨纶=spandex|整理剂=finishing agent|银离子抗菌剂=silver ion agent|染料=dye
        """
}
