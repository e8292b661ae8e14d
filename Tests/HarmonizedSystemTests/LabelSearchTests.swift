import HarmonizedSystem
import Testing

/// Finding chapters and headings by words.
@Suite struct LabelSearchTests {
    private static let labels = """
        09\tCoffee, tea and spices\t咖啡、茶及香料
        0902\tGreen, black and other tea\t茶叶
        4011\tNew pneumatic tyres\t新的充气橡胶轮胎
        4012\tRetreaded, used and solid tyres\t翻新、旧及实心橡胶轮胎
        5902\tTyre cord fabric\t高强力纱帘子布
        6101\tMen's knitted coats\t针织男式大衣
        6307\tOther made-up textile articles, dress patterns\t其他纺织制成品及服装裁剪样
        8211\tKnives and knife blades\t刀及刀片
        8485\tAdditive manufacturing machines (3D printers)\t增材制造设备（3D打印机）
        8506\tPrimary batteries\t原电池及原电池组
        8507\tRechargeable batteries (accumulators)\t蓄电池
        8516\tElectric heaters\t电热水器
        8541\tSemiconductor devices, solar cells and LEDs\t半导体器件、光伏电池及发光二极管
        8703\tPassenger cars\t载人小汽车
        8711\tMotorcycles and mopeds\t摩托车及机动脚踏车
        8714\tMotorcycle, bicycle and wheelchair parts\t摩托车、自行车及轮椅零附件
        8716\tTrailers, carts\t挂车
        """

    private static let synonyms = """
        # asked, meant
        tire\ttyres
        solar panel\tsolar cells
        solar\tno such thing
        automobile\tpassenger cars; motorcycles
        口罩\t其他纺织制成品
        U盘\t蓄电池
        """

    static let queries: [Row<String, [String]>] = [
        Row("a word", "bicycle", ["87.14"]),
        Row("capitals", "BICYCLE", ["87.14"]),
        Row("plural of a singular", "bicycles", ["87.14"]),
        Row("singular of a plural", "accumulator", ["85.07"]),
        Row("ies", "battery", ["85.06", "85.07"]),
        Row("ves", "knife", ["82.11"]),
        Row("beginning of a word", "accum", ["85.07"]),
        Row("not the middle of a word", "cycle", []),
        Row("all words", "rechargeable battery", ["85.07"]),
        Row("one word too many", "rechargeable bicycle", []),
        Row("order of words", "parts motorcycle", ["87.14"]),
        Row("stop words", "the parts of a motorcycle", ["87.14"]),
        Row("stop words alone", "of the and", []),
        Row("punctuation alone", ", - /", []),
        Row("nothing", "", []),
        Row("whole word before beginning", "car", ["87.03", "87.16"]),
        Row("begins the label, then short", "motorcycle", ["87.11", "87.14"]),
        Row("shorter label first", "tea", ["09", "09.02"]),
        Row("apostrophe", "men's coats", ["61.01"]),
        Row("without apostrophe", "mens coat", ["61.01"]),
        Row("hyphen", "made-up", ["63.07"]),
        Row("digits", "3D printer", ["84.85"]),
        Row("Chinese", "轮胎", ["40.11", "40.12"]),
        Row("Chinese within a word", "电池", ["85.07", "85.06", "85.41"]),
        Row("two Chinese words", "摩托车 零附件", ["87.14"]),
        Row("joined Chinese words", "摩托车、轮椅", ["87.14"]),
        Row("both languages", "motorcycle 零附件", ["87.14"]),
        Row("letters of the Chinese label", "3D打印机", ["84.85"]),
        Row("synonym", "tire", ["59.02", "40.11", "40.12"]),
        Row("plural of a synonym", "tires", ["59.02", "40.11", "40.12"]),
        Row("synonym with another word", "new tires", ["40.11"]),
        Row("the longest synonym", "solar panels", ["85.41"]),
        Row("a synonym hides nothing", "solar", ["85.41"]),
        Row("several meanings", "automobile", ["87.11", "87.14", "87.03"]),
        Row("Chinese synonym", "口罩", ["63.07"]),
        Row("mixed synonym", "u盘", ["85.07"]),
        Row("unknown", "xyzzy", []),
    ]

    @Test(arguments: queries) func codes(_ row: Row<String, [String]>) throws {
        let search = LabelSearch(
            labels: try HSLabels(tabSeparated: Self.labels),
            synonyms: try SearchSynonyms(tabSeparated: Self.synonyms))
        #expect(search.codes(describedBy: row.given).map(\.printed) == row.expected)
    }

    @Test func withoutSynonyms() throws {
        let search = LabelSearch(labels: try HSLabels(tabSeparated: Self.labels))
        #expect(search.codes(describedBy: "tires").isEmpty)
    }

    static let badSynonyms: [Row<String, FormatFault>] = [
        Row("no tab", "tire tyres\n", FormatFault(line: 1, found: "tire tyres")),
        Row("three fields", "# x\ntire\ttyres\tx\n", FormatFault(line: 2, found: "tire\ttyres\tx")),
        Row("nothing asked", "\ttyres\n", FormatFault(line: 1, found: "\ttyres")),
        Row("nothing meant", "tire\t ; \n", FormatFault(line: 1, found: "tire\t ; ")),
    ]

    @Test(arguments: badSynonyms) func refusesSynonyms(_ row: Row<String, FormatFault>) {
        var fault: FormatFault?
        do {
            _ = try SearchSynonyms(tabSeparated: row.given)
        } catch {
            fault = FormatFault(line: error.line, found: error.found)
        }
        #expect(fault == row.expected)
    }

    @Test func synonymsAreListed() throws {
        let entries = try SearchSynonyms(tabSeparated: Self.synonyms).entries
        #expect(entries.map(\.line) == [2, 3, 4, 5, 6, 7])
        #expect(entries[3].asked == "automobile")
        #expect(entries[3].meant == ["passenger cars", "motorcycles"])
    }
}
