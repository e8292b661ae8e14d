import Bilingual
import ProofsOfOrigin
import Testing

@testable import ProofFiles

/// A form filled in by hand says what `rcep-proof/1` says, or is refused line by line.
struct ProofFormTests {
    private static func read(_ text: String, file: String = "proof.txt") throws(InputProblems) -> ReceivedProofFile {
        try ReceivedProofFile.read(Array(text.utf8), file: file)
    }

    private static func faults(_ bytes: [UInt8], file: String = "proof.txt") -> [String] {
        do throws(InputProblems) {
            _ = try ReceivedProofFile.read(bytes, file: file)
            return []
        } catch {
            return error.problems.map { problem in
                if case .line(let line, let column) = problem.place { "\(problem.code) \(line):\(column)" } else { problem.code }
            }
        }
    }

    private static let format = "form: rcep-proof-form/1\n"

    /// Everything the format can say, once in either language.
    private static let json = #"""
        {"format": "rcep-proof/1", "kind": "declarationOfOrigin", "state": "draft", "number": "N", "issued": "2026-01-02",
         "validUntil": "2027-01-02", "exporter": {"name": "E", "address": "A: 1, #2", "country": "CN"},
         "authorisationCode": "C", "signatory": {"name": "S"}, "signature": {"name": "S", "date": "2026-01-03"},
         "certification": {"body": "B", "date": "2026-01-04", "seal": false}, "consignee": {"name": "I"},
         "producer": "SEE BOX 8", "exportingParty": "CN", "importingParty": "JP",
         "transport": {"departure": "2026-01-05", "vesselOrFlight": "V", "portOfDischarge": "D"},
         "invoices": [{"number": "1", "date": "2026-01-06"}, {"number": "2"}],
         "invoicingCompany": {"name": "T", "country": "SG"},
         "items": [{"number": 1, "good": "G", "description": "D", "hsCode": "8711.20", "hsEdition": "2022", "criterion": "CTC",
                    "supplements": ["ACU", "DMI"], "countryOfOrigin": {"party": "CN", "mark": "*"},
                    "quantity": {"amount": "1.50", "unit": "pcs"}, "grossWeightKg": "12",
                    "fob": {"amount": "3", "currency": "USD"}, "producer": {"name": "P", "address": "Q", "country": "CN"}},
                   {}],
         "originalProof": {"kind": "certificateOfOrigin", "number": "O", "issued": "2025-12-01", "validUntil": "2026-12-01",
                           "exportingParty": "TH", "countryOfOrigin": "TH", "authorisationCode": "H", "items": [{"good": "G"}]},
         "ticks": ["backToBack", "issuedRetroactively"], "remarks": ["R", "R2"],
         "trueCopyOf": {"number": "Y", "issued": "2025-01-01"}}
        """#

    private static let english = """
        # A form may begin with words of one's own.

