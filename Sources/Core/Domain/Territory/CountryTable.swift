/// The two-letter codes of WIPO ST.3 with their names, and codes of states and offices of the past.
///
/// **Shape** One line a code: code, sort (`c` country or region, `o` organisation, `p` of the past), Chinese and
/// English name, separated by `|`.
///
/// **Source** WIPO ST.3; ISO 3166-1. Hong Kong, Macao and Taiwan are named as regions of China.
enum CountryTable {
    static let lines = """
        AD|c|安道尔|Andorra
        AE|c|阿联酋|United Arab Emirates
        AF|c|阿富汗|Afghanistan
        AG|c|安提瓜和巴布达|Antigua and Barbuda
        AI|c|安圭拉|Anguilla
        AL|c|阿尔巴尼亚|Albania
        AM|c|亚美尼亚|Armenia
        AO|c|安哥拉|Angola
        AP|o|非洲地区知识产权组织|African Regional Intellectual Property Organization
        AR|c|阿根廷|Argentina
        AT|c|奥地利|Austria
        AU|c|澳大利亚|Australia
        AW|c|阿鲁巴|Aruba
        AZ|c|阿塞拜疆|Azerbaijan
        BA|c|波斯尼亚和黑塞哥维那|Bosnia and Herzegovina
        BB|c|巴巴多斯|Barbados
        BD|c|孟加拉国|Bangladesh
        BE|c|比利时|Belgium
        BF|c|布基纳法索|Burkina Faso
        BG|c|保加利亚|Bulgaria
        BH|c|巴林|Bahrain
        BI|c|布隆迪|Burundi
        BJ|c|贝宁|Benin
        BM|c|百慕大|Bermuda
        BN|c|文莱|Brunei Darussalam
        BO|c|玻利维亚|Bolivia
        BQ|c|博纳尔、圣俄斯塔休斯和萨巴|Bonaire, Sint Eustatius and Saba
        BR|c|巴西|Brazil
        BS|c|巴哈马|Bahamas
        BT|c|不丹|Bhutan
        BW|c|博茨瓦纳|Botswana
        BX|o|比荷卢知识产权局|Benelux Office for Intellectual Property
        BY|c|白俄罗斯|Belarus
        BZ|c|伯利兹|Belize
        CA|c|加拿大|Canada
        CD|c|刚果民主共和国|Democratic Republic of the Congo
        CF|c|中非|Central African Republic
        CG|c|刚果|Congo
        CH|c|瑞士|Switzerland
        CI|c|科特迪瓦|Côte d'Ivoire
        CK|c|库克群岛|Cook Islands
        CL|c|智利|Chile
        CM|c|喀麦隆|Cameroon
        CN|c|中国|China
        CO|c|哥伦比亚|Colombia
        CR|c|哥斯达黎加|Costa Rica
        CU|c|古巴|Cuba
        CV|c|佛得角|Cabo Verde
        CW|c|库拉索|Curaçao
        CY|c|塞浦路斯|Cyprus
        CZ|c|捷克|Czechia
        DE|c|德国|Germany
        DJ|c|吉布提|Djibouti
        DK|c|丹麦|Denmark
        DM|c|多米尼克|Dominica
        DO|c|多米尼加|Dominican Republic
        DZ|c|阿尔及利亚|Algeria
        EA|o|欧亚专利组织|Eurasian Patent Organization
        EC|c|厄瓜多尔|Ecuador
        EE|c|爱沙尼亚|Estonia
        EG|c|埃及|Egypt
        EM|o|欧盟知识产权局|European Union Intellectual Property Office
        EP|o|欧洲专利局|European Patent Office
        ER|c|厄立特里亚|Eritrea
        ES|c|西班牙|Spain
        ET|c|埃塞俄比亚|Ethiopia
        EU|o|欧洲联盟|European Union
        FI|c|芬兰|Finland
        FJ|c|斐济|Fiji
        FO|c|法罗群岛|Faroe Islands
        FR|c|法国|France
        GA|c|加蓬|Gabon
        GB|c|英国|United Kingdom
        GC|o|海湾阿拉伯国家合作委员会专利局|Patent Office of the Cooperation Council for the Arab States of the Gulf
        GD|c|格林纳达|Grenada
        GE|c|格鲁吉亚|Georgia
        GG|c|根西|Guernsey
        GH|c|加纳|Ghana
        GI|c|直布罗陀|Gibraltar
        GL|c|格陵兰|Greenland
        GM|c|冈比亚|Gambia
        GN|c|几内亚|Guinea
        GQ|c|赤道几内亚|Equatorial Guinea
        GR|c|希腊|Greece
        GT|c|危地马拉|Guatemala
        GW|c|几内亚比绍|Guinea-Bissau
        GY|c|圭亚那|Guyana
        HK|c|中国香港|Hong Kong, China
        HN|c|洪都拉斯|Honduras
        HR|c|克罗地亚|Croatia
        HT|c|海地|Haiti
        HU|c|匈牙利|Hungary
        IB|o|世界知识产权组织国际局|International Bureau of WIPO
        ID|c|印度尼西亚|Indonesia
        IE|c|爱尔兰|Ireland
        IL|c|以色列|Israel
        IM|c|马恩岛|Isle of Man
        IN|c|印度|India
        IQ|c|伊拉克|Iraq
        IR|c|伊朗|Iran
        IS|c|冰岛|Iceland
        IT|c|意大利|Italy
        JE|c|泽西|Jersey
        JM|c|牙买加|Jamaica
        JO|c|约旦|Jordan
        JP|c|日本|Japan
        KE|c|肯尼亚|Kenya
        KG|c|吉尔吉斯斯坦|Kyrgyzstan
        KH|c|柬埔寨|Cambodia
        KI|c|基里巴斯|Kiribati
        KM|c|科摩罗|Comoros
        KN|c|圣基茨和尼维斯|Saint Kitts and Nevis
        KP|c|朝鲜|Democratic People's Republic of Korea
        KR|c|韩国|Republic of Korea
        KW|c|科威特|Kuwait
        KY|c|开曼群岛|Cayman Islands
        KZ|c|哈萨克斯坦|Kazakhstan
        LA|c|老挝|Lao People's Democratic Republic
        LB|c|黎巴嫩|Lebanon
        LC|c|圣卢西亚|Saint Lucia
        LI|c|列支敦士登|Liechtenstein
        LK|c|斯里兰卡|Sri Lanka
        LR|c|利比里亚|Liberia
        LS|c|莱索托|Lesotho
        LT|c|立陶宛|Lithuania
        LU|c|卢森堡|Luxembourg
        LV|c|拉脱维亚|Latvia
        LY|c|利比亚|Libya
        MA|c|摩洛哥|Morocco
        MC|c|摩纳哥|Monaco
        MD|c|摩尔多瓦|Republic of Moldova
        ME|c|黑山|Montenegro
        MG|c|马达加斯加|Madagascar
        MH|c|马绍尔群岛|Marshall Islands
        MK|c|北马其顿|North Macedonia
        ML|c|马里|Mali
        MM|c|缅甸|Myanmar
        MN|c|蒙古|Mongolia
        MO|c|中国澳门|Macao, China
        MR|c|毛里塔尼亚|Mauritania
        MS|c|蒙特塞拉特|Montserrat
        MT|c|马耳他|Malta
        MU|c|毛里求斯|Mauritius
        MV|c|马尔代夫|Maldives
        MW|c|马拉维|Malawi
        MX|c|墨西哥|Mexico
        MY|c|马来西亚|Malaysia
        MZ|c|莫桑比克|Mozambique
        NA|c|纳米比亚|Namibia
        NE|c|尼日尔|Niger
        NG|c|尼日利亚|Nigeria
        NI|c|尼加拉瓜|Nicaragua
        NL|c|荷兰|Netherlands
        NO|c|挪威|Norway
        NP|c|尼泊尔|Nepal
        NR|c|瑙鲁|Nauru
        NU|c|纽埃|Niue
        NZ|c|新西兰|New Zealand
        OA|o|非洲知识产权组织|African Intellectual Property Organization
        OM|c|阿曼|Oman
        PA|c|巴拿马|Panama
        PE|c|秘鲁|Peru
        PG|c|巴布亚新几内亚|Papua New Guinea
        PH|c|菲律宾|Philippines
        PK|c|巴基斯坦|Pakistan
        PL|c|波兰|Poland
        PT|c|葡萄牙|Portugal
        PW|c|帕劳|Palau
        PY|c|巴拉圭|Paraguay
        QA|c|卡塔尔|Qatar
        QZ|o|欧盟植物品种局|Community Plant Variety Office
        RO|c|罗马尼亚|Romania
        RS|c|塞尔维亚|Serbia
        RU|c|俄罗斯|Russian Federation
        RW|c|卢旺达|Rwanda
        SA|c|沙特阿拉伯|Saudi Arabia
        SB|c|所罗门群岛|Solomon Islands
        SC|c|塞舌尔|Seychelles
        SD|c|苏丹|Sudan
        SE|c|瑞典|Sweden
        SG|c|新加坡|Singapore
        SH|c|圣赫勒拿、阿森松和特里斯坦-达库尼亚|Saint Helena, Ascension and Tristan da Cunha
        SI|c|斯洛文尼亚|Slovenia
        SK|c|斯洛伐克|Slovakia
        SL|c|塞拉利昂|Sierra Leone
        SM|c|圣马力诺|San Marino
        SN|c|塞内加尔|Senegal
        SO|c|索马里|Somalia
        SR|c|苏里南|Suriname
        SS|c|南苏丹|South Sudan
        ST|c|圣多美和普林西比|Sao Tome and Principe
        SV|c|萨尔瓦多|El Salvador
        SX|c|圣马丁（荷）|Sint Maarten (Dutch part)
        SY|c|叙利亚|Syrian Arab Republic
        SZ|c|斯威士兰|Eswatini
        TC|c|特克斯和凯科斯群岛|Turks and Caicos Islands
        TD|c|乍得|Chad
        TG|c|多哥|Togo
        TH|c|泰国|Thailand
        TJ|c|塔吉克斯坦|Tajikistan
        TL|c|东帝汶|Timor-Leste
        TM|c|土库曼斯坦|Turkmenistan
        TN|c|突尼斯|Tunisia
        TO|c|汤加|Tonga
        TR|c|土耳其|Türkiye
        TT|c|特立尼达和多巴哥|Trinidad and Tobago
        TV|c|图瓦卢|Tuvalu
        TW|c|中国台湾|Taiwan, China
        TZ|c|坦桑尼亚|United Republic of Tanzania
        UA|c|乌克兰|Ukraine
        UG|c|乌干达|Uganda
        US|c|美国|United States of America
        UY|c|乌拉圭|Uruguay
        UZ|c|乌兹别克斯坦|Uzbekistan
        VA|c|梵蒂冈|Holy See
        VC|c|圣文森特和格林纳丁斯|Saint Vincent and the Grenadines
        VE|c|委内瑞拉|Venezuela
        VG|c|英属维尔京群岛|British Virgin Islands
        VN|c|越南|Viet Nam
        VU|c|瓦努阿图|Vanuatu
        WO|o|世界知识产权组织|World Intellectual Property Organization
        WS|c|萨摩亚|Samoa
        XN|o|北欧专利局|Nordic Patent Institute
        XU|o|国际植物新品种保护联盟|International Union for the Protection of New Varieties of Plants
        XV|o|维谢格拉德专利局|Visegrad Patent Institute
        YE|c|也门|Yemen
        ZA|c|南非|South Africa
        ZM|c|赞比亚|Zambia
        ZW|c|津巴布韦|Zimbabwe
        AN|p|荷属安的列斯|Netherlands Antilles
        CS|p|捷克斯洛伐克|Czechoslovakia
        DD|p|德意志民主共和国|German Democratic Republic
        RH|p|南罗得西亚|Southern Rhodesia
        SU|p|苏联|Soviet Union
        YU|p|南斯拉夫|Yugoslavia
        ZR|p|扎伊尔|Zaire
        """
}
