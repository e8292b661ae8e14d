import Foundation
import Testing

/// `rcep batch`: exit status, where data and messages go, and what it refuses.
struct BatchTests {
    private static let goods = "good_id,hs_code,exporting_party,fob,currency\nA,871120,CN,100,USD\n"
    private static let materials = "good_id,material_id,hs_code,status,country,value\nA,1,871410,nonOriginating,DE,20\n"

    private func run(
        _ arguments: [String], goods: String = goods, materials: String = materials, output: FileHandle? = nil
    ) throws -> Run {
        try withTemporaryFolder { folder in
            try goods.write(toFile: "\(folder)/goods.csv")
            try materials.write(toFile: "\(folder)/materials.csv")
            return try rcep(
                ["batch", "--goods", "\(folder)/goods.csv", "--materials", "\(folder)/materials.csv", "--date", "2026-12-31"]
                    + arguments,
                output: output)
        }
    }

    @Test func answersGoToStandardOutputAndTheRestToStandardError() throws {
        let run = try run(["--lang", "en"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.split(separator: "\n").count == 2)
        #expect(run.output.contains("\nA,originating,originating,RVC,,RVC40,80.00,,,,,\n"), "\(run.output)")
        #expect(run.errors.hasPrefix("1 good with 1 material\n"), "\(run.errors)")
    }

    @Test(arguments: [("en", "does not exist"), ("zh", "没有编码")])
    func aBadRowIsReportedAndTheStatusIs65(language: String, words: String) throws {
        let run = try run(
            ["--lang", language], materials: Self.materials.replacingOccurrences(of: "871410", with: "999999"))
        #expect(run.status == 65)
        #expect(run.output.contains("\nA,error,error,"))
        #expect(run.errors.contains("materials.csv:2:5:"), "\(run.errors)")
        #expect(run.errors.contains(words))
    }

    @Test func aFullDiskIsAnError() throws {
        let run = try run(["--output", "/dev/full", "--lang", "en"])
        #expect(run.status == 70)
        #expect(run.errors.contains("/dev/full cannot be written: the disk is full"))
    }

    @Test(arguments: [
        ("en", "standard output cannot be written: the disk is full; stopped after 0 goods"),
        ("zh", "无法写入标准输出：磁盘已满；已在0项货物后停止"),
    ])
    func aFullDiskBehindStandardOutputIsAnError(language: String, words: String) throws {
        let run = try run(["--lang", language], output: FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full")))
        #expect(run.status == 70)
        #expect(run.errors.contains(words), "\(run.errors)")
    }

    @Test(arguments: [("en", "its folder does not exist"), ("zh", "所在文件夹不存在")])
    func aFileInAFolderThatIsNotThereIsRefused(language: String, words: String) throws {
        let run = try run(["--output", "/nowhere/answers.csv", "--lang", language])
        #expect(run.status == 65)
        #expect(run.errors.contains("/nowhere/answers.csv") && run.errors.contains(words), "\(run.errors)")
    }

    /// In a folder with goods.csv, materials.csv, an earlier output, a link to goods.csv and another name of it.
    @Test(arguments: [
        ["--output", "goods.csv"], ["--output", "./goods.csv"], ["--output", "FOLDER/goods.csv"], ["--output", "link.csv"],
        ["--output", "name.csv"], ["--output", "./materials.csv"], ["--explain", "./goods.csv"],
        ["--explain", "below/../materials.csv"], ["--since", "old.csv", "--output", "./old.csv"],
        ["--output", "new.csv", "--explain", "./new.csv"], ["--output", "old.csv", "--explain", "./old.csv"],
    ])
    func noFileIsWrittenOver(arguments: [String]) throws {
        try withTemporaryFolder { folder in
            let files = ["goods.csv": Self.goods, "materials.csv": Self.materials, "old.csv": "good_id,verdict\nA,error\n"]
            for (name, text) in files { try text.write(toFile: "\(folder)/\(name)") }
            try FileManager.default.createDirectory(atPath: "\(folder)/below", withIntermediateDirectories: false)
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/link.csv", withDestinationPath: "\(folder)/goods.csv")
            try FileManager.default.linkItem(atPath: "\(folder)/goods.csv", toPath: "\(folder)/name.csv")
            let words = arguments.map { word in
                let path = word.replacingOccurrences(of: "FOLDER", with: folder)
                return word.hasSuffix(".csv") && !path.hasPrefix("/") ? "\(folder)/\(word)" : path
            }
            let run = try rcep(
                ["batch", "--goods", "\(folder)/goods.csv", "--materials", "\(folder)/materials.csv"] + words)
            #expect(run.status == 64, "\(run.errors)")
            #expect(run.errors.contains("same file") && run.errors.contains("同一文件") || run.errors.contains("named twice"))
            for (name, text) in files {
                #expect(try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) == text)
            }
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/new.csv"))
        }
    }

    @Test func nothingIsWrittenOverInADevice() throws {
        #expect(try run(["--output", "/dev/null", "--explain", "/dev/null"]).status == 0)
    }

    /// After a repair the input is another one, which an old output cannot be gone on with.
    @Test func inputThatEndsTheRunIsNoReasonToResume() throws {
        try withTemporaryFolder { folder in
            let run = try run(
                ["--output", "\(folder)/out.csv", "--lang", "en"], goods: Self.goods + "B,871120,CN,100,USD\n",
                materials: Self.materials + "B,1,871410,nonOriginating,DE,20\nA,2,871410,nonOriginating,DE,20\n")
            #expect(run.status == 65)
            #expect(run.errors.contains("stopped after good") && !run.errors.contains("--resume"), "\(run.errors)")
        }
    }

    @Test func aHyphenIsStandardOutput() throws {
        let run = try run(["--output", "-"])
        #expect(run.status == 0)
        #expect(run.output.contains("\nA,originating,"))
        #expect(!FileManager.default.fileExists(atPath: "\(Project.root.path)/-"))
    }

    /// Good and material are wrong, each in its own file.
    @Test func problemsNameTheirOwnFile() throws {
        try withTemporaryFolder { folder in
            let run = try run(
                ["--explain", "\(folder)/explained.jsonl"], goods: Self.goods.replacingOccurrences(of: "100", with: "much"),
                materials: Self.materials.replacingOccurrences(of: "nonOriginating", with: "bought"))
            #expect(run.status == 65)
            let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/explained.jsonl"))
            let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            let problems = try #require(report["problems"] as? [[String: Any]])
            #expect((report["file"] as? String)?.hasSuffix("goods.csv") ?? false)
            #expect(problems.map { ($0["file"] as? String)?.hasSuffix("materials.csv") } == [nil, true])
        }
    }

    @Test func rowsPassedOverAreCounted() throws {
        let run = try run(["--lang", "en"], materials: Self.materials + "X,1,871410,nonOriginating,DE,20\n")
        #expect(run.status == 65)
        #expect(run.errors.contains("\n  1 more row of materials passed over: their goods are not in the batch\n"), "\(run.errors)")
    }

    /// The file beside an output is no name for another one.
    @Test(arguments: [["--output", "g", "--explain", "g.resume"], ["--output", "goods", "--goods", "goods.resume"]])
    func thePlaceOfTheNoteIsNotTaken(arguments: [String]) throws {
        try withTemporaryFolder { folder in
            try Self.goods.write(toFile: "\(folder)/goods.resume")
            let run = try run(arguments.map { $0.hasPrefix("-") ? $0 : "\(folder)/\($0)" })
            #expect(run.status == 64, "\(run.errors)")
            #expect(try String(contentsOfFile: "\(folder)/goods.resume", encoding: .utf8) == Self.goods)
        }
    }

    @Test func aPieceOfADossierIsNoDossier() throws {
        let run = try rcep(["batch", "--dossiers", "-", "--lang", "en"], input: Data("{\n}\n".utf8))
        #expect(run.status == 65)
        #expect(run.errors.contains("every line has to be a whole dossier"), "\(run.errors)")
    }

    @Test func dossiersComeOneALine() throws {
        let dossier = try JSONSerialization.data(
            withJSONObject: JSONSerialization.jsonObject(with: Project.data(Dossier.originating)))
        let run = try rcep(["batch", "--dossiers", "-", "--lang", "en"], input: dossier + Data("\n{}\n".utf8))
        #expect(run.status == 65)
        let rows = run.output.split(separator: "\n")
        #expect(rows.count == 3)
        #expect(rows[1].contains(",originating,"))
        #expect(rows[2].contains("error,error"))
    }

    /// The order of the file, faults of shape and of facts together.
    @Test(arguments: Project.names(in: "Fixtures/bad-facts", ending: ".json"))
    func aDossierIsFaultedAsByCheck(name: String) throws {
        let path = "Fixtures/bad-facts/\(name)"
        let line = try JSONSerialization.data(
            withJSONObject: JSONSerialization.jsonObject(with: Project.data(path)), options: [.sortedKeys])
        let checked = try rcep("check", "--lang", "en", "-", input: line)
        let batched = try rcep("batch", "--lang", "en", "--dossiers", "-", input: line)
        #expect(checked.status == 65 && batched.status == 65)
        #expect(batched.errors.hasPrefix(checked.errors), "\(batched.errors)\n\(checked.errors)")
    }

    @Test(arguments: [
        ["batch"], ["batch", "--goods", "a.csv"], ["batch", "--dossiers", "a", "--produced", "b"],
        ["batch", "--goods", "a", "--materials", "-", "--produced", "-"], ["batch", "--dossiers", "a", "--goods", "b", "--materials", "c"],
        ["batch", "--dossiers", "a", "--resume"], ["batch", "--dossiers", "a", "--explain", "-"],
        ["batch", "--dossiers", "a", "--output", "-", "--resume"], ["batch", "--dossiers", "a", "--jobs", "0"],
    ])
    func wrongUsageIsRefused(arguments: [String]) throws {
        #expect(try rcep(arguments).status == 64)
    }
}
