/// The words by which sample titles and abstracts of one field differ.
enum SampleWords {
    static let softwareQualities = SampleTerm.list(
        """
        基于深度学习的=deep learning based|基于知识图谱的=knowledge graph based|基于区块链的=blockchain based|分布式=distributed|
        多模态=multimodal|自适应=adaptive|实时=real-time|面向边缘计算的=edge computing oriented|高并发=high-concurrency|
        低时延=low-latency|可解释=explainable|基于联邦学习的=federated learning based|增量式=incremental|轻量级=lightweight|
        隐私保护的=privacy-preserving|基于图神经网络的=graph neural network based
        """
    )
    static let deviceQualities = SampleTerm.list(
        """
        便携式=portable|节能型=energy-saving|多功能=multifunctional|智能=intelligent|可拆卸=detachable|低噪声=low-noise|
        模块化=modular|高精度=high-precision|小型化=miniaturised|可调节=adjustable|自动=automatic|高可靠=highly reliable|
        轻量化=lightweight|双通道=dual-channel|一体式=integrated|快速响应=fast-response
        """
    )
    static let processQualities = SampleTerm.list(
        """
        高效=efficient|连续式=continuous|低能耗=low-energy|绿色=green|精准=precise|低成本=low-cost|分步式=stepwise|可控=controllable|
        无废水=waste-water-free|快速=rapid|规模化=large-scale|在线=online
        """
    )
    static let materialQualities = SampleTerm.list(
        """
        高稳定性=highly stable|复合=composite|低成本=low-cost|环保型=environmentally friendly|高纯度=high-purity|耐高温=heat-resistant|
        速溶=instant|缓释型=slow-release|纳米=nano-structured|天然=natural|抗氧化=antioxidant|低致敏=hypoallergenic
        """
    )

    static let softwareAdditions = SampleTerm.list(
        """
        、装置、电子设备及存储介质=, apparatus, electronic device and storage medium|及系统= and system|、设备和介质=, device and medium|
        及装置= and apparatus|=
        """
    )
    static let deviceAdditions = SampleTerm.list(
        """
        =|及其控制方法= and control method thereof|及其使用方法= and method of using the same|及其安装方法= and mounting method thereof
        """
    )
    static let processAdditions = SampleTerm.list("=|及系统= and system|及装置= and device|及其应用= and application thereof")
    static let materialAdditions = SampleTerm.list(
        """
        及其制备方法= and preparation method thereof|及其应用= and application thereof|、制备方法和应用=, preparation method and application|=
        """
    )

    static let softwareEffects = SampleTerm.list(
        """
        提高了处理效率=processing becomes more efficient|降低了误报率=false alarms become rarer|减少了网络流量=network traffic is reduced|
        增强了数据安全性=data are better protected|缩短了响应时间=the response time is shortened|降低了人工标注成本=less manual labelling is needed|
        提升了预测准确率=predictions become more accurate|便于扩展和部署=extension and deployment become easy
        """
    )
    static let deviceEffects = SampleTerm.list(
        """
        结构简单、操作方便=the structure is simple and easy to operate|显著降低了能耗=energy consumption is markedly reduced|
        延长了使用寿命=the service life is prolonged|散热效果好=heat is dissipated well|便于安装和维护=mounting and maintenance are easy|
        提高了运行稳定性=operation becomes more stable|降低了噪声和振动=noise and vibration are lowered|避免了卡滞和误动作=jamming and false action are avoided|
        占用空间小=little space is needed|提高了安全性=safety is improved
        """
    )
    static let processEffects = SampleTerm.list(
        """
        缩短了生产周期=the production cycle is shortened|降低了废水排放=less waste water is discharged|提高了成品率=the yield is raised|
        工艺条件温和=the process conditions are mild|减少了人工成本=labour costs are reduced|适合工业化生产=it suits industrial production|
        提高了检测灵敏度=detection becomes more sensitive|能耗低、污染小=energy consumption and pollution are low
        """
    )
    static let materialEffects = SampleTerm.list(
        """
        稳定性好、保质期长=it is stable and keeps long|批次间差异小=batches differ little|原料易得、成本低=raw materials are easy to obtain and cheap|
        综合性能优异=its properties are balanced|无毒副作用=it has no toxic side effects|可生物降解=it is biodegradable|
        活性高=its activity is high|粒径分布均匀=its particle size is evenly distributed
        """
    )

    /// How the parts of a device stand to each other; `1` and `2` are the parts.
    static let joints = SampleTerm.list(
        """
        1设置于2的一侧=the 1 is arranged on one side of the 2|1与2可拆卸连接=the 1 is detachably connected with the 2|
        1套设在2的外部=the 1 is sleeved on the outside of the 2|1通过螺栓固定在2上=the 1 is bolted to the 2|
        1与2电连接=the 1 is electrically connected with the 2|1位于2的上方=the 1 is located above the 2
        """
    )
}
