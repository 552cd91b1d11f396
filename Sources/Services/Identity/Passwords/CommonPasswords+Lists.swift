extension CommonPasswords {
    /// Passwords that lists of breached ones have at their head, as everybody publishes them, in groups.
    static let lists = [numbers, keyboard, wishes, names, trade, words]

    /// Digits, dates and numbers that sound like words (520 我爱你, 1314 一生一世).
    private static let numbers = """
        123456 1234567 12345678 123456789 1234567890 0123456789 12345 1234 123123 123123123 123321 1234321 123454321
        12344321 11223344 1122334455 112233 111111 1111111 11111111 111111111 1111111111 000000 00000000 0000000000
        222222 22222222 333333 33333333 444444 555555 55555555 666666 66666666 6666666666 777777 7777777 77777777
        888888 88888888 888888888 8888888888 999999 99999999 9999999999 654321 7654321 87654321 987654321 9876543210
        0987654321 147258 147258369 147852 147852369 159357 159753 159951 258369 258456 321321 321654 321654987
        369258147 456123 456456 456789 456852 741852 741852963 753951 789456 789456123 7894561230 789789 963852741
        852456 102030 1020304050 101010 10101010 121212 12121212 123654 123654789 123789 124578 131313 134679 142536
        145236 151515 159159 161616 171717 181818 191919 202020 212121 232323 242424 252525 272727 282828 292929
        313131 1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 135790 13579 1357924680 2468013579 246810 24681012 147147
        258258 369369 963963 987987 741741 852852 520 5201314 520520 520131 52013140 5201314520 1314520 13145200
        1314521 13141314 131452 5211314 52113140 5845201314 7758521 7758258 7758520 775852100 77585210 770880
        77588521 1234520 520530 5203344 3344520 3344521 33445200 530530 5301314 584520 584521 5845211314 9958 995995
        920921 921921 1314 14131413 201314 20131420 0201314 1230 12301230 0123456 01234567 012345678 01230123 110110
        110120 110119 119119 120120 110110110 123000 1234560 12345600 123456000 12345670 123456780 123456123
        1234561234 123456123456 123456654321 1234566 123456a 1234567a 12345678a 123456789a 1234567890a 123456789q
        123456q 123456qq 123456qaz 123456abc 123456aa 123456asd 123456zx 123456abcd 123456789abc 12345qwert
        12345qwerty 1234qwer 1234qwerasdf 123qwe 123qweasd 123qweasdzxc 123qwe123qwe 123asd 123abc 123456as 123456q1
        123456z 123456zz 123456wang 123456li 123456zhang 1234abcd 12341234 123412341234 12345612 123456781 123456987
        1234567899 1234567891 12345678910 123456789123 1234567890123 123456789012 1029384756 0147258369 00123456
        19491001 20080808 20000101 19900101 19880808 19870101 19851010 19860101 20100101 20200101 20202020 20212021
        20222022 20232023 20242024 20252025 2020202020 20012001 20002000 19901990 19881988
        """

    /// Rows and walks of the keyboard.
    private static let keyboard = """
        qwerty qwertyu qwertyui qwertyuiop qwertyuiop123 qwerty123 qwerty1 qwerty12 qwerty1234 qwerty12345
        qwerty123456 qwert qwer qwer1234 qwert12345 qwer123456 qwerasdf qwerasdfzxcv qweasd qweasdzxc qweqwe
        qweqweqwe qwe123 qwe123qwe qweasd123 qazwsx qazwsxedc qazwsxedcrfv qazxsw qazxswedc qaz123 qaz123wsx qaz2wsx
        qazqaz 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 1qaz1qaz 1qazxcvb 1qaz2wsx3edc4rfv 2wsx3edc zaq12wsx zaq1xsw2 zaqwsx
        zaq1zaq1 xsw2zaq1 asdf asdfg asdfgh asdfghj asdfghjk asdfghjkl asdfasdf asdf1234 asdfg123 asdasd asdasdasd
        asd123 asd123456 asd123asd asdqwe asdzxc asdqwe123 zxcvbn zxcvbnm zxcvb zxcv zxcv1234 zxc123 zxcasd
        zxcasdqwe zxczxc zxcvbnm123 zxcvbnm1 poiuyt poiuytrewq lkjhgf lkjhgfdsa mnbvcx mnbvcxz poiu0987 rewq4321
        qwaszx qwaszx12 wasd wasdwasd plmokn plokijuh okmnji qpwoeiruty qpalzm alskdjfhg zmxncbv qwsxzaq ytrewq
        trewq fdsa fdsafdsa jkljkl hjkl uiop q1w2e3 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 a1s2d3 a1s2d3f4 a1s2d3f4g5
        z1x2c3 z1x2c3v4 1a2b3c 1a2b3c4d a1b2c3 a1b2c3d4 a1b2c3d4e5 aa123456 aaa111 aaaaaa aaaaaaa aaaaaaaa abc
        abc123 abc123456 abc1234 abc12345 abcd abcd123 abcd1234 abcd123456 abcde abcdef abcdefg abcdefgh abcdefghij
        abcabc abcabc123 aabbcc aabbccdd aabb1122 a123 a1234 a12345 a123456 a1234567 a12345678 a123456789
        a1234567890 a123123 a123321 a111111 a000000 a5201314 a520520 as123456 asd asdf123 ab123456 aaa123456 aaa123
        aa123123 aa112233 aa5201314 q123456 q123456789 q12345678 q1234567 q123123 qq123456 qq123123 qq5201314
        qq1234567 qq123456789 qqqqqq qqqqqqqq qqq111 qwe qw123456 z123456 z123456789 zz123456 zzzzzz zzzzzzzz
        x123456 xxxxxx xx123456 w123456 w123456789 ww123456 wwwwww s123456 s123456789 ss123456 d123456 dd123456
        f123456 g123456 h123456 j123456 k123456 l123456 m123456 n123456 p123456 t123456 y123456 c123456 b123456
        v123456 r123456 e123456 u123456 i123456 o123456 li123456 lj123456
        """

    /// Love and wishes in pinyin.
    private static let wishes = """
        woaini woaini1314 woaini520 woaini123 woaini521 woaini5201314 woaini1314520 5201314woaini 1314woaini woaini1
        woaini12 woaini1234 woaini123456 woainia woaiwo woaiwoziji woaiziji woaibaobao woaijia woaiwojia woaimama
        woaibaba woaimm woaizhongguo woaizuguo woaibeijing woaixuexi woaiqian woaihuihui woaininiaiwo woainiyibeizi
        woainilaopo woainilaogong woaishijie woxiangni woxihuanni wodeai wodemima wodeshijie womendeai woshishui
        woshishen woshiwo woshini woshihaoren woshitiancai woshitian aini aini1314 aini520 ainiyouyou ainiyiwannian
        ainiyisheng ainimima aiwojiayou aiqing aishang aishangni aiwo aiziji ainio anquan baobao baobei baobei123
        baobei520 baobaobaobei beibei benben buzhidao buzhidaoa buyaowen chaoren chenggong chifan dabao dadada
        dalian daxiang diannao didi douding doudou dudu erzi fangfang feifei feixiang fengfeng gaoxing gege ganbei
        ganen gongxi gongxifacai facai facaile fadacai haohao haohaoxuexi haoren haoyun heihei henhao hehehe hahaha
        hahahaha huanying huihui huizhi jiayou jiaoyou jiandan jiankang jiejie jimima jintian jixiang kaixin
        kaixinguo kaixin123 kaixin520 keai kekeke kuaile kuailexing laogong laogong123 laopo laopo520 laopo123
        laopowoaini laoshi laotian lele lianmeng liulang longlong lovebaby lvlv mama mamababa mamawoaini mama123
        meimei meinv meiyou meiyoumima mengmeng miao miaomiao mima mima123 mima1234 mima123456 mimamima mimashi
        mimawangle mingtian nihao nihao123 nihao123456 nihaoma nihaonihao ninini nishishui niuniu pingan pingan123
        pinganfu pingguo pipi qianqian qingtian qinaide qiuqiu qqmima quanjia renren ruguo sanguo shagua shanghai
        beijing shenzhen guangzhou chongqing tianjin hangzhou nanjing chengdu wuhan xian suzhou dongguan shengri
        shijie shouji shuaige shuai shunli sima taobao tiantian tianxia tiankong tianshi tiancai tiandi tangtang
        tongtong wangji wangjile wanmei wangyou weixin weixin123 weishenme weini weiwei wohenhao wohenkuaile
        wojiushiwo women wudi wuwuwu wuliao xiangni xiaobai xiaobao xiaohai xiaohei xiaohu xiaohua xiaojie xiaolong
        xiaomao xiaoming xiaoniao xiaopang xiaotian xiaoxiao xiaoxin xiaoyu xiaozhu xihuan xihuanni xingfu xingfu123
        xinnian xixi xixihaha xuexi xueshan yangyang yinwei yongyuan yongyuanaini youxi youxiang yuanyuan yueliang
        zaijian zhangda zhendeaini zhenai zhongguo zhongguo123 zhongguoren zhongguo2008 zhongguo1949 zhonghua
        zhongxin zhishichanquan zhuanli shangbiao zhuzhu zhu zijiren zhuanjia zuguo zuihou zuiaini zuiaide
        zhimakaimen
        """

    /// Frequent names in pinyin.
    private static let names = """
        wangwei wangfang wangxiuying wangli wangjing wanglei wangtao wangyan wangyang wangyong wangjun wangqiang
        wangjie wangjuan wangchao wangbin wangpeng wanghao wangxin wanghui wangdan wangfei wanglin wangjian wangming
        wangping wangyu wangbo wangying wangkai wanggang wangcheng wanghong wangdong liwei lifang liming lina
        liqiang lijun lijie lijing liyan liyang lilei litao lichao liyong lijuan lixin lihui lijian lipeng libin
        lihao ligang liping lidan lili lilin linlin lixiaolong likai libo lixia liying lihua lixiang zhangwei
        zhangfang zhangli zhangmin zhangjing zhanglei zhangtao zhangyan zhangyong zhangjun zhangqiang zhangjie
        zhangjuan zhangchao zhangbin zhangpeng zhanghao zhangxin zhanghui zhangjian zhangming zhangyang zhangyu
        zhangbo zhangying zhangkai zhanggang zhanghua zhangliang zhangsan lisi wangwu zhaoliu liuwei liufang liuyang
        liujie liujun liuqiang liutao liuyan liuyong liuli liujing liuchao liupeng liubin liuhao liuxin liuhui
        liuming liulei liuying chenwei chenfang chenjie chenjun chenjing chenchen chenlei chentao chenyan chenyong
        chenli chenchao chenpeng chenbin chenhao chenxin chenhui chenming chengang yangwei yangfang yangjie yangjun
        yangjing yanglei yangtao yangyan yangyong yangli yangchao yangbin yanghao yangming zhaowei zhaojun zhaolei
        zhaoli zhaojing huangwei huangjie huangli huangyan zhouwei zhoujie zhoujielun zhouli wuwei wujun wujing
        wulei wutao xuwei xujing xulei sunwei sunli sunyan huwei hujun zhuwei zhujun gaowei gaofei linwei hewei
        guowei mawei majun mayun luowei liangwei songwei zhengwei xiewei hanwei tangwei fengwei dengwei caowei
        pengwei zengwei xiaowei tianwei dongwei yuanwei panwei caiwei jiangwei yuwei duwei yewei chengwei suwei
        lvwei dingwei renwei luwei yaowei shenwei
        """

    /// Words of the trade of passwords.
    private static let trade = """
        password passwd passw0rd p@ssw0rd p@ssword pa$$word pa$$w0rd password1 password12 password123 password1234
        passwordpassword mypassword newpassword changeme changeit changethis letmein letmeinnow welcome welcome1
        welcome123 welcome2024 welcome2025 default secret topsecret admin admin123 admin1234 admin123456 admin888
        admin666 admin@123 adminadmin administrator root root123 root1234 toor rootroot test test123 test1234
        test123456 testtest testing tester guest user user123 username login logon passcode pass pass123 pass1234
        master super superman supervisor system manager manager123 operator service server database oracle mysql
        postgres postgresql sqlserver tomcat apache nginx cisco huawei huawei123 huawei@123 h3c zte lenovo alibaba
        tencent baidu public private internet computer network security access demo demo123 temp temp123 temporary
        sample example office office365 company backup upload download install setup config support helpdesk monitor
        console weblogic webmaster postmaster website jenkins gitlab redis docker zabbix nagios ubuntu debian centos
        windows linux macbook iphone android google facebook linkedin twitter adobe microsoft patent trademark
        copyright invention inventor cnipa sipo
        """

    /// English words and names.
    private static let words = """
        iloveyou iloveyou1 iloveyou2 iloveyou123 iloveu iloveme ilovegod iloveyou520 iloveyou1314 love lovely loveme
        loveyou lovelove love123 love1234 love520 love1314 lover loving forever forever1 foreverlove myself mylove
        mybaby baby babygirl babyboy honey sweet sweetie darling princess princess1 prince sunshine sunshine1
        sunflower rainbow summer winter spring autumn monday friday sunday january february march april may june
        july august september october november december morning midnight monkey monkey1 dragon dragon1 dragon123
        tiger lion panda eagle falcon dolphin butterfly elephant kitty hellokitty puppy doggy horse rabbit turtle
        shark wolf phoenix unicorn pikachu pokemon doraemon naruto onepiece batman spiderman ironman starwars
        startrek matrix hunter killer ninja samurai warrior knight wizard merlin gandalf shadow ghost angel angels
        heaven hello hello123 hellohello helloworld hello1234 goodluck goodbye thankyou football football1 baseball
        basketball soccer hockey tennis golf liverpool chelsea arsenal barcelona realmadrid juventus manchester
        manutd kobe kobe24 kobebryant michael jordan jordan23 michaeljordan lebron yaoming messi ronaldo beckham
        jessica jennifer ashley amanda michelle nicole daniel andrew thomas robert charlie charles george william
        james joseph joshua justin jackson johnson anthony matthew samantha stephanie elizabeth victoria patricia
        andrea alexander alexandra maria martin david peter richard steven kevin brian jason tony tom jerry lucky
        lucky7 lucky8 lucky888 happy happy123 happyday money moneymoney diamond golden silver crystal orange apple
        banana cherry chocolate cookie pepper ginger coffee flower flowers lily rose jasmine freedom liberty peace
        dream dreams dreamer destiny fantasy magic mystery nothing whatever trustno1 trustme believe blessed jesus
        jesus1 christ faith hope power thunder lightning storm rocket ranger mustang corvette ferrari porsche
        mercedes toyota honda yamaha harley cowboy cowboys yankees lakers steelers eagles buddy family mother father
        sister brother friend friends bestfriend teacher student school college music guitar metallica nirvana
        eminem beatles justinbieber taylorswift hannah hunter2 maverick cheese chicken chelsea1 purple yellow
        orange1 black white green blue red silver1 blink182 qwerty7 zxcvbnm7 access14 ncc1701 bond007 james007
        agent007 asdf4321 asd321 winner champion victory number1 student1 welcome8 hotdog bigdog iceman gateway
        scooter snoopy tigger mickey donald garfield cartoon starcraft warcraft counterstrike dota2 minecraft
        fortnite roblox league leagueoflegends playstation nintendo xbox360 google123 zhang wang chen huang zhao
        zhou
        """
}
