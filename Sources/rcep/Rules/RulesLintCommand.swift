import ArgumentParser
import Bilingual
import Reporting
import RuleFiles
import TariffFiles

/// `rcep rules lint`: everything wrong in the folder of the rules.
struct RulesLintCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Checks the folder of the rules and reports every finding. / 检查规则文件夹并报告全部问题。",
        discussion: "Exit status: 0 nothing found, 65 something found.")

    @Option(help: "text or json. / 输出格式。")
    var format: Format = .text

    @Flag(help: "Seal the rule sets when nothing is found, so that a check may read just the chapters it needs. / 无问题时封签。")
    var seal = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        if seal { return try sealAll() }
        var count = 0
        try shared.reportingProblems { () throws(InputProblems) in
            let directory = try shared.ruleDirectory()
            let findings = RuleLint(rules: directory).findings() + TariffLint(library: TariffLibrary(rules: directory)).findings()
            count = findings.count
            switch format {
            case .text: Terminal.print(problemReport.render(findings))
            case .json: Terminal.print(Self.json(findings))
            }
        }
        Terminal.complain(BilingualText.summary(count)[shared.language] + "\n")
        if count > 0 { throw ExitStatus.badData }
    }

    private func sealAll() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            for path in try shared.ruleDirectory().seal() { Terminal.complain(path + "\n") }
        }
    }

    private var problemReport: ProblemReport {
        ProblemReport(language: shared.language, color: false)
    }

    private static func json(_ findings: [InputProblem]) -> String {
        var json = JSONWriter(.pretty)
        json.array { json in
            for finding in findings { write(finding, to: &json) }
        }
        return json.text + "\n"
    }

    private static func write(_ finding: InputProblem, to json: inout JSONWriter) {
        json.object { json in
            json.member("file", finding.file)
            if case .line(let line, let column) = finding.place {
                json.member("line", line)
                if column > 0 { json.member("column", column) }
            }
            json.member("code", finding.code)
            json.objectMember("message") { json in
                json.member("en", finding.message.english)
                json.member("zh", finding.message.chinese)
            }
            json.optionalMember("found", finding.found)
            if let expected = finding.expected {
                json.objectMember("expected") { json in
                    json.member("en", expected.english)
                    json.member("zh", expected.chinese)
                }
            }
        }
    }
}

extension BilingualText {
    fileprivate static func summary(_ count: Int) -> BilingualText {
        switch count {
        case 0: BilingualText(en: "no findings", zh: "未发现问题")
        case 1: BilingualText(en: "1 finding", zh: "发现 1 个问题")
        default: BilingualText(en: "\(count) findings", zh: "发现 \(count) 个问题")
        }
    }
}
