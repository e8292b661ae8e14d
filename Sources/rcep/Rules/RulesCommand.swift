import ArgumentParser

/// `rcep rules`: the rule sets.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Lists, shows, checks, compares and imports rule sets. / 列出、查看、检查、比较和导入规则集。",
        subcommands: [
            RulesListCommand.self, RulesShowCommand.self, RulesLintCommand.self, RulesDiffCommand.self,
            RulesImportCommand.self,
        ])
}
