import ArgumentParser

/// `rcep tariff`: the rates of the Parties.
struct TariffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tariff",
        abstract: "Compares rates, lists savings, and adds schedules. / 比较税率、列出优惠、增加税率表。",
        subcommands: [TariffCompareCommand.self, TariffCatalogueCommand.self, TariffImportCommand.self])
}
