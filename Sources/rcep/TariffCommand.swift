import ArgumentParser

/// `rcep tariff`: the schedules of the Parties.
struct TariffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tariff",
        abstract: "Adds tariff schedules to those that are loaded. / 增加税率表。",
        subcommands: [TariffImportCommand.self])
}
