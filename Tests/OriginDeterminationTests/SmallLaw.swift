import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// A law of a few rows, written here so that these tests read no file. The numbers of the agreement, the Parties and
/// their dates are the real ones; the rules are chosen so that every kind of rule occurs.
enum SmallLaw {
    static let inForce = Result { try build() }

    /// Code and text of a rule.
    static let rules: [(code: String, text: String)] = [
        ("01", "WO"), ("04", "CC"),
        ("16.01", "1. RVC40 for sausages of insects 2. CC for any other good"),
        ("16.02", "1. CC or RVC40 for preparations of insects 2. CC for any other good"),
        ("19.04", "CC except from Chapters 10 to 12"),
        ("29.05", "CTH, or RVC40, or CR"),
        ("29.06", "CR"),
        ("29.07", "RVC40 or CR"),
        ("38.08", "\(proviso), or RVC40"),
        ("38.09", proviso),
        ("49", "CTH"), ("50", "CTH"), ("62", "CC"), ("63", "CTH"), ("64", "CTH"),
        ("72.17", "CTH except from headings 72.13 to 72.15"),
        ("73", "CTH except from Chapter 72 or heading 73.01"),
        ("84.71", "CTSH"),
        ("84.73", "CTH"),
        ("84.83", "CTH or RVC40"),
        ("85.01", "CTH or RVC40"),
        ("85.17", "CTH or RVC40"),
        ("85.24", "RVC40"),
        ("85.29", "CTH"),
        ("85.43", "CTH"), ("8543.70", "RVC40"),
        ("85.44", "CTSH except from subheadings 8544.11 to 8544.20"),
        ("87", "CC"), ("87.11", "RVC40"),
    ]

    private static let proviso =
        "CTSH provided that at least 50 % by weight of the active ingredient or ingredients is originating"

    private static let hs2022 = """
        0102 21 29
        0409 00
        0713 10
        0902 10
        0910 11
        1001 11
        1101 00
        1201 10
        1301 20
        1601 00
        1602 10
        1904 10 20
        2905 11 12
        2906 11
        2907 11
        2918 11
        3808 91 92
        3809 91
        3926 90
        4819 10
        4901 10
        4911 10
        5001 00
        5007 10 20
        5208 11
        6203 42
        6209 20
        6302 10
        6307 90
        6402 12
        6406 10
        7207 11
        7212 10
        7213 10
        7214 10
        7215 10
        7216 10
        7217 10 20
        7301 10
        7302 10
        7318 15
        8205 40
        8471 30 41
        8473 30
        8482 10 20
        8483 30 40
        8501 10 31
        8517 13 71 79
        8524 91
        8529 90
        8543 10 70
        8544 11 19 20 30 42 60
        8711 20 30
        8714 10 91
        8807 30
        9013 80
        9705 10
        """
    /// 8548.10 went nowhere; the others as the correlation has them.
    private static let hs2017 = """
        8471 30
        8473 30
        8517 70
        8529 90
        8548 10
        8711 20
        8803 30
        9013 80
        """
    private static let hs2012 = """
        8473 30
        8711 20
        """
    private static let from2017 = """
        851771 851770
        851779 851770
        852491 852990 901380
        852990 852990
        880730 880330
        901380 901380
        """

    private static let parties: [(code: String, english: String, chinese: String, inForce: String)] = [
        ("AU", "Australia", "澳大利亚", "2022-01-01"), ("BN", "Brunei Darussalam", "文莱", "2022-01-01"),
        ("KH", "Cambodia", "柬埔寨", "2022-01-01"), ("CN", "China", "中国", "2022-01-01"),
        ("ID", "Indonesia", "印度尼西亚", "2023-01-02"), ("JP", "Japan", "日本", "2022-01-01"),
        ("KR", "Korea", "韩国", "2022-02-01"), ("LA", "Lao PDR", "老挝", "2022-01-01"),
        ("MY", "Malaysia", "马来西亚", "2022-03-18"), ("MM", "Myanmar", "缅甸", "2022-05-01"),
        ("NZ", "New Zealand", "新西兰", "2022-01-01"), ("PH", "Philippines", "菲律宾", "2023-06-02"),
        ("SG", "Singapore", "新加坡", "2022-01-01"), ("TH", "Thailand", "泰国", "2022-01-01"),
        ("VN", "Viet Nam", "越南", "2022-01-01"),
    ]

    private static func build() throws -> LawInForce {
        LawInForce(
            agreement: try agreement(), ruleSet: try ruleSet(),
            nomenclatures: [
                .hs2022: try HSNomenclature(edition: .hs2022, compact: hs2022),
                .hs2017: try HSNomenclature(edition: .hs2017, compact: hs2017),
                .hs2012: try HSNomenclature(edition: .hs2012, compact: hs2012),
            ],
            correlations: [
                try HSCorrelation(newer: .hs2022, older: .hs2017, compact: from2017),
                try HSCorrelation(newer: .hs2022, older: .hs2012, compact: ""),
            ])
    }

    private static func ruleSet() throws -> RuleSet {
        try RuleSet(
            id: "small", edition: .hs2022, effectiveFrom: need("2023-01-01", CalendarDate.init),
            source: BilingualText(en: "a small annex", zh: "小附件"),
            chineseConditions: [
                "sausages of insects": "昆虫香肠", "preparations of insects": "昆虫制品", "any other good": "其他货物",
            ], digest: "00",
            rules: rules.map { code, text in
                ProductSpecificRule(
                    code: try need(code) { HSCode($0) }, text: text, page: 1, branches: try RuleText.parse(text))
            })
    }

    private static func agreement() throws -> Agreement {
        func threshold(_ id: String, _ article: String, _ percent: Int128) throws -> Agreement.Threshold {
            let value = ExactDecimal(significand: percent, scale: 0)
            return Agreement.Threshold(
                id: id, article: article, percent: try need("\(percent)") { _ in Percentage(value) })
        }
        func items(_ article: String) -> [Agreement.Item] {
            "abcdefghij".map { letter in
                Agreement.Item(
                    letter: String(letter), article: "\(article)(\(letter))",
                    text: BilingualText(en: "item \(letter) of \(article)", zh: "第\(article)条第\(letter)项"))
            }
        }
        return Agreement(
            regionalValueContent: try threshold("rvc", "3A.7", 40),
            deMinimisValue: try threshold("value", "3.7.1(a)", 10),
            deMinimisWeight: try threshold("weight", "3.7.1(b)", 10), weightTestChapters: 50...63,
            domesticValueAddition: try threshold("dv", "2.6.3", 20), minimalOperations: items("3.6"),
            whollyObtained: items("3.3"),
            parties: try parties.map { party in
                Party(
                    code: try need(party.code, CountryCode.init),
                    name: BilingualText(en: party.english, zh: party.chinese),
                    inForce: try need(party.inForce, CalendarDate.init),
                    note: party.code == "MM"
                        ? BilingualText(en: "towards some Parties only", zh: "仅对部分缔约方生效") : nil,
                    schedule: ["CN", "ID", "JP", "KR", "PH", "TH", "VN"].contains(party.code)
                        ? .byOrigin : party.code == "SG" ? .dutyFree : .one)
            })
    }
}

/// A test holds a literal that its type does not read.
struct UnreadableLiteral: Error {
    let text: String
}

/// Reads a literal of a test.
func need<Value>(_ text: String, _ read: (String) -> Value?) throws -> Value {
    guard let value = read(text) else { throw UnreadableLiteral(text: text) }
    return value
}
