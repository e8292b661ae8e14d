import Foundation
import Testing

/// Profiles entered and changed by options, as their users run it.
@Suite("rcep register profile by options")
struct RegisterProfileTests {
    private typealias Command = (_ arguments: String...) throws -> Run

    private func withCommand(_ body: (Command, String) throws -> Void) throws {
        try withTemporaryFolder { folder throws in
            let path = "\(folder)/register.sqlite"
            try body({ (arguments: String...) in try rcep(["register", "profile"] + arguments + ["--register", path]) }, path)
        }
    }

    private static let motorcycles = "Fixtures/proofs/exporter-motorcycles.json"

    /// What the fixture of the motorcycles says, by options.
    private func enterMotorcycles(_ run: Command) throws -> [String] {
        try [
            run(
                "exporter", "yubei-motor", "--name-en", "Chongqing Yubei Motor Co., Ltd.", "--name-zh", "重庆渝北摩托车有限公司",
                "--address", "18 Jinkai Avenue, Yubei District, Chongqing 401120", "--country", "CN", "--registration",
                "91500112MA5U000018"),
            run(
                "authorisation", "yubei-motor", "--code", "AE5000012345", "--issued", "2025-03-01", "--valid-until", "2028-02-29",
                "--good", "name=Motorcycle, 150 cc; chineseName=摩托车（150毫升）; hsCode=8711.20; parties=VN,TH",
                "--good", "name=Motorcycle front end；chineseName=摩托车前端总成；hsCode=8714.10；parties=TH",
                "--signatory", "name=Li Wei;position=Export Compliance Manager",
                "--signatory", " name = Zhou Lan ; position = Shipping Supervisor ; until = 2026-06-30 ;"),
            run(
                "consignee", "yubei-motor", "song-hong", "--name-en", "Song Hong Motor JSC", "--address",
                "25 Le Thanh Ton, District 1, Ho Chi Minh City", "--country", "VN"),
            run(
                "consignee", "yubei-motor", "chao-phraya", "--name-en", "Chao Phraya Parts Co., Ltd.", "--address",
                "88 Bang Na-Trat Road, Samut Prakan", "--country", "TH"),
        ].map { $0.output + $0.errors }
    }

    @Test("options store the very bytes that the file stores: adding the file then adds no version")
    func optionsAndFileAreTheSame() throws {
        try withCommand { run, _ throws in
            #expect(try enterMotorcycles(run) == (1...4).map { "yubei-motor, version \($0)\n" })
            #expect(try run("show", "yubei-motor").output == Dossier.text(Self.motorcycles))
            #expect(try run("add", Self.motorcycles).output == "yubei-motor, version 4\n")
        }
    }

    @Test("a producer entered by options is where a file has it")
    func producer() throws {
        try withCommand { run, _ throws in
            #expect(try run("add", Self.motorcycles).status == 0)
            #expect(try run("producer", "yubei-motor", "maker", "--name-en", "M", "--address", "A", "--country", "CN").status == 0)
            let text = try run("show", "yubei-motor").output
            let producers = try #require(text.range(of: "\"producers\": [\n    {\n      \"id\": \"maker\""))
            #expect(producers.lowerBound < (try #require(text.range(of: "\"consignees\""))).lowerBound)
            #expect(try run("producer", "yubei-motor", "maker", "--remove").output == "yubei-motor, version 3\n")
            #expect(try run("show", "yubei-motor").output == Dossier.text(Self.motorcycles))
        }
    }