        form: rcep-proof-form/1
        kind of proof: declaration of origin by an APPROVED exporter
        draft: yes
        number:   N
        issued on: 2026-01-02
        valid until: 2027-01-02
        exporter name: E
          Exporter  Address : A: 1, #2
        exporter country: CN
        authorisation code: C
        signatory: S
        signed by: S
        signed on: 2026-01-03
        issuing body: B
        certified on: 2026-01-04
        seal: No
        consignee name: I
        consignee address:
        producer: SEE BOX 8
        producer name:
        exporting Party: CN
        importing Party: JP
        departure: 2026-01-05
        vessel or flight: V
        port of discharge: D
        back-to-back: yes
        third-party invoicing: no
        issued retroactively: yes
        invoicing company: T
        invoicing company's country: SG
        true copy of: Y
        true copy of a certificate issued on: 2025-01-01
        remark: R
        remark: R2
        [invoice]
        invoice number: 1
        invoice date: 2026-01-06
        [invoice]
        invoice number: 2
        [invoice]
        invoice number:
        [good]
        item number: 1
        good: G
        description: D
        HS code: 8711.20
        HS edition: 2022
        criterion: CTC
        supplements: ACU, DMI
        country of origin: CN
        mark of the country of origin: *
        quantity: 1.50
        unit: pcs
        gross weight in kg: 12
        FOB value: 3
        FOB currency: USD
        producer name: P
        producer address: Q
        producer country: CN
        [good]
        [original proof]
        kind of proof: certificateOfOrigin
        number: O
        issued on: 2025-12-01
        valid until: 2026-12-01
        exporting Party: TH
        country of origin: TH
        authorisation code: H
        [good of the original proof]
        good: G
        """

    private static let chinese = """
        表格：rcep-proof-form/1
        证明种类：经核准出口商的原产地声明
        草稿：是
        编号：\u{3000}N\u{3000}
        签发日期：2026-01-02
        有效期至：2027-01-02
        出口商名称：E
        出口商地址：A: 1, #2
        出口商国家：CN
        经核准出口商编码：C
        签署人：S
        签字人：S
        签字日期：2026-01-03
        签证机构：B
        证明日期：2026-01-04
        印章：否
        收货人名称：I
        生产商：SEE BOX 8
        出口缔约方：CN
        进口缔约方：JP
        启运日期：2026-01-05
        船舶或者航班：V
        卸货口岸：D
        背对背：是
        补发：是
        开票公司名称：T
        开票公司国家：SG
        原证书编号：Y
        原证书签发日期：2025-01-01
        备注：R
        备注：R2
        【发票】
        发票编号：1
        发票日期：2026-01-06
        ［发票］
        发票编号：2
        [货物]
        项目号：1
        货物代号：G
        货物名称：D
        HS编码：8711.20
        HS版本：2022
        原产地标准：CTC
        附加标注：ACU、DMI
        RCEP原产国：CN
        原产国标注：*
        数量：1.50
        计量单位：pcs
        毛重（千克）：12
        离岸价格：3
        离岸价格币种：USD
        生产商名称：P
        生产商地址：Q
        生产商国家：CN
        ＃ 未填写的货物
        [货物]
        【原始证明】
        证明种类：原产地证书
        编号：O
        签发日期：2025-12-01
        有效期至：2026-12-01
        出口缔约方：TH
        RCEP原产国：TH
        经核准出口商编码：H
        【原始证明的货物】
        货物代号：G
        """

    /// Text, and what its name is; each says the same.
    static let same: [(text: String, file: String)] = [
        (english, "proof.txt"), (chinese, "proof.txt"), (chinese, "proof.FORM"), (chinese, "-"),
        ("\u{FEFF}" + english, "proof.txt"), (english.replacing("\n", with: "\r\n"), "proof.txt"),
        (chinese.replacing("\n", with: "\r"), "proof.txt"), (json, "proof.txt"),
        ("\u{FEFF}" + chinese.replacing("\n", with: "\r\n"), "proof"),
    ]

    @Test(arguments: same)
    func saysWhatTheJSONSays(text: String, file: String) throws {
        let form = try Self.read(text, file: file)
        #expect(form.proof == (try Self.read(Self.json, file: "proof.json")).proof)
        #expect(form.notes.isEmpty)
    }

    static let blank: [(language: Language, kind: ReceivedProof.Kind?)] = Language.allCases.flatMap { language in
        [(language, nil), (language, .certificateOfOrigin), (language, .declarationOfOrigin)]
    }

    /// What is printed can be read again, and nothing in it is filled in but the kind.
    @Test(arguments: blank)
    func aBlankFormSaysNothing(language: Language, kind: ReceivedProof.Kind?) throws {
        let text = ProofFormBlank(language: language, kind: kind).text()
        var expected = ReceivedProof()
        expected.kind = kind
        expected.items = [.init()]
        #expect(try Self.read(text).proof == expected)
        let lines = text.split(separator: "\n").map(String.init)
        for (line, next) in zip(lines, lines.dropFirst()) where next.hasSuffix(":") {
            #expect(line.hasPrefix("# "), "\(next) is not explained")
        }
    }

    /// A declaration has no certification, a certificate no code of an approved exporter; a form of no kind has both.
    @Test func aBlankFormLeavesOutWhatIsOfAnotherKind() {
        func has(_ key: String, _ kind: ReceivedProof.Kind?) -> Bool {
            ProofFormBlank(language: .english, kind: kind).text().contains("\n\(key):")
        }
        #expect([nil, .certificateOfOrigin, .declarationOfOrigin].map { has("seal", $0) } == [true, true, false])
        #expect([nil, .certificateOfOrigin, .declarationOfOrigin].map { has("signatory", $0) } == [true, false, true])
    }

    /// No key leads to two fields of one block, and each has words in both languages.
    @Test(arguments: ProofFormBlock.allCases)
    func keysAreClear(block: ProofFormBlock) {
        let keys = block.fields.flatMap { [$0.key.english, $0.key.chinese] }.map { ProofFormWords.folded($0) }
        #expect(Set(keys).count == keys.count)
        #expect(block.fields.allSatisfy { !$0.meaning.english.isEmpty && $0.meaning.chinese != $0.meaning.english })
    }

    static let faulty: [(text: String, faults: [String])] = [
        ("", ["proofForm.noFormat 1:1"]), ("number: 1", ["proofForm.noFormat 1:1"]),
        ("form: rcep-proof-form/2", ["proofForm.unsupportedFormat 1:7"]),
        ("number: 1\nform: rcep-proof-form/1", ["proofForm.formatNotFirst 2:1"]),
        (format + format, ["proofForm.repeatedFormat 2:1"]),
        (format + "numer: 1", ["proofForm.unknownKey 2:1"]), (format + "hsCode: 1", ["proofForm.unknownKey 2:1"]),
        (format + "HS code: 1", ["proofForm.unknownKey 2:1"]), (format + "[good]\nseal: yes", ["proofForm.unknownKey 3:1"]),
        (format + "  number: 1\nnumber:\n编号：2", ["proofForm.repeatedKey 3:1", "proofForm.repeatedKey 4:1"]),
        (format + "number", ["proofForm.noKey 2:1"]), (format + ": 1", ["proofForm.noKey 2:1"]),
        (format + "[goods]\nhsCode: 1", ["proofForm.unknownHeading 2:1"]), (format + "[]", ["proofForm.unknownHeading 2:1"]),
        (format + "[good】", ["proofForm.noKey 2:1"]),
        (format + "[original proof]\n[原始证明]", ["proofForm.repeatedHeading 3:1"]),
        (format + "kind of proof: letter", ["proofForm.unknownKind 2:16"]),
        (format + "seal: perhaps\ndraft: x\nback-to-back: ✓", [
            "proofForm.neitherYesNorNo 2:7", "proofForm.neitherYesNorNo 3:8", "proofForm.neitherYesNorNo 4:15",
        ]),
        (format + "issued on: 2026-02-29", ["proof.badDate 2:12"]), (format + "issued on: 2026/03/02", ["proof.badDate 2:12"]),
        (format + "签发日期：二〇二六年", ["proof.badDate 2:6"]),
        (format + "[good]\nitem number: one\nquantity: 1,000\nFOB value: $5\ngross weight in kg: 五", [
            "proof.badNumber 3:14", "proof.badNumber 4:11", "proof.badNumber 5:12", "proof.badNumber 6:21",
        ]),
        (format + "producer: CONFIDENTIAL\nproducer name: P", ["proofForm.wordsAndFirm 3:1"]),
        (format + "producer name: P\nproducer: CONFIDENTIAL", ["proofForm.wordsAndFirm 3:1"]),
        (format + "issued on: x\nnumer: 1\nvalid until: x", [
            "proof.badDate 2:12", "proofForm.unknownKey 3:1", "proof.badDate 4:14",
        ]),
    ]

    @Test(arguments: faulty)
    func isRefused(text: String, faults: [String]) {
        #expect(Self.faults(Array(text.utf8)) == faults)
        #expect(Self.faults(Array("\u{FEFF}\(text.replacing("\n", with: "\r\n"))".utf8)) == faults)
    }

    /// Every problem says in both languages what is wrong.
    @Test(arguments: faulty)
    func isRefusedInBothLanguages(text: String, faults: [String]) throws {
        let error = #expect(throws: InputProblems.self) { try Self.read(text) }
        for problem in try #require(error).problems {
            #expect(!problem.message.english.isEmpty && problem.message.chinese != problem.message.english)
            #expect(problem.expected?.english.contains("\"") != true || problem.expected?.english.contains("JSON") == true)
        }
    }

    @Test func whatWasWrittenIsShown() throws {
        let error = #expect(throws: InputProblems.self) {
            try Self.read(Self.format + "[good]\nquantity: \"1,000\"\nnumber: 5")
        }
        let problems = try #require(error).problems
        #expect(problems.map(\.found) == ["\"1,000\"", "number"])
        #expect(problems[1].expected?.english.contains("the part above the first heading") == true)
    }

    /// A file with a name for it, as some are too long to print.
    struct HostileFile: Sendable, CustomTestStringConvertible {
        let what: String
        let bytes: [UInt8]
        let name: String
        let faults: [String]
        var testDescription: String { "\(what), as \(name)" }

        init(_ what: String, _ bytes: [UInt8], as name: String = "proof.txt", _ faults: [String]) {
            self.what = what
            self.bytes = bytes
            self.name = name
            self.faults = faults
        }

        /// A form with something behind its first line.
        init(form what: String, _ rest: String, _ faults: [String]) {
            self.init(what, Array((format + rest).utf8), faults)
        }
    }

    /// Neither JSON nor a form: nothing is guessed. A text of another encoding is named.
    static let hostile = [
        HostileFile("other words", Array("Exporter: E".utf8), as: "proof", ["proofForm.unrecognised 1:1"]),
        HostileFile("a word", Array("hello".utf8), as: "-", ["proofForm.unrecognised 1:1"]),
        HostileFile("a word", Array("hello".utf8), as: "proof.json", ["json.badWord 1:1"]),
        HostileFile("UTF-16", [0xFF, 0xFE, 0x66, 0], ["json.encoding"]),
        HostileFile("UTF-16", [0xFF, 0xFE, 0x66, 0], as: "proof", ["json.encoding"]),
        HostileFile("GB 18030", Array("form: ".utf8) + [0xB1, 0xED], ["json.notUTF8 1:7"]),
        HostileFile(form: "4 MiB of spaces", String(repeating: " ", count: 4 << 20), ["proofForm.tooLarge"]),
        HostileFile(
            form: "a long line", "number: " + String(repeating: "a", count: 8001), ["proofForm.tooLong 2:9"]),
        HostileFile(
            form: "1002 goods", String(repeating: "[good]\n", count: 1002),
            ["proofForm.tooMany 1002:1", "proofForm.tooMany 1003:1"]),
        HostileFile(form: "1001 remarks", String(repeating: "remark: a\n", count: 1001), ["proof.tooMany 2:9"]),
        HostileFile(
            form: "1001 supplements", "[good]\nsupplements: " + String(repeating: "A,", count: 1001),
            ["proof.tooMany 3:14"]),
    ]

    @Test(arguments: hostile)
    func aHostileFileIsRefused(file: HostileFile) {
        #expect(Self.faults(file.bytes, file: file.name) == file.faults)
    }

    /// However many lines are wrong, a hundred problems are told, and reading them takes no time to speak of.
    @Test func problemsAreBounded() {
        let line = "x\n"
        let text = Self.format + String(repeating: line, count: ((4 << 20) - Self.format.utf8.count) / line.utf8.count)
        #expect(Self.faults(Array(text.utf8)).count == 100)
    }

    /// What is absent is placed at the line where it would be filled in, else at the block around it.
    @Test func placesAreFound() throws {
        let file = try Self.read("""
            form: rcep-proof-form/1
            exporter name:
            [good]
            [good]
            HS code: 1
            """)
        let pointers = ["/items/1/hsCode", "/items/1/quantity", "/items/0/hsCode", "/exporter", "/number"]
        #expect(file.positions(of: pointers).map { "\($0.line):\($0.column)" } == ["5:10", "4:1", "3:1", "2:15", "1:1"])
        #expect(pointers.map { file.name(of: $0).english } == ["good 2, HS code", "good 2", "good 1", "exporter name", "the form"])
        #expect(file.name(of: "/items/1/hsCode").chinese == "货物 2，HS编码")
    }
}
