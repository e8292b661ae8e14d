import Foundation
import PDFInspection
import Testing

/// `rcep register utilisation` on a register that drafting has filled.
@Suite("rcep register utilisation")
struct UtilisationCommandTests {
    private static let proofs = "Fixtures/proofs"

    /// Drafts in two months, a good that does not originate, and one whose facts are missing.
    private static func withRegister(_ body: ([String]) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let register = ["--register", "\(folder)/r.sqlite"]
            for date in ["2026-03-02", "2026-05-04", "2026-05-20"] {
                var given = DraftCommandTests.motorcycles.arguments
                given[given.firstIndex(of: "2026-11-03") ?? 0] = date
                try #require(try rcep(given + ["--by", "test"] + register).status == 0)
            }
            for (dossier, good) in [("fails-repacked-tea", "TEA-TIN-250"), ("missing-weight-undetermined", "TRS-W-26")] {
                let path = "\(folder)/\(dossier).json"
                let party = dossier.hasPrefix("fails") ? "AU" : "JP"
                let text = String(decoding: try Project.data("\(proofs)/shipment-foods.json"), as: UTF8.self)
                var shipment = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
                var item = try #require((shipment["items"] as? [[String: Any]])?.first)
                item["good"] = good
                shipment["items"] = [item]
                shipment["importingParty"] = party
                try JSONSerialization.data(withJSONObject: shipment).write(to: URL(fileURLWithPath: path))
                let run = try rcep([
                    "certificate", "Fixtures/dossiers/\(dossier).json", "--exporter", "\(proofs)/exporter-foods.json",
                    "--shipment", path, "--date", "2026-04-09", "--by", "test",
                ] + register)
                try #require(run.status == 1, "\(run.errors)")
            }
            try body(register)
        }
    }

    @Test func toldApart() throws {
        try Self.withRegister { register in
            let run = try rcep(["register", "utilisation", "--format", "json"] + register)
            let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            let reasons = try #require(report["reasons"] as? [[String: Any]])
            for (code, good) in [("verdict.notOriginating", "TEA-TIN-250"), ("verdict.undetermined", "TRS-W-26")] {
                let reason = try #require(reasons.first { $0["name"] as? String == code })
                #expect(reason["goods"] as? [String] == [good] && reason["count"] as? Int == 1)
            }
            let subjects = try #require(report["subjects"] as? [[String: Any]]).compactMap { $0["name"] as? String }
            #expect(subjects.contains("verdict.notOriginating") && subjects.contains("verdict.undetermined"))
        }
    }

    @Test(arguments: [
        ("en", "Goods by month", "does not originate", "undetermined: facts missing"),
        ("zh", "逐月货物项数", "不具备原产资格", "无法确定（缺少事实）"),
    ])
    func charts(_ language: String, _ heading: String, _ fails: String, _ open: String) throws {
        try Self.withRegister { register in
            let command = ["register", "utilisation", "--lang", language] + register
            for format in ["text", "html", "markdown"] {
                let text = try rcep(command + ["--format", format]).output
                for words in [heading, fails, open, "2026-03", "2026-05"] { #expect(text.contains(words), "\(format): \(words)") }
                // One column a month with goods: on the page drawn, elsewhere of characters.
                if format == "html" {
                    #expect(text.components(separatedBy: "class=\"column\"").count == 3)
                    #expect(text.contains("<desc id=\"months-3-0-desc\">2026-03: 1; 2026-05: 2</desc>"))
                } else {
                    #expect(text.contains(String(repeating: "█", count: 20)))
                }
            }
        }
    }

    @Test(arguments: ["en", "zh"])
    func onPaper(_ language: String) throws {
        try Self.withRegister { register in
            try withTemporaryFolder { folder in
                let run = try rcep(
                    ["register", "utilisation", "--lang", language, "--format", "pdf", "--to", "2026-12-31", "--output", folder]
                        + register)
                #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
                let pdf = InspectedPDF([UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/utilisation.pdf"))))
                #expect(try pdf.isSound() && pdf.wordsOutside(margin: 30).isEmpty)
                #expect(try pdf.info("CreationDate")?.hasPrefix("2026-12-31") == true)
                let letters = try pdf.letters()
                for words in ["2026-03", "2026-05", "VN", language == "en" ? "doesnotoriginate" : "不具备原产资格"] {
                    #expect(letters.contains(words), "\(words)")
                }
            }
        }
    }

    @Test func comparisonOnPaper() throws {
        try withTemporaryFolder { folder in
            let run = try rcep([
                "tariff", "compare", "8711.20", "--date", "2026-07-01", "--format", "pdf", "--output", folder, "--lang", "zh",
            ])
            #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
            let path = "\(folder)/compare-871120-from-CN.pdf"
            let pdf = InspectedPDF([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
            #expect(try pdf.isSound())
            #expect(try pdf.wordsOutside(margin: 30).isEmpty)
            let dashed = try pdf.dashedLines()
            #expect(dashed > 10)
            let letters = try pdf.letters()
            for words in ["越南（VN）", "2026-07-01", "2034", "100%", "最惠国"] { #expect(letters.contains(words), "\(words)") }
        }
    }
}