    /// A change, and what differs from the file then: a line of it, and the line in its place; nil where it is gone.
    static let changes: [(arguments: [String], old: String, new: String?)] = [
        (["exporter", "yubei-motor", "--address", "1 New Road, Chongqing"],
         "    \"address\": \"18 Jinkai Avenue, Yubei District, Chongqing 401120\",\n", "    \"address\": \"1 New Road, Chongqing\",\n"),
        (["exporter", "yubei-motor", "--name-zh", ""], "    \"chineseName\": \"重庆渝北摩托车有限公司\",\n", nil),
        (["authorisation", "yubei-motor", "--valid-until", "2031-02-28"],
         "    \"validUntil\": \"2028-02-29\",\n", "    \"validUntil\": \"2031-02-28\",\n"),
        (["authorisation", "yubei-motor", "--good", "name=Motorcycle front end; hsCode=8714.99"],
         "        \"hsCode\": \"8714.10\",\n", "        \"hsCode\": \"8714.99\",\n"),
        (["authorisation", "yubei-motor", "--signatory", "name=Zhou Lan; until=2027-06-30"],
         "        \"until\": \"2026-06-30\"\n", "        \"until\": \"2027-06-30\"\n"),
        (["authorisation", "yubei-motor", "--signatory", "name=Li Wei; until=2027-06-30"],
         "        \"position\": \"Export Compliance Manager\"\n",
         "        \"position\": \"Export Compliance Manager\",\n        \"until\": \"2027-06-30\"\n"),
        (["consignee", "yubei-motor", "song-hong", "--country", "TH"],
         "      \"country\": \"VN\"\n", "      \"country\": \"TH\"\n"),
    ]

    @Test("one value is changed without the others, in a new version; the old one stays", arguments: changes)
    func oneValue(arguments: [String], old: String, new: String?) throws {
        try withTemporaryFolder { folder throws in
            let options = ["--register", "\(folder)/register.sqlite"]
            func run(_ arguments: [String]) throws -> Run { try rcep(["register", "profile"] + arguments + options) }
            #expect(try run(["add", Self.motorcycles]).status == 0)
            #expect(try run(arguments + ["--by", "Li Na"]).output == "yubei-motor, version 2\n")
            let before = try Dossier.text(Self.motorcycles)
            #expect(before.contains(old))
            let after = try #require(before.range(of: old)).lowerBound
            let expected = before[..<after] + (new ?? "") + before[before.index(after, offsetBy: old.count)...]
            #expect(try run(["show", "yubei-motor"]).output == String(expected))
            #expect(try run(["show", "yubei-motor", "--version", "1"]).output == before)
            // The same again changes nothing.
            let again = try run(arguments)
            #expect(again.output == "yubei-motor, version 2 (nothing was changed)\n")
            let list = try run(["list", "--format", "json"]).output
            #expect(list.contains("\"by\": \"Li Na\""))
            #expect(try rcep(["register", "verify"] + options).status == 0)
        }
    }

    @Test("parts are taken out by name")
    func removal() throws {
        try withCommand { run, _ throws in
            #expect(try run("add", Self.motorcycles).status == 0)
            #expect(try run("authorisation", "yubei-motor", "--remove-good", "Motorcycle front end", "--remove-signatory", "Zhou Lan").status == 0)
            let text = try run("show", "yubei-motor").output
            #expect(!text.contains("front end") && !text.contains("Zhou Lan") && text.contains("Motorcycle, 150 cc"))
            #expect(try run("authorisation", "yubei-motor", "--remove").status == 0)
            #expect(try !run("show", "yubei-motor").output.contains("authorisation"))
            #expect(try run("consignee", "yubei-motor", "song-hong", "--remove").status == 0)
            #expect(try run("consignee", "yubei-motor", "song-hong", "--remove").errors.contains("expected  \"chao-phraya\""))
        }
    }

