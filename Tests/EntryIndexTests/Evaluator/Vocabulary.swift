/// Words and names of the random records, and what an independent reader has to know of them.
enum Vocabulary {
    static let han = [
        "石墨烯", "散热膜", "光纤", "光缆", "传感器", "锂电池", "电池", "电动机", "转子", "定子", "绕组", "风力", "发电机", "冷却",
        "装置", "方法", "系统", "一种", "用于", "的", "及其", "半导体", "芯片", "封装", "哈哈哈", "电电", "光", "纤", "電池", "風力", "發電機",
        "裝置", "傳感器", "光纖",
    ]
    static let latin = [
        "battery", "batteries", "Battery", "sensor", "sensors", "heating", "heated", "coating", "coated", "motor",
        "motors", "MOTOR", "film", "Films", "device", "devices", "LED", "Wi-Fi", "WiFi", "wifi", "wi fi", "Wi‑Fi",
        "X-ray", "Xray", "x ray", "CO2", "CO₂", "5mm", "5 mm", "0.5mm", "0.5 mm", "５ｍｍ", "25℃", "25 °C", "U.S.", "US",
        "Füllung", "fullung", "graphene", "B超", "AB超", "LED灯", "LED 灯", "state-of-the-art", "motor's", "3.5", "35",
        "セ", "センサ", "12345678", "H02K1/00", "2019",
    ]
    /// Small words of English that share a stem, by Porter's rules; any other word has one of its own.
    static let stems = [
        "battery": "batteri", "batteries": "batteri", "sensor": "sensor", "sensors": "sensor", "heating": "heat",
        "heated": "heat", "heat": "heat", "coating": "coat", "coated": "coat", "coat": "coat", "motor": "motor",
        "motors": "motor", "film": "film", "films": "film", "device": "devic", "devices": "devic",
    ]
    /// Traditional characters of the words above.
    static let simplified: [Unicode.Scalar: Unicode.Scalar] = [
        "電": "电", "風": "风", "發": "发", "機": "机", "裝": "装", "傳": "传", "纖": "纤", "華": "华", "為": "为", "廣": "广", "東": "东",
    ]

    static let organisations = [
        "华为技术有限公司（深圳）", "華為技術有限公司", "山东大学", "山东理工大学", "中国石油大学（华东）", "山东·大学", "TCL集团", "3M公司", "石墨烯科技公司",
        "Samsung Electronics Co., Ltd.", "SAMSUNG SDI CO LTD", "Coca-Cola Company", "Coca Cola Co", "U.S. Steel Corp.",
        "US Steel Corp", "Rolls-Royce plc", "McDonald's Corp", "Battery Systems GmbH", "Batteries Inc.",
        "Société Générale SA",
    ]
    static let persons = [
        "王明", "王小明", "王", "小明王", "O'Brien", "J.A. Smith", "J. A. Smith", "Smith John", "李光纤", "Anna-Maria Motor",
    ]
    /// Addresses with the code of their region.
    static let addresses = [
        ("广东省深圳市南山区科技路1号", "440300"), ("廣東省廣州市天河区", ""), ("北京市海淀区中关村", "110000"), ("江苏省南京市鼓楼区", "320100"),
        ("上海市浦东新区光纤路5号", "310000"), ("德国慕尼黑光路", ""),
    ]

    static let ipc = [
        "H01M 10/05", "H01M 10/052", "H01M 10/0525", "H01M 10/056", "H01M 10/00", "H01M 4/38", "H02K 1/00", "H02K 1/06",
        "H02K 11/00", "H02K 17/02", "H02K", "A61K 31/00", "A61K 31/05",
    ]
    static let cpc = ["H01M 10/05", "H01M 10/0525", "Y02E 60/10", "Y02E 60/00", "H02K 1/06"]
    static let locarno = ["14-02", "14-03", "14", "06-01"]
    static let nice = ["9", "35", "3", "30"]
    static let vienna = ["7.1.1", "7.1", "7.11.2", "26.4.5"]
    static let usClasses = ["340/539.12", "705/26"]
    static let industries = ["C39", "C3985", "C3", "I6510"]
    static let postcodes = ["518057", "518000", "100080"]
    static let status = ["有效", "授权", "视为撤回", "专利权有效期届满", "未缴年费终止失效", "审中"]
    static let events = ["授权", "实质审查的生效", "专利权质押合同登记的生效", "专利权的终止"]
}
