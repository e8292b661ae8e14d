import Testing

/// Which language a person is spoken to in, and that it is one language.
struct LanguageTests {
    // MARK: The locale

    static let locales: [(environment: [String: String], isChinese: Bool)] = [
        ([:], false),
        (["LANG": "zh_CN.UTF-8"], true),
        (["LANG": "zh_SG.UTF-8"], true),
        (["LANG": "en_SG.UTF-8"], false),
        (["LANG": "C"], false),
        (["LANG": ""], false),
        (["LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"], true),
        (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], false),
        (["LC_ALL": "", "LANG": "zh_CN.UTF-8"], true),
        (["LC_MESSAGES": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"], true),
        (["LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"], false),
        (["LC_CTYPE": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"], false),
    ]

    @Test(arguments: locales)
    func theLocaleChooses(environment: [String: String], isChinese: Bool) throws {
        let run = try rcep(["lookup", "8711.20"], environment: environment)
        #expect(run.output.contains("规则释义") == isChinese)
        #expect(run.output.contains("In words") == !isChinese)
    }

    @Test(arguments: [("en", "zh_CN.UTF-8", "In words"), ("zh", "en_US.UTF-8", "规则释义")])
    func theOptionIsStronger(option: String, locale: String, words: String) throws {
        let run = try rcep(["lookup", "8711.20", "--lang", option], environment: ["LC_ALL": locale])
        #expect(run.output.contains(words))
    }

    @Test func problemsFollowTheLocale() throws {
        let run = try rcep(["check", Dossier.badShape], environment: ["LANG": "zh_CN.UTF-8"])
        #expect(run.errors.contains("应") || run.errors.contains("逗号"))
    }

    // MARK: Chinese is Chinese

    /// What may stand in Latin letters beside what the user wrote: names of formats and of members of a dossier, and
    /// the rule as Annex 3A prints it.
    static let allowed: Set<String> = [
        "JSON", "RCEP", "rcep", "annex", "except", "from", "heading", "headings", "subheading", "subheadings",
        "Chapter", "CTSH", "provided", "that", "least", "weight", "active", "ingredient", "ingredients",
        "originating", "insect", "other", "good", "ruleBranch", "chemicalReaction", "netWeightKg", "validUntil",
        "evidence", "materials", "docs", "interpretation",
    ]

    /// Words of four or more ASCII letters that neither the user wrote nor anybody has to write so.
    private static func foreignWords(in text: String, dossier: String) -> [String] {
        let own = words(of: dossier)
        return words(of: text).filter { word in
            // A long description is cut short in a table.
            !allowed.contains(word) && !own.contains { $0.hasPrefix(word) }
        }.sorted()
    }

    private static func words(of text: String) -> Set<String> {
        Set(text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init).filter { word in
            word.filter(\.isLetter).count >= 4 && word.count < 40
        })
    }

    @Test(arguments: Project.names(in: "Fixtures/dossiers", ending: ".json"), ["text", "markdown"])
    func reportsAreInChinese(name: String, format: String) throws {
        let path = "Fixtures/dossiers/\(name)"
        let run = try rcep("check", "--lang", "zh", "--explain", "--format", format, path)
        #expect(Self.foreignWords(in: run.output, dossier: try Dossier.text(path)) == [])
        #expect(run.errors.isEmpty)
    }

    @Test func englishWouldBeSeen() throws {
        let run = try rcep("check", "--lang", "en", "--explain", Dossier.originating)
        #expect(Self.foreignWords(in: run.output, dossier: try Dossier.text(Dossier.originating)).count > 50)
    }

    static let problems = ["Fixtures/bad-input", "Fixtures/bad-facts"].flatMap { folder in
        Project.names(in: folder, ending: ".json").map { "\(folder)/\($0)" }
    }

    /// In the first line of each problem the message is of one language; what was found is the user's.
    @Test(arguments: problems)
    func messagesAreInTheirLanguage(path: String) throws {
        let chinese = try rcep("check", "--lang", "zh", path).errors
        let english = try rcep("check", "--lang", "en", path).errors
        let messages = { (text: String) in
            text.split(separator: "\n").filter { $0.hasPrefix(path) }.map { $0.dropFirst(path.count) }
        }
        #expect(messages(chinese).count == messages(english).count && !messages(chinese).isEmpty)
        for message in messages(chinese) {
            #expect(message.contains { "\u{4E00}" <= $0 && $0 <= "\u{9FFF}" }, "\(message)")
        }
        for message in messages(english) {
            #expect(!message.contains { "\u{4E00}" <= $0 && $0 <= "\u{9FFF}" }, "\(message)")
            #expect(!message.hasSuffix("."), "\(message)")
        }
    }

    @Test func whatTheSystemSaysIsInChineseToo() throws {
        let run = try rcep("check", "--lang", "zh", Dossier.missing)
        #expect(run.errors.contains("不存在"))
        #expect(!run.errors.contains("No such file or directory"))
    }

    @Test func theVerdictBesideAFileIsInChineseToo() throws {
        try withTemporaryFolder { folder in
            let run = try rcep("check", "--lang", "zh", "--output", folder, Dossier.notOriginating)
            #expect(run.errors.contains(folder))
            #expect(run.errors.contains("不具备原产资格"))
            #expect(!run.errors.contains("notOriginating"))
        }
    }
}