    /// What is refused, and how the first lines of each problem begin.
    static let refused: [(arguments: [String], english: [String])] = [
        (["authorisation", "yubei-motor", "--issued", "2029-01-01"], ["--valid-until: the last day lies before the first"]),
        (["authorisation", "yubei-motor", "--issued", "2026-02-30"], ["--issued: this is not a date of the calendar"]),
        (["authorisation", "yubei-motor", "--code", ""], ["--code: this option is needed"]),
        (["authorisation", "yubei-motor", "--good", "name=New; hsCode=87112; parties=vn"], [
            "--good \"New\" chineseName: chineseName is missing", "--good \"New\" hsCode: this is not an HS code",
            "--good \"New\" parties: this is not a country code",
        ]),
        (["authorisation", "yubei-motor", "--good", "name=A; nam=B; hsCode"], [
            "--good: there is no field nam here; did you mean name?", "--good: this is no field with a value",
        ]),
        (["authorisation", "yubei-motor", "--good", "hsCode=8711.20", "--signatory", "name=A;name=B"], [
            "--good: name is missing", "--signatory: name stands twice",
        ]),
        (["authorisation", "yubei-motor", "--signatory", "name=A; until=soon"], ["--signatory \"A\" until: this is not a date"]),
        (["authorisation", "yubei-motor", "--remove-good", "Tank"], ["--remove-good: the profile has nothing of this name"]),
        (["exporter", "yubei-motor", "--country", "China"], ["--country: this is not a country code"]),
        (["exporter", "yubei-motor", "--name-en", " "], ["--name-en: this option is needed"]),
        (["exporter", "other", "--name-en", "Other"], ["--address: this option is needed", "--country: this option is needed"]),
        (["exporter", "other"], ["--address: this option", "--country: this option", "--name-en: this option"]),
        (["consignee", "yubei-motor", "new", "--name-en", "N", "--country", "xx"], [
            "--address: this option is needed", "--country: this is not a country code",
        ]),
        (["producer", "nobody", "p", "--name-en", "P"], ["register: no profile of this name is in the register"]),
    ]

    @Test("what is wrong is told of its option, in both languages, and nothing is kept", arguments: refused)
    func refusals(arguments: [String], english: [String]) throws {
        try withTemporaryFolder { folder throws in
            let options = ["--register", "\(folder)/register.sqlite"]
            #expect(try rcep(["register", "profile", "add", Self.motorcycles] + options).status == 0)
            let run = try rcep(["register", "profile"] + arguments + options)
            #expect(run.status == 65 && run.output.isEmpty)
            let heads = run.errors.split(separator: "\n").filter { !$0.hasPrefix(" ") }
            #expect(heads.count == english.count, "\(run.errors)")
            for beginning in english { #expect(heads.contains { $0.hasPrefix(beginning) }, "\(run.errors)") }
            let chinese = try rcep(["register", "profile"] + arguments + options + ["--lang", "zh"])
            #expect(chinese.errors.unicodeScalars.contains { $0.value >= 0x4E00 })
            #expect(try rcep(["register", "profile", "list", "--format", "json"] + options).output.contains("\"version\": 2") == false)
        }
    }

    @Test("a profile that is not right begins no register")
    func nothingIsBegun() throws {
        try withCommand { run, path throws in
            #expect(try run("exporter", "other", "--name-en", "X").status == 65)
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("two goods of one name cannot be told apart by it")
    func ambiguous() throws {
        try withCommand { run, path throws in
            let text = try Dossier.text(Self.motorcycles).replacingOccurrences(of: "Motorcycle front end", with: "Motorcycle, 150 cc")
            try text.write(toFile: path + ".json")
            #expect(try run("add", path + ".json").status == 0)
            let change = try run("authorisation", "yubei-motor", "--good", "name=Motorcycle, 150 cc; hsCode=8711.30")
            #expect(change.status == 65 && change.errors.contains("--good: the profile has several of this name"))
        }
    }

    @Test("what cannot be meant is wrong usage", arguments: [
        ["exporter", " "], ["authorisation", "x", "--remove", "--code", "C"], ["consignee", "x", "y", "--remove", "--country", "CN"],
        ["consignee", "x"], ["producer", "x", ""],
    ])
    func usage(arguments: [String]) throws {
        try withTemporaryFolder { folder throws in
            #expect(try rcep(["register", "profile"] + arguments + ["--register", "\(folder)/r"]).status == 64)
        }
    }
}
